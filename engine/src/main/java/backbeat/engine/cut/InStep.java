package backbeat.engine.cut;

import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps long shots in step with the song.
 *
 * <p>No two clocks run alike: 100 millionths are a frame in seven minutes, so a shot that starts on the right frame shows the wrong one later. Editing programs know
 * no such speeds; they know cuts. So the shot is divided where the frame on the screen would no longer be the one that was filmed at that moment of the song, and goes
 * on with the right one: one frame is left out, or shown twice.
 */
final class InStep {
    /** Where frames match one to one a frame may begin that much late, or stay that much too long: a fresh choice is not made for less. */
    private static final double SECONDS = 1e-3;

    private static final double PART_OF_FRAME = 0.125;
    /** Where frames do not match one to one: how far the clock may be away, in frames of the clip. */
    private static final double ASTRAY = 0.25;

    private final Take take;
    private final double frame;
    private final double tolerance;

    private InStep(Take take) {
        this.take = take;
        this.frame = take.video().rate().frameDuration().toDouble();
        this.tolerance = Math.min(SECONDS, PART_OF_FRAME * frame);
    }

    /**
     * Frames of the timeline that show the clip at its nominal speed.
     *
     * @param to the frame after the last
     * @param sourceStart clip time at the first of them
     */
    record Stretch(int from, int to, Rational sourceStart) {}

    /** One stretch, or as many as the drift asks for. */
    static List<Stretch> stretches(Take take, int from, int to) {
        InStep inStep = new InStep(take);
        List<Stretch> stretches = new ArrayList<>();
        for (int at = from; at < to; at = stretches.getLast().to()) {
            stretches.add(inStep.longest(at, to));
        }
        return List.copyOf(inStep.withoutFlicker(stretches));
    }

    /** What goes on for a moment only at the end begins earlier: the song is as near there. */
    private List<Stretch> withoutFlicker(List<Stretch> stretches) {
        Stretch last = stretches.getLast();
        int from = last.to - ShotSearch.FEWEST_FRAMES;
        if (stretches.size() < 2 || last.from <= from) {
            return stretches;
        }
        List<Stretch> others = new ArrayList<>(stretches.subList(0, stretches.size() - 1));
        Stretch before = others.removeLast();
        if (from - before.from < ShotSearch.FEWEST_FRAMES) {
            return stretches;
        }
        others.add(new Stretch(before.from, from, before.sourceStart));
        others.add(new Stretch(from, last.to, take.sourceStart(from, last.to - from)));
        return others;
    }

    private Stretch longest(int from, int to) {
        Stretch whole = new Stretch(from, to, take.sourceStart(from, to - from));
        if (lastInStep(whole) == to) {
            return whole;
        }
        Stretch best = new Stretch(from, to, take.sourceStart(from, 1));
        return new Stretch(from, Math.max(from + 1, lastInStep(best)), best.sourceStart);
    }

    /** The frame after the last one that is right. */
    private int lastInStep(Stretch stretch) {
        double perFrame = take.rate().frameDuration().times(take.speed()).toDouble();
        double start = stretch.sourceStart.toDouble();
        double end = take.endOfSource().toDouble() + tolerance * PART_OF_FRAME;
        for (int at = stretch.from; at < stretch.to; at++) {
            double shown = start + (at - stretch.from) * perFrame;
            if (!isRight(take.clipTimeAt(at) - shown) || shown + perFrame > end) {
                return at;
            }
        }
        return stretch.to;
    }

    /** @param late by how much the moment to be shown lies after the one from which the shown frame, or time, counts */
    private boolean isRight(double late) {
        return take.stepsByWholeFrames()
                ? late >= -Take.BEGINS_WITHIN.toDouble() - tolerance && late <= frame + tolerance
                : Math.abs(late) <= ASTRAY * frame;
    }
}
