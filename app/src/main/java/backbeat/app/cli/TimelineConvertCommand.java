package backbeat.app.cli;

import backbeat.engine.interchange.Adopted;
import backbeat.engine.interchange.ForeignFile;
import backbeat.engine.interchange.ForeignFiles;
import backbeat.engine.interchange.ForeignTimeline;
import backbeat.engine.interchange.Form;
import backbeat.engine.interchange.Format;
import backbeat.engine.interchange.Interchange;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import backbeat.engine.time.Rate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backbeat timeline convert IN OUT}. */
@Command(
        name = "convert",
        description = "Turns a timeline of one program into a file of another; what that file cannot hold is told.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The ending of OUT says what is written: .otio, .otioz, .otiod, .fcpxml, .xml (Premiere), .edl, .ale.",
            "Of a file with several timelines each goes to a file of its own: OUT, OUT-2 and so on.",
            "",
            "Examples:",
            "  backbeat timeline convert cut.edl cut.fcpxml --rate 25",
            "  backbeat timeline convert cut.fcpxml cut.edl --for resolve"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TimelineConvertCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "IN", description = "Any timeline that \"timeline show\" reads.")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "File to write.")
    private Path out;

    @Option(
            names = "--for",
            paramLabel = "PROGRAM",
            description =
                    "Program that is to read it: premiere, fcp, resolve, avid. Changes reels and markers of an EDL, loudness in FCPXML.")
    private @Nullable String program;

    @Option(names = "--rate", paramLabel = "FRAMES", description = "Frames a second of an EDL, which does not tell.")
    private @Nullable String rate;

    @Option(
            names = "--form",
            paramLabel = "VERSION",
            description =
                    "FCPXML: version, 1.10 to 1.13 (default: 1.10). OTIO: 1 for clips as before 0.15. EDL: long for more than 999 events in one list.")
    private String version = "";

    @Option(
            names = "--multicam",
            description = "FCPXML of a cut of ours: shots as angles of one multicam, the song as its sound.")
    private boolean multicam;

    private final Terminal terminal;

    TimelineConvertCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path from = TimelineFile.named(in);
        Format format = TimelineFile.format(out);
        TimelineFile.keepInput(from, out);
        Form form = new Form(target(), version(format), multicam ? Form.Shape.MULTICAM : Form.Shape.FLAT);
        Rate given = TimelineRate.of(rate);
        ForeignFile read = ForeignFiles.read(from, given);
        if (read.timelines().isEmpty()) {
            throw TimelineFile.empty(in).asException();
        }
        for (int number = 2; number <= read.timelines().size(); number++) {
            TimelineFile.keepInput(from, numbered(number));
        }
        List<Finding> findings = new ArrayList<>(read.findings());
        int number = 1;
        for (ForeignTimeline timeline : read.timelines()) {
            Adopted adopted = Adopted.of(timeline, given);
            findings.addAll(adopted.findings());
            findings.addAll(new Interchange().findings(adopted.timeline(), format));
            Stream.ofNullable(format.tellsSize() ? Adopted.assumedSize(timeline) : null)
                    .forEach(findings::add);
            Path target = number == 1 ? out : numbered(number);
            new Interchange()
                    .write(adopted.timeline(), format, form, target)
                    .forEach(path -> terminal.out().println("written   " + path));
            number++;
        }
        findings.forEach(finding ->
                terminal.out().println("finding   " + finding.problem().oneLine()));
    }

    private Path numbered(int number) {
        String name = String.valueOf(out.getFileName());
        int point = name.lastIndexOf('.');
        return out.resolveSibling(name.substring(0, point) + "-timeline" + number + name.substring(point));
    }

    private Form.Target target() {
        return switch (program == null ? "" : program) {
            case "" -> Form.Target.ANY;
            case "premiere" -> Form.Target.PREMIERE;
            case "fcp" -> Form.Target.FCP;
            case "resolve" -> Form.Target.RESOLVE;
            case "avid" -> Form.Target.AVID;
            default ->
                throw new Problem(
                                "cli/bad-argument",
                                "No such program is known: \"" + program + "\".",
                                "",
                                "",
                                "Write --for premiere, fcp, resolve or avid, or leave it out.")
                        .asException();
        };
    }

    private String version(Format format) {
        boolean known = version.isEmpty()
                || (format == Format.FCPXML && version.matches("1\\.1[0-3]"))
                || (format.name().startsWith("OTIO") && version.matches("[12]"))
                || (format == Format.EDL && version.equals("long"));
        if (!known) {
            throw new Problem(
                            "cli/bad-argument",
                            "This version is not written: \"" + version + "\".",
                            "",
                            "",
                            "Write --form 1.10, 1.11, 1.12 or 1.13 for FCPXML, 1 or 2 for OTIO, long for EDL.")
                    .asException();
        }
        return version;
    }
}
