package backbeat.app.cli;

import backbeat.engine.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words that could not be understood, told as problems: what was wrong, what was expected, a likely spelling. */
final class UsageProblems {
    private UsageProblems() {}

    static Problem of(ParameterException misread) {
        CommandLine command = misread.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        return switch (misread) {
            case UnmatchedArgumentException unknown ->
                unknown(misspeltOption(command).orElse(unknown.getUnmatched().getFirst()), command, name);
            case MissingParameterException _
            when misspeltOption(command).isPresent() ->
                unknown(misspeltOption(command).get(), command, name);
            case MissingParameterException missing ->
                new Problem("cli/missing", "Something is missing: " + names(missing) + ".", "", "", seeHelp(name));
            default ->
                new Problem(
                        "cli/bad-argument",
                        sentence(plain(String.valueOf(misread.getMessage()))),
                        "",
                        "",
                        seeHelp(name));
        };
    }

    /** A misspelt option is also missing; what was written is told before what was not. */
    private static Optional<String> misspeltOption(CommandLine command) {
        return command.getUnmatchedArguments().stream()
                .filter(word -> word.startsWith("-"))
                .findFirst();
    }

    /** A word that is no option, no command and nothing else that fits there. */
    static Problem unknown(String word, CommandLine command, String name) {
        boolean option = word.startsWith("-");
        boolean wantsCommand = !option && !command.getSubcommands().isEmpty();
        List<String> known = option
                ? optionNames(command)
                : wantsCommand ? List.copyOf(command.getSubcommands().keySet()) : List.of();
        String kind = option ? "option of" : wantsCommand ? "command of" : "word that fits here, for";
        String expected =
                known.isEmpty() ? "Nothing more was expected." : "Expected one of: " + String.join(", ", known) + ".";
        String likely = Spelling.nearest(word.split("=", 2)[0], known)
                .map(guess -> "Did you mean " + guess + "? ")
                .orElse("");
        return new Problem(
                option ? "cli/unknown-option" : wantsCommand ? "cli/unknown-command" : "cli/too-many-words",
                "\"" + word + "\" is no " + kind + " \"" + name + "\".",
                "",
                expected,
                likely
                        + (option && Files.exists(Path.of(word)) ? "For the file write ./" + word + ". " : "")
                        + seeHelp(name));
    }

    private static List<String> optionNames(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .map(CommandLine.Model.OptionSpec::longestName)
                .toList();
    }

    private static String names(MissingParameterException missing) {
        return missing.getMissing().stream()
                .map(part -> part.isOption()
                        ? ((CommandLine.Model.OptionSpec) part).longestName() + " " + part.paramLabel()
                        : part.paramLabel())
                .collect(Collectors.joining(" and "));
    }

    /** The parser's words for kinds of numbers are Java's. */
    private static String plain(String message) {
        return message.replaceFirst(" is not an? (?:int|long|short|byte)$", " is not a whole number")
                .replaceFirst(" is not a (?:double|float)$", " is not a number");
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }

    private static String seeHelp(String name) {
        return "See: " + name + " --help";
    }
}
