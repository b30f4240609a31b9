package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.WholeFile;
import backbeat.engine.song.SongMap;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backbeat analyze}: the song map alone. */
@Command(
        name = "analyze",
        description = "Makes the map of a song: beats, bars, sections, energy, loudness, key.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  backbeat analyze song.wav --out song-map.json",
            "  backbeat analyze song.flac --json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class AnalyzeCommand implements Runnable {
    @Parameters(paramLabel = "SONG", description = "The song: WAV, FLAC, MP3, M4A ...")
    private Path song;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write the map (contract song-map/1). Default: standard output.")
    private @Nullable Path out;

    @Option(names = "--json", description = "For programs: the map on standard output; the default without --out.")
    private boolean json;

    @Mixin
    private WorkFolder work;

    private final Terminal terminal;

    AnalyzeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path file = NamedFile.file(song, "the song");
        if (out != null) {
            Originals.keepFromFile(NamedFile.named(out, "the result"));
            Writable.file(out);
        }
        Backbeat backbeat = work.open();
        SongMap map = Job.run(terminal, running -> backbeat.analyse(backbeat.song(file, running), running));
        if (out != null) {
            WholeFile.write(out, unfinished -> JsonFile.write(unfinished, map));
        }
        if (out != null && !json) {
            terminal.out().println("written   " + out);
        }
        if (json || out == null) {
            terminal.out().println(JsonFile.text(map));
        }
    }
}
