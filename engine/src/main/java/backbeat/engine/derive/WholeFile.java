package backbeat.engine.derive;

import backbeat.engine.problem.DeriveProblems;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a file beside its place and moves it there in one step: under its name stands the whole file, or what stood there before.
 *
 * <p>The unfinished file always has the same hidden name, so that what a killed run left behind is overwritten by the next one and does not stay.
 */
public final class WholeFile {
    /** Fills a file that does not exist yet. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path unfinished) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes a file; folders that are missing are made, an older file is replaced.
     *
     * @throws ProblemException when the place cannot be written or the disk is full; what the content threw goes through
     */
    public static void write(Path file, Content content) {
        Path whole = file.toAbsolutePath().normalize();
        Path unfinished = whole.resolveSibling("." + whole.getFileName() + ".part");
        try {
            Files.createDirectories(whole.getParent());
            // A killed run's FFmpeg may still be writing; it goes on into the nameless old file.
            Files.deleteIfExists(unfinished);
            content.writeTo(unfinished);
            move(unfinished, whole);
        } catch (IOException e) {
            throw problemOf(whole, e);
        } finally {
            deleteQuietly(unfinished);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) { // some network file systems
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static ProblemException problemOf(Path file, IOException e) {
        // A file system exception's message repeats the file's name; its reason does not.
        String cause = e instanceof FileSystemException told ? told.getReason() : e.getMessage();
        boolean full = String.valueOf(e.getMessage()).contains("No space left");
        return full
                ? new ProblemException(DeriveProblems.diskFilledUp(String.valueOf(file.getParent())), e)
                : new ProblemException(DeriveProblems.cannotWrite(file.toString(), cause == null ? "" : cause), e);
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) { // the next run overwrites it
            file.toFile().deleteOnExit();
        }
    }
}
