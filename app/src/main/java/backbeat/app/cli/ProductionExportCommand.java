package backbeat.app.cli;

import backbeat.app.wiring.Keeping;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backbeat production export}. */
@Command(
        name = "export",
        description = "Writes a production as one archive of open formats.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ProductionExportCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "PRODUCTION", description = "Its name, or its key as \"list\" shows it.")
    private String production;

    @Parameters(index = "1", paramLabel = "FILE", description = "Archive to write (.zip).")
    private Path file;

    @Option(names = "--with-footage", description = "Takes a footage folder outside of the studio's home along.")
    private boolean withFootage;

    @Mixin
    private StudioHome home = new StudioHome();

    private final Terminal terminal;

    ProductionExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        terminal.out().println("Written " + Keeping.exported(home.folder(), production, file, withFootage));
    }
}
