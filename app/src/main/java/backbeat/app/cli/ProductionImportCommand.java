package backbeat.app.cli;

import backbeat.app.wiring.Keeping;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backbeat production import}. */
@Command(
        name = "import",
        description = "Reads an archive of \"backbeat production export\" in as a new production.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class ProductionImportCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "The archive.")
    private Path file;

    @Mixin
    private StudioHome home = new StudioHome();

    private final Terminal terminal;

    ProductionImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        terminal.out().println("Read in " + Keeping.imported(home.folder(), file));
    }
}
