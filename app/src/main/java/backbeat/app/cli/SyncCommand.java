package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage;
import backbeat.engine.sync.AlbumResult;
import backbeat.engine.sync.SongAt;
import backbeat.engine.sync.SyncResult;
import backbeat.engine.take.SlateLog;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code backbeat sync}: where each clip sits on the song. */
@Command(
        name = "sync",
        description = "Finds where each clip sits on the song, or says why that cannot be told.",
        mixinStandardHelpOptions = true,
        subcommands = ExplainCommand.class,
        footer = {
            "",
            "Examples:",
            "  backbeat sync --song song.wav --footage cards/ --out sync.json",
            "  backbeat sync --song song.wav --footage cards/ --json",
            "  backbeat sync --song one.wav --song two.wav --footage cards/ --out album.json",
            "  backbeat sync --song song.wav --footage cards/ --song-at 01:00:00:00@25",
            "  backbeat sync explain A001.mov --song song.wav"
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
        List<Path> songFiles = material.songs();
        Path folder = material.footage();
        SlateLog slate = material.slateLog();
        result.prepare();
        Backbeat backbeat = work.open();
        List<SyncResult> placed = Job.run(terminal, running -> sync(backbeat, songFiles, folder, slate, running));
        result.tell(placed.size() == 1 ? placed.getFirst() : new AlbumResult(placed), terminal);
        if (!result.isOnStandardOutput()) {
            placed.forEach(song -> tell(song, placed.size()));
        }
    }

    private void tell(SyncResult song, int songs) {
        if (songs > 1) {
            terminal.out().println("song      " + song.song().path());
        }
        SyncWords.print(song, terminal.out());
        TakeWords.print(song, terminal.out());
    }

    /** One result for each song. */
    private List<SyncResult> sync(Backbeat backbeat, List<Path> files, Path folder, SlateLog slate, Work work) {
        List<Backbeat.Song> songs = files.stream()
                .map(file -> backbeat.song(file, work.part(0, 0.01)))
                .toList();
        Footage found = backbeat.ingest(folder, work.part(0.01, 0.2));
        if (found.clips().isEmpty()) {
            throw UnusedFiles.nothingElse(found).asException();
        }
        Work rest = work.part(0.2, 1);
        List<SongAt> songAt = material.songAt();
        return songs.size() == 1
                ? List.of(backbeat.sync(songs.getFirst(), found, songAt, slate, rest))
                : backbeat.syncAlbum(songs, found, songAt, slate, rest);
    }
}
