package backbeat.engine.cut;

import backbeat.engine.time.BarBeat;
import org.jspecify.annotations.Nullable;

/**
 * A frame where a shot may begin.
 *
 * @param seconds song time of the frame
 * @param place bar and beat; null off the beat
 */
record CutPoint(
        int frame, double seconds, Kind kind, @Nullable BarBeat place) {
    enum Kind {
        /** Where a shot that a person holds begins or ends. */
        HELD,
        SECTION,
        DOWNBEAT,
        MID_BAR,
        BEAT,
        /** A rise of energy in a song without a steady beat. */
        RISE,
        /** Where a clip begins or ends: only used where there is no way to cut on a beat. */
        EDGE
    }
}
