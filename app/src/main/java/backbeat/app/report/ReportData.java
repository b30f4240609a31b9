package backbeat.app.report;

import backbeat.engine.cut.RoughCut;
import backbeat.engine.footage.Footage;
import backbeat.engine.problem.Finding;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the report tells of.
 *
 * @param title of the production or the song
 * @param peaks the song's wave-form: lowest and highest value (-1..1) of each column in turn, columns of equal length over the whole song; may be empty
 * @param cut null when nothing could be cut
 * @param thumbnails a small picture for the path of a clip, as a {@code data:image/...;base64,} URI; clips without one are fine
 * @param shotPictures a small picture out of a shot for its place in the cut, counted from 0, likewise; a shot without one shows its clip's
 * @param poster what the film's place shows before it plays, as such a URI but larger; null when there is none
 * @param findings of the whole run; those inside the other parts are shown as well, each once
 * @param writtenFiles what was written beside the report, relative to its folder, with {@code /}
 * @param made program, version and time, for the foot of the page
 */
public record ReportData(
        String title,
        SongMap map,
        List<Float> peaks,
        Footage footage,
        SyncResult sync,
        @Nullable RoughCut cut,
        Map<String, String> thumbnails,
        Map<Integer, String> shotPictures,
        @Nullable String poster,
        List<Finding> findings,
        List<String> writtenFiles,
        String made) {}
