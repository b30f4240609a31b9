package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Work;
import backbeat.engine.playback.PlaybackFile;
import backbeat.engine.playback.PlaybackOrder;
import backbeat.engine.problem.Problem;
import backbeat.engine.song.Corrections;
import backbeat.engine.song.SongMap;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backbeat playback}: the file that is played on the set. */
@Command(
        name = "playback",
        description = {
            "Writes the file to play on the set: stereo WAV, 48 kHz, 24 bits.",
            "Left: beeps in the song's tempo, then the song. Right: linear timecode, to be recorded on a sound channel of each camera."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The song's first sample lies exactly on --start. At another --speed the timecode keeps its own rate; what to tell sync is printed.",
            "Give each speed a start of its own, such as another hour: then the timecode tells which file was played.",
            "",
            "Examples:",
            "  backbeat playback --song song.wav --out playback.wav",
            "  backbeat playback --song song.wav --out playback-120.wav --rate 23.976 --start 02:00:00:00 --speed 1.2"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class PlaybackCommand implements Runnable {
    @Option(names = "--song", required = true, paramLabel = "FILE", description = "The song: WAV, FLAC, MP3, M4A ...")
    private Path song;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The WAV file to write.")
    private Path out;

    @Option(
            names = "--rate",
            paramLabel = "FPS",
            defaultValue = "25",
            description = "Frames a second of the timecode: 23.976, 24, 25, 29.97 or 30. Default: ${DEFAULT-VALUE}.")
    private String rate;

    @Option(
            names = "--start",
            paramLabel = "TC",
            defaultValue = "01:00:00:00",
            description =
                    "Timecode where the song begins; a ; before the frames means drop frame. Default: ${DEFAULT-VALUE}.")
    private String start;

    @Option(
            names = "--count-in",
            paramLabel = "BARS",
            defaultValue = "2",
            converter = WholeNumber.class,
            description = "Bars of beeps before the song. Default: ${DEFAULT-VALUE}.")
    private Long countIn;

    @Option(
            names = "--speed",
            paramLabel = "FACTOR",
            defaultValue = "1",
            description = "How fast the song runs: 1.2 or 6/5 for 120 %%. Default: ${DEFAULT-VALUE}.")
    private String speed;

    @Option(
            names = "--corrections",
            paramLabel = "FILE",
            description = "A song map or corrections file: the beeps are in the tempo that was said.")
    private @Nullable Path corrections;

    @Option(names = "--json", description = "For programs: what was written, as JSON on standard output.")
    private boolean json;

    @Mixin
    private WorkFolder work;

    private final Terminal terminal;

    PlaybackCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path songFile = NamedFile.file(song, "the song");
        PlaybackOrder order = order();
        Corrections said = Said.kept(corrections, null);
        refuseOtherEndings();
        Originals.keepFromFile(NamedFile.named(out, "the playback file"));
        Writable.file(out);
        Backbeat backbeat = work.open();
        PlaybackFile.Written written = Job.run(terminal, running -> write(backbeat, songFile, said, order, running));
        terminal.out().println(json ? JsonFile.text(asData(written)) : spoken(written));
    }

    /** A player believes the name. */
    private void refuseOtherEndings() {
        if (!out.toString().toLowerCase(Locale.ROOT).endsWith(".wav")) {
            throw new Problem(
                            "cli/bad-argument",
                            "The playback file is a WAV file, and its name says something else.",
                            out.toString(),
                            "",
                            "Give it a name that ends with .wav.")
                    .asException();
        }
    }

    private PlaybackOrder order() {
        Rate frames = understood(() -> Rate.parse(rate));
        Timecode label = understood(() -> Timecode.parse(start, frames));
        if (start.contains(";") && !label.dropFrame()) {
            throw new Problem(
                            "cli/bad-argument",
                            "There is no drop frame at " + frames.spoken() + " frames a second.",
                            start,
                            "",
                            "Write " + label + ", or choose --rate 29.97.")
                    .asException();
        }
        Rational factor = understood(() -> Rational.parse(speed));
        return new PlaybackOrder(label, Math.clamp(countIn, -1, Integer.MAX_VALUE), factor);
    }

    private static <T> T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | ArithmeticException slip) {
            throw new Problem(
                            "cli/bad-argument",
                            "This could not be understood: " + slip.getMessage() + ".",
                            "",
                            "",
                            "See: backbeat playback --help")
                    .asException();
        }
    }

    private PlaybackFile.Written write(
            Backbeat backbeat, Path songFile, Corrections said, PlaybackOrder order, Work running) {
        Backbeat.Song known = backbeat.song(songFile, running.part(0, 0.05));
        SongMap map = backbeat.analyse(known, said, running.part(0.05, 0.5));
        return backbeat.playback(known, map, order, out, running.part(0.5, 1));
    }

    private String spoken(PlaybackFile.Written written) {
        return String.format(
                Locale.ROOT,
                "written   %s%nlength    %.1f s; the song begins at %.0f s, on %s, after %d beeps%s%nat sync   --song-at %s",
                out,
                written.seconds(),
                written.songBeginsAt(),
                written.songAt().start(),
                written.beeps(),
                written.inTempo() || written.beeps() == 0 ? "" : ", one a second: the song has no steady beat",
                written.songAt());
    }

    private Map<String, Object> asData(PlaybackFile.Written written) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("contract", "playback/1");
        data.put("file", out.toString());
        data.put("seconds", written.seconds());
        data.put("songBeginsAt", written.songBeginsAt());
        data.put("beeps", written.beeps());
        data.put("inTempo", written.inTempo());
        data.put("songAt", written.songAt().toString());
        return data;
    }
}
