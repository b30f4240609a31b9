package backbeat.app.cli;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.ResultFile;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.song.Corrections;
import backbeat.engine.song.SongMap;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A song that was named by its sound or by its map.
 *
 * @param song null where only the map is at hand
 */
record SongOrMap(SongMap map, Backbeat.@Nullable Song song, String title) {
    /** @param said of the song; of a map, what stands in it */
    static SongOrMap open(Backbeat backbeat, Path file, Corrections said, Work work) {
        String title = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        if (ResultFile.SONG_MAP.isMarkedIn(file)) {
            return new SongOrMap(map(file), null, title);
        }
        Backbeat.Song song = backbeat.song(file, work.part(0, 0.02));
        return new SongOrMap(backbeat.analyse(song, said, work.part(0.02, 1)), song, title);
    }

    private static SongMap map(Path file) {
        try {
            return JsonFile.read(file, SongMap.class);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "cli/no-song-map",
                            "The song map cannot be read.",
                            file.toString(),
                            "",
                            "Make it anew: backbeat analyze SONG --out " + file.getFileName()),
                    e);
        }
    }
}
