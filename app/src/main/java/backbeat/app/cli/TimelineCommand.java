package backbeat.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code backbeat timeline}: timelines of other programs. */
@Command(
        name = "timeline",
        description = "Reads and converts timelines of other programs.",
        mixinStandardHelpOptions = true,
        subcommands = {TimelineShowCommand.class, TimelineConvertCommand.class, TimelineConformCommand.class},
        footer = {
            "",
            "Read: EDL, FCPXML, XML for Premiere, OTIO and .otioz, AAF, ALE.",
            "",
            "Examples:",
            "  backbeat timeline show cut.fcpxml",
            "  backbeat timeline show cut.edl --rate 25 --json",
            "  backbeat timeline convert cut.fcpxml cut.edl"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the field
final class TimelineCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Terminal terminal;

    TimelineCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        spec.commandLine().usage(terminal.out());
    }
}
