package backbeat.engine.interchange;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of clips.
 *
 * @param index among the tracks of its kind, from 1
 * @param lane of FCPXML, where 0 is the primary storyline; null in formats without lanes
 * @param foreign what was not understood, see {@link ForeignTimeline}
 */
public record ForeignTrack(
        Kind kind,
        int index,
        @Nullable Integer lane,
        String name,
        List<ForeignClip> clips,
        List<ForeignTransition> transitions,
        Map<String, String> foreign) {
    public ForeignTrack(
            Kind kind,
            int index,
            @Nullable Integer lane,
            String name,
            List<ForeignClip> clips,
            List<ForeignTransition> transitions) {
        this(kind, index, lane, name, clips, transitions, Map.of());
    }

    public enum Kind {
        VIDEO,
        AUDIO,
        CAPTION
    }
}
