package backbeat.engine.render;

import backbeat.engine.timeline.Item.Transition;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a lane of the film: one clip, or two passing over into each other.
 *
 * @param from first frame of the film
 * @param to the frame after the last
 * @param leaf what is seen; in a transition what it begins with
 * @param next what the transition ends with; null outside of one
 * @param over from where to where the transition goes, which may be more than this stretch; null outside of one
 */
record Span(
        long from,
        long to,
        Leaf leaf,
        @Nullable Leaf next,
        @Nullable Over over) {
    record Over(Transition.Kind kind, long from, long to) {}

    Span {
        if (to <= from) {
            throw new IllegalArgumentException("a span must have a length: " + from + " to " + to);
        }
    }

    static Span of(Leaf leaf, long from, long to) {
        return new Span(from, to, leaf, null, null);
    }

    boolean covers(long frame) {
        return from <= frame && frame < to;
    }
}
