package backbeat.engine.cut;

import backbeat.engine.media.VideoFacts;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where several cameras are seen side by side: in every other shot that is loud, long enough to look from one picture to the next, and covered by more cameras with a
 * good picture. Each picture fills a column of the frame with its middle.
 */
final class SplitScreens {
    private static final double LOUD = 0.5;
    /** In seconds: below that nobody sees more than one picture. */
    private static final double SHORTEST = 1;

    private final ShotCosts costs;

    SplitScreens(ShotCosts costs) {
        this.costs = costs;
    }

    /** By index of the shot: what is seen beside it, from left to right. */
    Map<Integer, List<Take>> of(List<Shot> shots) {
        Map<Integer, List<Take>> beside = new HashMap<>();
        for (int i = 0; i < shots.size(); i++) {
            Shot shot = shots.get(i);
            Take take = shot.take();
            if (take != null && !beside.containsKey(i - 1) && isLoudAndLong(shot)) {
                List<Take> others = others(shot, take);
                if (!others.isEmpty()) {
                    beside.put(i, others);
                }
            }
        }
        return beside;
    }

    private boolean isLoudAndLong(Shot shot) {
        List<CutPoint> points = costs.points();
        double loudness = costs.pace()
                .loudness(
                        points.get(shot.from()).seconds(), points.get(shot.to()).seconds());
        return loudness >= LOUD && costs.seconds(shot.from(), shot.to()) >= SHORTEST;
    }

    private List<Take> others(Shot shot, Take take) {
        List<Take> found = new ArrayList<>();
        costs.takes().stream()
                .filter(other -> other.covers(
                        costs.points().get(shot.from()).frame(),
                        costs.points().get(shot.to()).frame()))
                .filter(other -> !costs.isPoor(shot.from(), shot.to(), other))
                .sorted(Comparator.comparingDouble(other -> costs.of(shot.from(), shot.to(), other)))
                .forEach(other -> {
                    boolean newCamera = !other.camera().equals(take.camera())
                            && found.stream().noneMatch(known -> known.camera().equals(other.camera()));
                    if (newCamera && found.size() < costs.style().pictures() - 1) {
                        found.add(other);
                    }
                });
        return List.copyOf(found);
    }

    /**
     * A column of the frame filled with the middle of a picture.
     *
     * @param column from 0, the leftmost
     */
    static Effect.Framing column(VideoFacts video, PictureFormat frame, int column, int columns) {
        Rational own = Rational.of(video.width(), Math.max(1, video.height())).times(video.pixelAspect());
        Rational whole = Rational.of(frame.width(), frame.height());
        Rational fittedWidth = own.dividedBy(whole).min(Rational.ONE);
        Rational fittedHeight = whole.dividedBy(own).min(Rational.ONE);
        Rational width = Rational.of(1, columns);
        Rational scale = width.dividedBy(fittedWidth).max(fittedHeight.inverse());
        Rational sides = cutOff(width, fittedWidth.times(scale));
        Rational ends = cutOff(Rational.ONE, fittedHeight.times(scale));
        Rational x = Rational.of(2L * column + 1 - columns, 2L * columns);
        return new Effect.Framing(scale, x, Rational.ZERO, Rational.ZERO, new Effect.Crop(sides, sides, ends, ends));
    }

    /** The part at each of two edges that is too much. */
    private static Rational cutOff(Rational wanted, Rational had) {
        return Rational.ONE.minus(wanted.dividedBy(had)).times(Rational.of(1, 2));
    }
}
