package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.song.SongMap;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private JsonResult result;

    @Mixin
    private WorkFolder work;

    private final Terminal terminal;

    AnalyzeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path file = NamedFile.file(song, "the song");
        result.prepare();
        Backbeat backbeat = work.open();
        SongMap map = Job.run(terminal, running -> backbeat.analyse(backbeat.song(file, running), running));
        result.tell(map, terminal);
    }
}
