package backbeat.app.cli;

import backbeat.app.wiring.Settings;
import backbeat.engine.Backbeat;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --work}, shared by the commands that compute. */
final class WorkFolder {
    @Option(
            names = "--work",
            paramLabel = "DIR",
            description =
                    "Where computed results are kept, so that a second run costs little. Default: your cache folder.")
    private @Nullable Path work;

    Backbeat open() {
        Settings user = Settings.ofThisUser();
        Settings settings = work == null ? user : user.withHome(work);
        return Backbeat.open(settings.home(), settings.vaultBytes(), settings.ffmpeg());
    }
}
