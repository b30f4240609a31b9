package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.lyrics.Lyrics;
import backbeat.engine.lyrics.LyricsFormat;
import backbeat.engine.lyrics.VocalOnsets;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backbeat lyrics snap}. */
@Command(
        name = "snap",
        description = {
            "Puts lines onto the singing where its onset is clear; all others stay, and it is said which.",
            "The voice is looked for in the middle of the stereo picture, from 200 to 4000 Hz."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  backbeat lyrics snap song.lrc --song song.wav --out snapped.lrc"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LyricsSnapCommand implements Runnable {
    @Parameters(paramLabel = "LYRICS", description = "LRC, or UltraStar text.")
    private Path in;

    @Option(names = "--song", required = true, paramLabel = "FILE", description = "The song: WAV, FLAC, MP3, M4A ...")
    private Path song;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write: .lrc, .srt, .vtt, .ttml.")
    private Path out;

    @Mixin
    private LyricsTarget target;

    @Mixin
    private WorkFolder work;

    private final Terminal terminal;

    LyricsSnapCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path source = NamedFile.file(in, "the lyrics");
        Path songFile = NamedFile.file(song, "the song");
        LyricsFormat format = target.prepare(source, out);
        Lyrics lyrics = LyricsTarget.read(source, terminal);
        Backbeat backbeat = work.open();
        VocalOnsets.Snapped snapped = Job.run(
                terminal, running -> backbeat.snap(lyrics, backbeat.song(songFile, running.part(0, 0.1)), running));
        target.write(snapped.lyrics(), format, out, terminal);
        snapped.outcomes().forEach(this::print);
    }

    private void print(VocalOnsets.Outcome outcome) {
        Double to = outcome.to();
        String what = to == null
                ? "stays; no clear onset"
                : String.format(Locale.ROOT, "%+.0f ms", 1000 * (to - outcome.from()));
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%s  %-22s %.2f  %s%n",
                        StepWords.clock(outcome.from()),
                        what,
                        outcome.clearness(),
                        outcome.text().replaceAll("\\p{Cntrl}+", " "));
    }
}
