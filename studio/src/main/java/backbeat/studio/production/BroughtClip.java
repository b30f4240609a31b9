package backbeat.studio.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts a clip that was brought from a browser below the footage folder, beside others of its name. */
final class BroughtClip {
    private final Path folder;

    BroughtClip(Path folder) {
        this.folder = folder;
    }

    /** @param name clean path */
    void take(String name, Path whole) throws IOException {
        Path wanted = folder.resolve(name).normalize();
        if (!wanted.startsWith(folder) || wanted.equals(folder)) {
            throw new IllegalArgumentException("not below the footage folder");
        }
        Files.createDirectories(wanted.getParent());
        for (int i = 1; ; i++) {
            Path place = i == 1 ? wanted : beside(wanted, i);
            if (!Files.exists(place)) {
                Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
                return;
            }
            if (Files.isRegularFile(place) && Files.mismatch(place, whole) < 0) {
                Files.delete(whole);
                return;
            }
        }
    }

    private static Path beside(Path wanted, int number) {
        String name = String.valueOf(wanted.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return wanted.resolveSibling(stem + " (" + number + ")" + name.substring(stem.length()));
    }
}
