package backbeat.engine.cut;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shot of the cut with its reasons.
 *
 * @param clip path of the clip; null for black
 * @param songStart song time of its first frame, in seconds
 * @param songEnd song time after its last frame, in seconds
 * @param bar bar and beat where it starts, as {@code 34.2}; empty where the song has no steady beat
 * @param reasons in words, the weightiest first
 * @param runnerUp the clip that would have been next; null when there was none
 */
public record Choice(
        @Nullable String clip,
        String camera,
        double songStart,
        double songEnd,
        String bar,
        List<String> reasons,
        @Nullable String runnerUp) {}
