package backbeat.app.cli;

import backbeat.app.wiring.Keeping;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backbeat restore}. */
@Command(
        name = "restore",
        description = "Gives a studio back from a file of \"backbeat backup\", into a home that is empty.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  backbeat restore studio.backup --home /data/studio-again"})
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class RestoreCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "File that \"backbeat backup\" wrote.")
    private Path file;

    @Mixin
    private StudioHome home = new StudioHome();

    private final Terminal terminal;

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        terminal.out().println("Given back " + Keeping.restore(file, home.folder()));
    }
}
