package backbeat.studio.production;

import backbeat.studio.store.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder of the server that somebody names as footage. Links are followed first, so that what is checked is what is read; the studio's own home and the
 * system's folders are none.
 */
final class FootageFolder {
    private static final List<String> OF_THE_SYSTEM =
            List.of("/proc", "/sys", "/dev", "/etc", "/boot", "/root/.ssh", "/run/secrets", "/var/lib", "/usr");

    private FootageFolder() {}

    static Path checked(String named, Home home) {
        String shown = named.strip();
        Path folder = real(shown);
        if (folder.getNameCount() == 0) {
            throw refused(shown, "It is the whole disk.");
        }
        Path own = realOrSame(home.folder());
        if (folder.startsWith(own) || own.startsWith(folder)) {
            throw refused(shown, "The studio keeps its own files there.");
        }
        if (OF_THE_SYSTEM.stream().anyMatch(folder::startsWith)) {
            throw refused(shown, "It belongs to the system.");
        }
        return folder;
    }

    private static Path real(String named) {
        try {
            Path path = Path.of(named);
            if (named.isEmpty() || !path.isAbsolute()) {
                throw refused(named, "It is not a whole path.");
            }
            Path folder = path.toRealPath();
            if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
                throw refused(named, "It is no folder that can be read.");
            }
            return folder;
        } catch (InvalidPathException e) {
            throw refused("", "It is no path.");
        } catch (IOException e) {
            throw refused(named, "There is no such folder, or it cannot be read.");
        }
    }

    private static Path realOrSame(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    private static RuntimeException refused(String where, String cause) {
        return ProductionProblems.folder(where, cause).asException();
    }
}
