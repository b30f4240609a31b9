package backbeat.app.cli;

import backbeat.app.report.SongPage;
import backbeat.engine.Backbeat;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Work;
import backbeat.engine.song.Corrections;
import backbeat.engine.song.SongExplanation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backbeat analyze explain}: why a song has the map that it has. */
@Command(
        name = "explain",
        description = {
            "Tells why a song has these beats and bars: onset strength, tempi, the readings that were weighed, and the choice.",
            "With --out it is drawn on a page of its own."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  backbeat analyze explain song.wav",
            "  backbeat analyze explain song.wav --corrections song-map.json --out why.html"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SongExplainCommand implements Runnable {
    @Parameters(paramLabel = "SONG", description = "The song: WAV, FLAC, MP3, M4A ...")
    private Path song;

    @Option(names = "--out", paramLabel = "FILE.html", description = "Draws it as a page.")
    private @Nullable Path out;

    @Option(
            names = "--corrections",
            paramLabel = "FILE",
            description = "A song map or corrections file whose corrections are held to.")
    private @Nullable Path corrections;

    @Option(names = "--json", description = "For programs: contract song-explanation/1.")
    private boolean json;

    @Mixin
    private WorkFolder work;

    private final Terminal terminal;

    SongExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path file = NamedFile.file(song, "the song");
        Corrections said = Said.kept(corrections, null);
        Path page = out;
        if (page != null) {
            prepare(page);
        }
        Backbeat backbeat = work.open();
        SongExplanation why = Job.run(terminal, running -> explain(backbeat, file, said, running));
        String name = String.valueOf(file.getFileName());
        if (page != null) {
            SongPage.write(page, name, why);
        }
        if (json) {
            terminal.out().println(JsonFile.text(why));
            return;
        }
        SongExplainWords.print(name, why, terminal.out());
        if (page != null) {
            terminal.out().println();
            terminal.out().println("written   " + page);
        }
    }

    private static void prepare(Path page) {
        NamedFile.named(page, "the page");
        if (!Files.exists(page) || !SongPage.isOne(page)) {
            Originals.keepFromFile(page);
        }
        Writable.file(page);
    }

    private static SongExplanation explain(Backbeat backbeat, Path file, Corrections said, Work running) {
        Backbeat.Song known = backbeat.song(file, running.part(0, 0.02));
        return backbeat.explain(known, said, running.part(0.02, 1));
    }
}
