package backbeat.studio.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What browsers play of a clip, in the production's folder under the name of the clip's content: a second name of the file that the vault keeps, so that the vault
 * may forget its own; a link where the original itself is played.
 */
final class Proxy {
    static final String FOLDER = "proxies";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{16,64}");
    private static final String ENDING = ".mp4";

    private Proxy() {}

    static boolean isName(@Nullable String text) {
        return text != null && NAME.matcher(text).matches();
    }

    static Set<String> namesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param made by the engine, or the original */
    static void keep(Path folder, String name, Path made, boolean original) {
        Path place = folder.resolve(name + ENDING);
        try {
            Files.createDirectories(folder);
            // A link to what is not there any more is no file, and would be in the way.
            Files.deleteIfExists(place);
            if (original) {
                Files.createSymbolicLink(place, made.toAbsolutePath());
            } else {
                SecondName.of(made, place);
            }
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
