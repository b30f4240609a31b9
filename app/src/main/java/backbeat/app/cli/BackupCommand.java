package backbeat.app.cli;

import backbeat.app.wiring.Keeping;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backbeat backup}. */
@Command(
        name = "backup",
        description = "Keeps a whole studio in one file, also while it is served.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What was computed is left out: it can be made again. Footage folders outside of the studio's home are only named.",
            "",
            "Examples:",
            "  backbeat backup /media/disk/studio-2026-11-22.backup",
            "  backbeat backup studio.backup --home /data/studio"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class BackupCommand implements Runnable {
    @Parameters(
            paramLabel = "FILE",
            description =
                    "File to write; a backup of that name is replaced once the new one is whole, any other file is not.")
    private Path file;

    @Mixin
    private StudioHome home = new StudioHome();

    private final Terminal terminal;

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        terminal.out().println("Kept " + Keeping.backup(home.folder(), file));
    }
}
