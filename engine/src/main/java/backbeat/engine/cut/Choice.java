package backbeat.engine.cut;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One shot of the cut with its reasons.
 *
 * @param clip path of the clip; null for black
 * @param beside paths of the clips that are seen at the same time, in columns of the frame
 * @param clipStart clip time that its first frame shows, in seconds; null for black
 * @param songStart song time of its first frame, in seconds
 * @param songEnd song time after its last frame, in seconds
 * @param bar bar and beat where it starts, as {@code 34.2}; empty where the song has no steady beat
 * @param reasons in words, the weightiest first
 * @param prices what the choice cost, by the name of each term that counted: below zero is a gain
 * @param runnerUp the clip that would have been next; null when there was none
 * @param runnerUpMore by how much that one would have cost more; below zero where another rule kept it away
 */
public record Choice(
        @Nullable String clip,
        String camera,
        List<String> beside,
        @Nullable Double clipStart,
        double songStart,
        double songEnd,
        String bar,
        List<String> reasons,
        Map<String, Double> prices,
        @Nullable String runnerUp,
        @Nullable Double runnerUpMore) {
    public Choice {
        // Files of older cuts do not say it.
        beside = beside == null ? List.of() : List.copyOf(beside);
    }

    /** How the reason of a shot begins that is divided only to stay with the song. */
    static final String GOES_ON = "the same shot goes on";

    /** Whether this is no new shot, but the one before. */
    public boolean goesOn() {
        return !reasons.isEmpty() && reasons.getFirst().startsWith(GOES_ON);
    }

    Choice upTo(double end) {
        return new Choice(
                clip, camera, beside, clipStart, songStart, end, bar, reasons, prices, runnerUp, runnerUpMore);
    }
}
