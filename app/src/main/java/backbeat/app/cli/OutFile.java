package backbeat.app.cli;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a result beside its final place and moves it there in one step, so that it is never half there. */
final class OutFile {
    private OutFile() {}

    /** Fills a file that does not exist yet. */
    interface Content {
        void writeTo(Path unfinished) throws IOException;
    }

    static void write(Path file, Content content) {
        Path whole = file.toAbsolutePath().normalize();
        Path unfinished = whole.resolveSibling("." + whole.getFileName() + ".unfinished");
        try {
            Files.createDirectories(whole.getParent());
            try {
                content.writeTo(unfinished);
                Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw problemOf(whole, e);
        }
    }

    static void writeJson(Path file, Object value) {
        write(file, unfinished -> JsonFile.write(unfinished, value));
    }

    private static RuntimeException problemOf(Path file, IOException e) {
        boolean full = String.valueOf(e.getMessage()).contains("No space left");
        String folder = String.valueOf(file.getParent());
        return full
                ? Problems.diskFilledUp(folder).asException()
                : Problems.cannotWrite(file.toString(), "").asException();
    }
}
