package backbeat.app.cli;

import backbeat.engine.interchange.ForeignFile;
import backbeat.engine.interchange.ForeignFiles;
import backbeat.engine.interchange.TimelineJson;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backbeat timeline show FILE}. */
@Command(
        name = "show",
        description = "Tells what a timeline of another program holds: tracks, clips, markers, and what looks wrong.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  backbeat timeline show cut.fcpxml",
            "  backbeat timeline show cut.edl --rate 23.976 --json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TimelineShowCommand implements Runnable {
    @Parameters(
            paramLabel = "FILE",
            description = "EDL, FCPXML (also the folder .fcpxmld), XML for Premiere, OTIO, .otioz or ALE.")
    private Path file;

    @Option(names = "--json", description = "For programs: contract timeline/1.")
    private boolean json;

    @Option(
            names = "--rate",
            paramLabel = "FRAMES",
            description = "Frames a second of an EDL, which does not tell: 25, 23.976, 30000/1001.")
    private @Nullable String rate;

    private final Terminal terminal;

    TimelineShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        ForeignFile read = ForeignFiles.read(TimelineFile.named(file), TimelineRate.of(rate));
        if (json) {
            TimelineJson.write(read, terminal.out());
            terminal.out().println();
        } else {
            TimelineWords.print(read, terminal.out());
        }
    }
}
