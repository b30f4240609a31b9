package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage;
import backbeat.engine.sync.SongAt;
import backbeat.engine.sync.SyncResult;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code backbeat sync}: where each clip sits on the song. */
@Command(
        name = "sync",
        description = "Finds where each clip sits on the song, or says why that cannot be told.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  backbeat sync --song song.wav --footage cards/ --out sync.json",
            "  backbeat sync --song song.wav --footage cards/ --json",
            "  backbeat sync --song song.wav --footage cards/ --song-at 01:00:00:00@25"
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SyncCommand implements Runnable {
    @Mixin
    private Material material;

    @Mixin
    private JsonResult result;

    @Mixin
    private WorkFolder work;

    private final Terminal terminal;

    SyncCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Path songFile = material.song();
        Path folder = material.footage();
        result.prepare();
        Backbeat backbeat = work.open();
        SyncResult placed = Job.run(terminal, running -> sync(backbeat, songFile, folder, material.songAt(), running));
        result.tell(placed, terminal);
        if (!result.isOnStandardOutput()) {
            TakeWords.print(placed, terminal.out());
        }
    }

    private static SyncResult sync(Backbeat backbeat, Path songFile, Path folder, List<SongAt> songAt, Work work) {
        Backbeat.Song song = backbeat.song(songFile, work.part(0, 0.01));
        Footage found = backbeat.ingest(folder, work.part(0.01, 0.2));
        if (found.clips().isEmpty()) {
            throw UnusedFiles.nothingElse(found).asException();
        }
        return backbeat.sync(song, found, songAt, work.part(0.2, 1));
    }
}
