package backbeat.app.cli;

import backbeat.engine.problem.SongProblems;
import backbeat.engine.sync.SongAt;
import backbeat.engine.take.SlateLog;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options {@code --song}, {@code --footage}, {@code --song-at} and {@code --slate-log}: what a director brings, and knows of it. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class Material {
    @Option(
            names = "--song",
            required = true,
            paramLabel = "FILE",
            description = "The song: WAV, FLAC, MP3, M4A ... For sync it may be given several times: an album's day.")
    private List<Path> songs;

    @Option(
            names = "--footage",
            required = true,
            paramLabel = "DIR",
            description = "Folder with cards or clips; only read.")
    private Path footage;

    @Option(
            names = "--song-at",
            paramLabel = "TC@RATE",
            converter = SongTimecode.class,
            description =
                    "The timecode that playback carried where the song began, such as 01:00:00:00@25, or 01:00:00:00@25x1.2 where the song ran at 120 %%. May be given several times; with several songs once for each, in their order. Without it, it is learned where sound and timecode are both there.")
    private List<SongAt> songAt = List.of();

    @Option(
            names = "--slate-log",
            paramLabel = "FILE",
            description =
                    "A table of the takes as text (columns clip, take, song): decides between places that sound alike, and which clips are one take.")
    private @Nullable Path slateLog;

    SlateLog slateLog() {
        return slateLog == null ? SlateLog.none() : SlateLog.read(NamedFile.file(slateLog, "the slate log"));
    }

    List<SongAt> songAt() {
        return songAt;
    }

    /** The one song of a video. */
    Path song() {
        if (songs.size() > 1) {
            throw SongProblems.severalSongs(songs.get(1).toString()).asException();
        }
        return songs().getFirst();
    }

    List<Path> songs() {
        return songs.stream().map(song -> NamedFile.file(song, "the song")).toList();
    }

    Path footage() {
        return NamedFile.folder(footage, "the footage");
    }
}
