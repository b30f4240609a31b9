package backbeat.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which studio is meant. */
final class StudioHome {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Folder of the studio. Default: backbeat/studio in your data folder.")
    private @Nullable Path folder;

    /** Null for the usual one. */
    @Nullable
    Path folder() {
        return folder;
    }
}
