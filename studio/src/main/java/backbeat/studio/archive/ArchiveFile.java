package backbeat.studio.archive;

import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.Set;

/** Where an archive is written, and what does not go in. */
final class ArchiveFile {
    /** Folders of a production with what the engine makes of its footage, mostly large. */
    private static final Set<String> MADE_AGAIN = Set.of("proxies", "pictures");

    private static final String FILMS = "films";

    private ArchiveFile() {}

    /** Refuses a file that exists and is no such archive: a slip of the hand must not cost anybody's work. */
    static void requireFree(Path file, String contract) {
        boolean free = !Files.exists(file, LinkOption.NOFOLLOW_LINKS) || isEmpty(file) || isOne(file, contract);
        if (!free) {
            throw ArchiveProblems.wouldReplace(file).asException();
        }
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) == 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isOne(Path file, String contract) {
        try (ArchiveReader archive = ArchiveReader.open(file, contract)) {
            return archive.manifest().contract().equals(contract);
        } catch (IOException | ProblemException another) {
            return false;
        }
    }

    /** Makes it for its owner alone: it holds what people keep in a studio, and their accounts. */
    static void create(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /**
     * @param depth of a production's own files below the folder that the path is in
     * @param judged the films that somebody approved, or asked to change: to the byte, so none that is made again would be the same
     */
    static boolean isMadeAgain(Path path, int depth, Collection<String> judged) {
        if (path.getNameCount() <= depth + 1) {
            return false;
        }
        String folder = path.getName(depth).toString();
        return MADE_AGAIN.contains(folder) || (folder.equals(FILMS) && !judged.contains(stem(path.getName(depth + 1))));
    }

    private static String stem(Path file) {
        String name = file.toString();
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}
