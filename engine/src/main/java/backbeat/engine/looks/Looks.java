package backbeat.engine.looks;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * What one clip looks like over its length. Times are seconds of clip time; value i of a series counts from i / rate to (i + 1) / rate.
 *
 * @param path by which the clip is told in every result
 * @param depth how closely it was looked at; by key frames alone shake, pan, zoom and motion are not known and stand at 0
 * @param rate values in a second
 * @param passages in order of their start
 * @param quality from 0, not to be shown, to 1
 * @param sharpness against the clip's own best, 1 as sharp; {@code -1} where there is too little to see
 * @param brightness mean, from 0 to 1
 * @param clipped share of dots that are white without drawing
 * @param crushed share of dots that are black without drawing
 * @param shake of the camera above one swing a second, in lengths of the picture's long side a second
 * @param panAcross calm shift of what is seen to the right, in such lengths a second
 * @param panDown the same downwards
 * @param zoom growth a second, 0.1 for a tenth
 * @param motion in the picture once the camera's is taken out: mean change in a 25th of a second as a share of the contrast
 * @param faces of one picture every three seconds
 * @param shotSize how large people stand in the picture, over the whole clip
 */
public record Looks(
        String path,
        Depth depth,
        int rate,
        List<Passage> passages,
        List<Double> quality,
        List<Double> sharpness,
        List<Double> brightness,
        List<Double> clipped,
        List<Double> crushed,
        List<Double> shake,
        List<Double> panAcross,
        List<Double> panDown,
        List<Double> zoom,
        List<Double> motion,
        List<Sighting> faces,
        ShotSize shotSize) {
    /** Faces are asked every three seconds: what was seen so near counts for a shot without a picture of its own. */
    private static final double BESIDE_SECONDS = 1.5;

    /** How good the picture is between two clip times, from 0 to 1. A bad moment counts as much as all the rest: that is what people see. */
    public double quality(double from, double to) {
        return (mean(quality, from, to) + over(quality, from, to, Math::min)) / 2;
    }

    /** How much happens in the picture between two clip times; 0 where it was not looked for. */
    public double motion(double from, double to) {
        return mean(motion, from, to);
    }

    public double shake(double from, double to) {
        return mean(shake, from, to);
    }

    /** How fast the camera pans or tilts, in lengths of the picture's long side a second. */
    public double pan(double from, double to) {
        return Math.hypot(mean(panAcross, from, to), mean(panDown, from, to));
    }

    /** How large people stand in the picture between two clip times. */
    public ShotSize shotSize(double from, double to) {
        List<Sighting> within = faces.stream()
                .filter(sighting ->
                        sighting.seconds() >= from - BESIDE_SECONDS && sighting.seconds() < to + BESIDE_SECONDS)
                .toList();
        return ShotSize.of(within);
    }

    /** The passages that lie in or reach into a stretch of the clip. */
    public List<Passage> passages(double from, double to) {
        return passages.stream().filter(passage -> passage.touches(from, to)).toList();
    }

    private double mean(List<Double> values, double from, double to) {
        int first = first(values, from);
        int last = last(values, first, to);
        double sum = 0;
        for (int i = first; i <= last; i++) {
            sum += values.get(i);
        }
        return sum / (last - first + 1);
    }

    private double over(List<Double> values, double from, double to, DoubleBinaryOperator both) {
        int first = first(values, from);
        int last = last(values, first, to);
        double result = values.get(first);
        for (int i = first; i <= last; i++) {
            result = both.applyAsDouble(result, values.get(i));
        }
        return result;
    }

    private int first(List<Double> values, double from) {
        return Math.clamp((int) Math.floor(from * rate + 1e-6), 0, values.size() - 1);
    }

    private int last(List<Double> values, int first, double to) {
        return Math.clamp((int) Math.ceil(to * rate - 1e-6) - 1, first, values.size() - 1);
    }
}
