package backbeat.engine.interchange;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problems;
import backbeat.engine.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes timelines as files of other programs, and says what such a file cannot hold. */
public final class Interchange {
    /** Writes the whole file or nothing: it appears under its name when it is finished. */
    public void write(Timeline timeline, Format format, Path file) {
        String text = text(timeline, format);
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.writeString(unfinished, text, StandardCharsets.UTF_8);
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Problems.cannotWrite(file.toString(), e.toString()).asException();
        } finally {
            deleteIfThere(unfinished);
        }
    }

    /** What the format cannot hold of this timeline. */
    public List<Finding> findings(Timeline timeline, Format format) {
        return NotCarried.findings(timeline, format);
    }

    static String text(Timeline timeline, Format format) {
        return switch (format) {
            case OTIO -> new OtioWriter(timeline).text();
            case FCPXML -> new FcpxmlWriter(timeline).text();
            case PREMIERE_XML -> new PremiereWriter(timeline).text();
            case EDL -> new EdlWriter(timeline).text();
        };
    }

    private static void deleteIfThere(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
