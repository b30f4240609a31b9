package backbeat.app.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Completion for fish, which picocli does not write: one line for each command and each option. */
final class FishCompletion {
    private FishCompletion() {}

    static String of(CommandLine whole) {
        Stream<String> commands = whole.getSubcommands().values().stream()
                .map(command -> "complete -c backbeat -n __fish_use_subcommand -f -a " + command.getCommandName()
                        + " -d " + quoted(firstLine(command)));
        Stream<String> options = whole.getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream()
                        .filter(option -> !option.hidden())
                        .map(option -> option(command.getCommandName(), option)));
        Stream<String> below = whole.getSubcommands().values().stream()
                .flatMap(command -> command.getSubcommands().values().stream()
                        .flatMap(inner -> inside(command.getCommandName(), inner)));
        return Stream.of(commands, options, below).flatMap(each -> each).collect(Collectors.joining("\n"));
    }

    /** A command of a command, with its options. */
    private static Stream<String> inside(String outer, CommandLine inner) {
        String name = inner.getCommandName();
        String named = "complete -c backbeat -n '__fish_seen_subcommand_from " + outer + "' -f -a " + name + " -d "
                + quoted(firstLine(inner));
        return Stream.concat(
                Stream.of(named),
                inner.getCommandSpec().options().stream()
                        .filter(option -> !option.hidden())
                        .map(option -> option(name, option)));
    }

    private static String option(String command, OptionSpec option) {
        String takesValue = option.arity().max() > 0 ? " -r" : "";
        String description = option.description().length > 0 ? option.description()[0] : "";
        return "complete -c backbeat -n '__fish_seen_subcommand_from " + command + "' -l "
                + option.longestName().replaceFirst("^--?", "") + takesValue + " -d " + quoted(description);
    }

    private static String firstLine(CommandLine command) {
        String[] description = command.getCommandSpec().usageMessage().description();
        return description.length > 0 ? description[0] : "";
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
