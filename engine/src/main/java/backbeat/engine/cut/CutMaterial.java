package backbeat.engine.cut;

import backbeat.engine.footage.Footage;
import backbeat.engine.looks.FootageLooks;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.shotlist.ShotList;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult;
import java.nio.file.Path;

/**
 * All that a cut is made from.
 *
 * @param looks of as many clips as were looked at
 * @param plan what people want to show on the bars of the song
 */
public record CutMaterial(
        Path song,
        MediaFacts songFacts,
        SongMap map,
        Footage footage,
        SyncResult sync,
        FootageLooks looks,
        ShotList plan) {}
