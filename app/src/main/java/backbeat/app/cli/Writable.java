package backbeat.app.cli;

import backbeat.engine.problem.DeriveProblems;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether results can be written where somebody wants them, found before the work of minutes and not after it. It is tried, because rights alone do not tell of
 * file systems that only read.
 */
final class Writable {
    private Writable() {}

    /** Makes the folder when it is not there. */
    static void folder(Path out) {
        try {
            Files.createDirectories(out);
            Files.delete(Files.createTempFile(out, ".backbeat-", ".part"));
        } catch (IOException e) {
            throw new ProblemException(DeriveProblems.cannotWrite(out.toString(), causeOf(e)), e);
        }
    }

    /** Makes the folder of the file when it is not there. */
    static void file(Path out) {
        Path parent = out.toAbsolutePath().normalize().getParent();
        folder(parent == null ? out.toAbsolutePath() : parent);
    }

    private static String causeOf(IOException e) {
        return switch (e) {
            case FileAlreadyExistsException taken -> taken.getFile() + " is a file.";
            case FileSystemException told when told.getReason() != null -> told.getReason();
            case FileSystemException _ -> "";
            default -> String.valueOf(e.getMessage());
        };
    }
}
