package backbeat.engine.footage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every file below a folder, in order of its path. Links are followed, but no folder and no file is seen twice: a link that leads back, or to something that was
 * met already, is told as such instead of walked.
 */
final class FolderWalk {
    /** How a file was met. */
    enum Sight {
        REGULAR,
        /** A second name of something that was seen. */
        SEEN_BEFORE,
        BROKEN_LINK,
        /** A pipe, a device or a socket: opening it could wait for ever. */
        NO_FILE,
        /** A folder that may not be listed. */
        CLOSED_FOLDER,
        /** What Backbeat wrote: a result, or a folder of its own. */
        OWN
    }

    /** @param path relative to the walked folder, with {@code /} */
    record Seen(Path file, String path, Sight sight) {}

    private final Path root;
    private final Set<Path> ownFolders = new HashSet<>();
    private final Set<Path> met = new HashSet<>();
    private final List<Seen> seen = new ArrayList<>();

    private FolderWalk(Path root) {
        this.root = root;
    }

    /** @param ownFolders in which Backbeat keeps what it computes; they are told, not walked */
    static List<Seen> below(Path root, List<Path> ownFolders) throws IOException {
        FolderWalk walk = new FolderWalk(root);
        for (Path own : ownFolders) {
            if (Files.exists(own)) {
                walk.ownFolders.add(own.toRealPath());
            }
        }
        walk.met.add(root.toRealPath());
        walk.folder(root);
        return List.copyOf(walk.seen);
    }

    private void folder(Path folder) throws IOException {
        List<Path> inside;
        try (Stream<Path> entries = Files.list(folder)) {
            inside = entries.sorted(FolderWalk::byName).toList();
        } catch (IOException e) {
            if (folder.equals(root)) {
                throw e;
            }
            tell(folder, Sight.CLOSED_FOLDER);
            return;
        }
        List<Path> linksLast = new ArrayList<>(
                inside.stream().filter(entry -> !Files.isSymbolicLink(entry)).toList());
        linksLast.addAll(inside.stream().filter(Files::isSymbolicLink).toList());
        for (Path entry : linksLast) {
            entry(entry);
        }
    }

    private void entry(Path entry) throws IOException {
        if (!Files.exists(entry)) {
            tell(entry, Sight.BROKEN_LINK);
        } else if (!met.add(entry.toRealPath())) {
            tell(entry, Sight.SEEN_BEFORE);
        } else if (Files.isDirectory(entry) && !ownFolders.contains(entry.toRealPath())) {
            folder(entry);
        } else if (Files.isDirectory(entry) || ResultFile.isOne(entry)) {
            tell(entry, Sight.OWN);
        } else {
            tell(entry, Files.isRegularFile(entry) ? Sight.REGULAR : Sight.NO_FILE);
        }
    }

    private void tell(Path entry, Sight sight) {
        seen.add(new Seen(entry, relative(entry), sight));
    }

    private String relative(Path entry) {
        return root.relativize(entry).toString().replace('\\', '/');
    }

    private static int byName(Path a, Path b) {
        return String.valueOf(a.getFileName()).compareTo(String.valueOf(b.getFileName()));
    }
}
