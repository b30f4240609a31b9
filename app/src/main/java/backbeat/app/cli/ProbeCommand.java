package backbeat.app.cli;

import backbeat.app.wiring.Settings;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.MediaFactsJson;
import backbeat.engine.media.VideoFacts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backbeat probe FILE}. */
@Command(
        name = "probe",
        description = "Tells the facts of one media file: size, exact rate, frames, timecode, sound.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  backbeat probe A001C003.MP4", "  backbeat probe song.wav --json"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ProbeCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "The media file.")
    private Path file;

    @Option(names = "--json", description = "For programs: contract media-facts/1.")
    private boolean json;

    private final Terminal terminal;

    ProbeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path media = NamedFile.file(file, "media");
        MediaFacts facts = Settings.ofThisUser().openMedia().probe(media);
        if (json) {
            terminal.out().println(MediaFactsJson.text(facts));
        } else {
            print(facts, terminal.out());
        }
    }

    private static void print(MediaFacts facts, PrintWriter out) {
        row(out, "file", facts.file() + " (" + facts.container() + ")");
        row(out, "length", String.format(Locale.ROOT, "%.3f s", facts.duration().toDouble()));
        VideoFacts video = facts.video();
        row(out, "picture", video == null ? "none" : describe(video));
        if (video != null && video.timecode() != null) {
            row(out, "timecode", video.timecode());
        }
        AudioFacts audio = facts.audio();
        row(out, "sound", audio == null ? "none" : describe(audio));
        facts.findings()
                .forEach(finding -> row(out, "finding", finding.problem().oneLine()));
    }

    private static String describe(VideoFacts video) {
        return video.codec() + ", " + video.width() + " x " + video.height()
                + (video.rotation() == 0 ? "" : " (turned by " + video.rotation() + " degrees)") + ", "
                + video.frames() + " frames at " + (video.variableRate() ? "a variable rate, about " : "")
                + video.rate().spoken() + " a second";
    }

    private static String describe(AudioFacts audio) {
        return audio.codec() + ", " + audio.sampleRate() + " Hz, " + audio.channels()
                + (audio.channels() == 1 ? " channel" : " channels")
                + (audio.streams() > 1 ? ", the first of " + audio.streams() + " streams" : "");
    }

    private static void row(PrintWriter out, String name, String value) {
        out.println(String.format(Locale.ROOT, "%-9s %s", name, value.replaceAll("\\p{Cntrl}+", " ")));
    }
}
