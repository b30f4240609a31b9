package backbeat.studio.edit;

import backbeat.engine.derive.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file under another name, which takes no room; a copy where the disks differ. */
final class SecondName {
    private SecondName() {}

    /** What is there already stays. */
    static void of(Path file, Path name) {
        try {
            Files.createDirectories(name.toAbsolutePath().getParent());
            Files.createLink(name, file);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return;
        } catch (UnsupportedOperationException | FileSystemException otherDisk) {
            WholeFile.write(name, unfinished -> Files.copy(file, unfinished));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
