package backbeat.engine.render;

import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.Effect.Retime;
import backbeat.engine.timeline.Item.ClipItem;
import java.util.List;

/**
 * One clip as the film shows it, with its clock.
 *
 * @param start frame of the film with which it begins; what a transition shows of it before that has lower numbers
 * @param end frame of the film after its last
 * @param zero seconds from the clip's start at frame 0 of the film
 * @param perFrame seconds of the clip's row for a frame of the film: longer than a frame within a nested timeline that runs faster
 * @param outer effects of what it is nested in, after its own
 */
record Leaf(ClipItem clip, long start, long end, Rational zero, Rational perFrame, List<Effect> outer) {
    /** Clip time that is shown at a frame of the film. */
    Rational sourceAt(long frame) {
        Rational at = zero.plus(perFrame.times(frame));
        List<Retime.Point> points = retiming();
        return points.isEmpty() ? clip.sourceStart().plus(at.times(clip.speed())) : between(points, at);
    }

    /** Source seconds for one frame of the film around a frame. */
    Rational stepAt(long frame) {
        return sourceAt(frame + 1).minus(sourceAt(frame));
    }

    boolean hasSteadySpeed() {
        return retiming().isEmpty();
    }

    Retime.Way way() {
        return clip.effects().stream()
                .filter(Retime.class::isInstance)
                .map(effect -> ((Retime) effect).way())
                .findFirst()
                .orElse(Retime.Way.NEAREST);
    }

    private List<Retime.Point> retiming() {
        return clip.effects().stream()
                .filter(Retime.class::isInstance)
                .map(effect -> ((Retime) effect).points())
                .findFirst()
                .orElse(List.of());
    }

    /** Straight between points; before the first and after the last it goes on as between the nearest two. */
    private static Rational between(List<Retime.Point> points, Rational at) {
        if (points.size() == 1) {
            return points.getFirst().source();
        }
        int next = 1;
        while (next < points.size() - 1 && points.get(next).at().compareTo(at) <= 0) {
            next++;
        }
        Retime.Point one = points.get(next - 1);
        Retime.Point two = points.get(next);
        Rational length = two.at().minus(one.at());
        if (length.signum() == 0) {
            return two.source();
        }
        Rational share = at.minus(one.at()).dividedBy(length);
        return one.source().plus(two.source().minus(one.source()).times(share));
    }
}
