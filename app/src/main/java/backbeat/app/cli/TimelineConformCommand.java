package backbeat.app.cli;

import backbeat.engine.interchange.Adopted;
import backbeat.engine.interchange.Conform;
import backbeat.engine.interchange.ForeignFile;
import backbeat.engine.interchange.ForeignFiles;
import backbeat.engine.interchange.Format;
import backbeat.engine.interchange.Interchange;
import backbeat.engine.timeline.Timeline;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backbeat timeline conform OURS RETURNED OUT}. */
@Command(
        name = "conform",
        description = "Takes over a cut that another program changed, and tells what was changed.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "OURS is the .otio that \"backbeat cut\" wrote: it knows the files. OUT is the new version on these files;",
            "shots that were not touched keep their exact place.",
            "",
            "Examples:",
            "  backbeat timeline conform out/rough-cut.otio fine-cut.fcpxml fine-cut.otio",
            "  backbeat timeline conform out/rough-cut.otio fine-cut.edl fine-cut.otio --json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TimelineConformCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "OURS", description = "The cut as it was handed over (.otio).")
    private Path ours;

    @Parameters(index = "1", paramLabel = "RETURNED", description = "What came back.")
    private Path returned;

    @Parameters(index = "2", paramLabel = "OUT", description = "The new version, to write.")
    private Path out;

    @Option(names = "--json", description = "For programs: contract conform/1.")
    private boolean json;

    @Option(names = "--rate", paramLabel = "FRAMES", description = "Frames a second of a returned EDL. Default: ours.")
    private @Nullable String rate;

    private final Terminal terminal;

    TimelineConformCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path cut = TimelineFile.named(ours);
        Path back = TimelineFile.named(returned);
        Format format = TimelineFile.format(out);
        TimelineFile.keepInput(cut, out);
        TimelineFile.keepInput(back, out);
        ForeignFile handedOver = ForeignFiles.read(cut, null);
        if (handedOver.timelines().isEmpty()) {
            throw TimelineFile.empty(ours).asException();
        }
        Timeline own = Adopted.of(handedOver.timelines().getFirst(), null).timeline();
        ForeignFile read = ForeignFiles.read(back, rate == null ? own.rate() : TimelineRate.of(rate));
        if (read.timelines().isEmpty()) {
            throw TimelineFile.empty(returned).asException();
        }
        Conform conform = Conform.of(own, read);
        new Interchange().write(conform.timeline(), format, out);
        if (json) {
            ConformWords.printJson(conform, out, terminal.out());
        } else {
            ConformWords.print(conform, terminal.out());
            terminal.out().println("written   " + out);
        }
    }
}
