package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.WholeFile;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage;
import backbeat.engine.sync.SyncResult;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backbeat sync}: where each clip sits on the song. */
@Command(
        name = "sync",
        description = "Finds where each clip sits on the song, or says why that cannot be told.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  backbeat sync --song song.wav --footage cards/ --out sync.json",
            "  backbeat sync --song song.wav --footage cards/ --json"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SyncCommand implements Runnable {
    @Option(names = "--song", required = true, paramLabel = "FILE", description = "The song: WAV, FLAC, MP3, M4A ...")
    private Path song;

    @Option(
            names = "--footage",
            required = true,
            paramLabel = "DIR",
            description = "Folder with cards or clips; only read.")
    private Path footage;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write the result (contract sync/1). Default: standard output.")
    private @Nullable Path out;

    @Option(names = "--json", description = "For programs: the result on standard output; the default without --out.")
    private boolean json;

    @Mixin
    private WorkFolder work;

    private final Terminal terminal;

    SyncCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path songFile = NamedFile.file(song, "the song");
        Path folder = NamedFile.folder(footage, "the footage");
        if (out != null) {
            Originals.keepFromFile(NamedFile.named(out, "the result"));
            Writable.file(out);
        }
        Backbeat backbeat = work.open();
        SyncResult result = Job.run(terminal, running -> sync(backbeat, songFile, folder, running));
        if (out != null) {
            WholeFile.write(out, unfinished -> JsonFile.write(unfinished, result));
        }
        if (out != null && !json) {
            terminal.out().println("written   " + out);
        }
        if (json || out == null) {
            terminal.out().println(JsonFile.text(result));
        }
    }

    private static SyncResult sync(Backbeat backbeat, Path songFile, Path folder, Work work) {
        Backbeat.Song song = backbeat.song(songFile, work.part(0, 0.01));
        Footage found = backbeat.ingest(folder, work.part(0.01, 0.2));
        if (found.clips().isEmpty()) {
            throw UnusedFiles.nothingElse(found).asException();
        }
        return backbeat.sync(song, found, work.part(0.2, 1));
    }
}
