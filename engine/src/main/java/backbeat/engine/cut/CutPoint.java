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
        SECTION(0),
        DOWNBEAT(0.15),
        MID_BAR(0.6),
        BEAT(1.2),
        /** A rise of energy in a song without a steady beat. */
        RISE(0.3),
        /** Where a clip begins or ends: only used where there is no way to cut on a beat. */
        EDGE(4);

        /** How much a cut here is worse than one at the start of a section. */
        final double cost;

        Kind(double cost) {
            this.cost = cost;
        }
    }
}
