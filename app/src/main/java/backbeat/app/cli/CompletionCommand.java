package backbeat.app.cli;

import java.util.Locale;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backbeat completion SHELL}. */
@Command(
        name = "completion",
        description = "Prints a script that completes commands and options in your shell.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  source <(backbeat completion bash)          this shell",
            "  backbeat completion zsh >> ~/.zshrc         every new one",
            "  backbeat completion fish > ~/.config/fish/completions/backbeat.fish"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CompletionCommand implements Runnable {
    enum Shell {
        BASH,
        ZSH,
        FISH;

        /** As it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    /** picocli's own would list the shells in capitals. */
    static final class ByName implements CommandLine.ITypeConverter<Shell> {
        @Override
        public Shell convert(String word) {
            return Stream.of(Shell.values())
                    .filter(shell -> shell.toString().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "expected one of bash, zsh, fish, not \"" + word + "\""));
        }
    }

    @Parameters(
            paramLabel = "SHELL",
            converter = CompletionCommand.ByName.class,
            description = "One of: ${COMPLETION-CANDIDATES}.")
    private Shell shell;

    private final Terminal terminal;

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        CommandLine whole = spec.root().commandLine();
        terminal.out()
                .println(
                        switch (shell) {
                            // The script of picocli serves both: in zsh it loads bash's way of completing first.
                            case BASH, ZSH -> AutoComplete.bash("backbeat", whole);
                            case FISH -> FishCompletion.of(whole);
                        });
    }
}
