package backbeat.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backbeat help COMMAND}: the same as {@code --help}, for those who ask the other way round. */
@Command(
        name = "help",
        description = "Explains a command, or tells what commands there are.",
        mixinStandardHelpOptions = true,
        helpCommand = true,
        footer = {"", "Examples:", "  backbeat help", "  backbeat help cut"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class HelpCommand implements Runnable {
    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "The command to explain.")
    private @Nullable String command;

    @Spec
    private CommandSpec spec;

    private final Terminal terminal;

    HelpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        CommandLine whole = spec.root().commandLine();
        CommandLine asked = command == null ? whole : whole.getSubcommands().get(command);
        if (asked == null) {
            throw UsageProblems.unknown(String.valueOf(command), whole, whole.getCommandName())
                    .asException();
        }
        asked.usage(terminal.out());
    }
}
