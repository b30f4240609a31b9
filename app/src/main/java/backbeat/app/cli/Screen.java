package backbeat.app.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shows a page to the person who sits at this machine, by the program that the desktop has for it. Java's own way would load the whole window system into a
 * program that never draws a window.
 */
final class Screen {
    private static final List<String> OPENERS = List.of("xdg-open", "open", "wslview");

    private final Map<String, String> environment;

    Screen(Map<String, String> environment) {
        this.environment = environment;
    }

    static Screen ofThisUser() {
        return new Screen(System.getenv());
    }

    /** @return whether there is a screen and something was started; the page's name is told in any case, so nothing is lost when not */
    boolean show(Path page) {
        Optional<Path> opener = isThere() ? opener() : Optional.empty();
        if (opener.isEmpty()) {
            return false;
        }
        try {
            new ProcessBuilder(opener.get().toString(), page.toUri().toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException doesNotRun) {
            return false;
        }
    }

    private boolean isThere() {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        return mac
                || Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                        .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
    }

    private Optional<Path> opener() {
        List<String> folders = List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1));
        return OPENERS.stream()
                .flatMap(program ->
                        folders.stream().filter(folder -> !folder.isBlank()).map(folder -> Path.of(folder, program)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
