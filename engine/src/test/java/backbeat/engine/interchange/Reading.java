package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads text as if it were a file of another program. */
final class Reading {
    private Reading() {}

    static ForeignFile of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8), null);
    }

    static ForeignFile of(String text, Rate rate) {
        return of(text.getBytes(StandardCharsets.UTF_8), rate);
    }

    static ForeignFile of(byte[] content, @Nullable Rate rate) {
        try {
            Path file = Files.createTempFile("foreign", ".bin");
            try {
                return ForeignFiles.read(Files.write(file, content), rate);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ForeignClip> clips(ForeignFile file) {
        return file.timelines().getFirst().tracks().getFirst().clips();
    }

    static List<String> codes(ForeignFile file) {
        return file.findings().stream().map(finding -> finding.problem().code()).toList();
    }
}
