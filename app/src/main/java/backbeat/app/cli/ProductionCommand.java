package backbeat.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code backbeat production}: productions of a studio, taken along. */
@Command(
        name = "production",
        description = "Takes a production out of a studio as one archive of open formats, or reads one in.",
        mixinStandardHelpOptions = true,
        subcommands = {ProductionListCommand.class, ProductionExportCommand.class, ProductionImportCommand.class},
        footer = {
            "",
            "Examples:",
            "  backbeat production list",
            "  backbeat production export \"Low Tide Neon\" low-tide.zip --with-footage",
            "  backbeat production import low-tide.zip --home /data/studio"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class ProductionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Terminal terminal;

    ProductionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        spec.commandLine().usage(terminal.out());
    }
}
