package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.SongProblems;
import backbeat.engine.song.Correction;
import backbeat.engine.song.Corrections;
import backbeat.engine.song.SongMap;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backbeat analyze}: the song map alone. */
@Command(
        name = "analyze",
        description = "Makes the map of a song: beats, bars, sections, energy, loudness, key.",
        mixinStandardHelpOptions = true,
        subcommands = {SongExplainCommand.class, ExportCommand.class, CarryCommand.class},
        footer = {
            "",
            "What you correct is kept in the map: the next analysis into the same file holds to it, and so does cut.",
            "",
            "Examples:",
            "  backbeat analyze song.wav --out song-map.json",
            "  backbeat analyze song.wav --out song-map.json --one 12.34",
            "  backbeat analyze song.wav --out song-map.json --double --section 1:02=chorus",
            "  backbeat analyze song.wav --out song-map.json --tempo 128 --first-beat 0.56",
            "  backbeat analyze song.flac --json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class AnalyzeCommand implements Runnable {
    @Parameters(paramLabel = "SONG", arity = "0..1", description = "The song: WAV, FLAC, MP3, M4A ...")
    private @Nullable Path song;

    @Mixin
    private Said said;

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
        if (song == null) {
            throw new Problem("cli/missing", "Something is missing: SONG.", "", "", "See: backbeat analyze --help")
                    .asException();
        }
        Path file = NamedFile.file(song, "the song");
        result.prepare();
        Corrections before = said.before(result.file());
        Backbeat backbeat = work.open();
        SongMap map = Job.run(terminal, running -> map(backbeat, file, before, running));
        result.tell(map, terminal);
        if (!result.isOnStandardOutput()) {
            tell(map);
        }
    }

    private void tell(SongMap map) {
        terminal.out().println("song      " + SongWords.line(map));
        map.corrections().forEach(correction -> terminal.out().println("held to   " + SongWords.said(correction)));
        Correction takenBack = said.takenBack();
        if (takenBack != null) {
            terminal.out().println("undone    " + SongWords.said(takenBack));
        }
    }

    private SongMap map(Backbeat backbeat, Path file, Corrections before, Work running) {
        Backbeat.Song song = backbeat.song(file, running.part(0, 0.02));
        if (!before.mayBeOf(song.facts().duration().toDouble())) {
            throw SongProblems.correctionsOfAnotherSong(file.toString()).asException();
        }
        Corrections all = said.with(before, known -> backbeat.analyse(song, known, running.part(0.02, 0.8)));
        return backbeat.analyse(song, all, running.part(0.8, 1));
    }
}
