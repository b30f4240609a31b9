package backbeat.app.cli;

import backbeat.engine.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files and folders that a person named: there, or a problem that says which one was probably meant. */
final class NamedFile {
    private NamedFile() {}

    /** Refuses an empty name, such as an empty variable of a script gives: Java takes it for the folder one is in. */
    static Path named(Path named, String role) {
        if (named.toString().isBlank()) {
            throw new Problem(
                            "cli/empty-name",
                            "The name of " + role + " is empty.",
                            "",
                            "",
                            "Write the name itself; in a script, check that the variable is set.")
                    .asException();
        }
        return named;
    }

    static Path file(Path named, String role) {
        named(named, role);
        if (Files.isDirectory(named)) {
            throw new Problem(
                            "cli/is-a-folder",
                            "A file was expected as " + role + ", and this is a folder.",
                            named.toString(),
                            "",
                            "Name one file in it.")
                    .asException();
        }
        return existing(named, role, "file");
    }

    static Path folder(Path named, String role) {
        named(named, role);
        if (Files.isRegularFile(named)) {
            throw new Problem(
                            "cli/is-a-file",
                            "A folder was expected as " + role + ", and this is a file.",
                            named.toString(),
                            "",
                            "Name the folder it lies in.")
                    .asException();
        }
        return existing(named, role, "folder");
    }

    private static Path existing(Path named, String role, String kind) {
        if (Files.exists(named)) {
            return named.toAbsolutePath().normalize();
        }
        String likely = neighbour(named);
        throw new Problem(
                        "cli/no-such-" + kind,
                        "There is no such " + kind + " (" + role + ").",
                        named.toString(),
                        "",
                        likely.isEmpty()
                                ? "Check the spelling and the folder you are in."
                                : "Did you mean " + likely + "?")
                .asException();
    }

    private static String neighbour(Path named) {
        Path whole = named.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            return Spelling.nearest(whole.getFileName().toString(), names)
                    .map(name -> named.resolveSibling(name).toString())
                    .orElse("");
        } catch (IOException unreadable) {
            return "";
        }
    }
}
