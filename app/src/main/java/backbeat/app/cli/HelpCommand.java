package backbeat.app.cli;

import java.util.List;
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
        footer = {"", "Examples:", "  backbeat help", "  backbeat help cut", "  backbeat help timeline convert"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class HelpCommand implements Runnable {
    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "The command to explain, such as timeline convert.")
    private List<String> names = List.of();

    @Spec
    private CommandSpec spec;

    private final Terminal terminal;

    HelpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        CommandLine asked = spec.root().commandLine();
        for (String name : names) {
            CommandLine next = asked.getSubcommands().get(name);
            if (next == null) {
                throw UsageProblems.unknown(name, asked, asked.getCommandSpec().qualifiedName())
                        .asException();
            }
            asked = next;
        }
        asked.usage(terminal.out());
    }
}
