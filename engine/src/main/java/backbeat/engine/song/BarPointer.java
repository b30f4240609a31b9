package backbeat.engine.song;

import java.util.Arrays;

/**
 * The most likely beats in one range of tempo, by the bar pointer model (Whiteley, Cemgil and Godsill, ISMIR 2006; with states at whole frames and changes of tempo
 * at beats only as in Krebs, Böck and Widmer, ISMIR 2015).
 *
 * <p>As nothing but the position moves between two beats, the search goes from beat to beat: the best way to have a beat at a frame with a period is the best over
 * the periods before, each one period earlier. The first sixteenth of a period is the beat: there activation counts for a path, and its lack against it. A change of
 * period costs {@code stiffness} times its logarithm.
 *
 * <p>On a logarithmic scale two steps of tempo cost what the one step over both costs. So the best period before is found by handing it on from neighbour to neighbour, upwards and
 * downwards (a distance transform: Felzenszwalb and Huttenlocher, 2012), instead of by trying all pairs.
 */
final class BarPointer {
    private static final double BEAT_PART = 1.0 / 16;
    /** Where a path begins, among the periods before it: more than there are. */
    private static final int NOWHERE = 255;

    private final double[] cumulated;
    private final int frames;
    private final int shortest;
    private final int periods;
    /** Frames of a period that are its beat. */
    private final int[] beat;
    /** What the change from a period to the next longer one costs. */
    private final double[] step;
    /** All changes from a period together have the chance of one. */
    private final double[] share;

    private final double[][] best;
    private final byte[][] before;

    private BarPointer(float[] gains, int shortest, int longest, double stiffness) {
        frames = gains.length;
        this.shortest = shortest;
        periods = longest - shortest + 1;
        cumulated = new double[frames + 1];
        for (int i = 0; i < frames; i++) {
            cumulated[i + 1] = cumulated[i] + gains[i];
        }
        beat = new int[periods];
        step = new double[periods];
        share = new double[periods];
        for (int p = 0; p < periods; p++) {
            beat[p] = (int) Math.ceil((shortest + p) * BEAT_PART);
            step[p] = stiffness * Math.log((shortest + p + 1.0) / (shortest + p));
            double sum = 0;
            for (int to = 0; to < periods; to++) {
                sum += Math.exp(-stiffness * Math.abs(Math.log((double) (shortest + to) / (shortest + p))));
            }
            share[p] = Math.log(sum);
        }
        best = new double[longest + 1][periods];
        before = new byte[frames + longest][periods];
    }

    /** Frames of the beats of the best path, and its score for each frame of the song. */
    static BeatPath track(
            float[] gains, double framesPerSecond, double slowestBpm, double fastestBpm, double stiffness) {
        int shortest = (int) Math.round(60 * framesPerSecond / fastestBpm);
        int longest = (int) Math.round(60 * framesPerSecond / slowestBpm);
        return new BarPointer(gains, shortest, longest, stiffness).search(framesPerSecond);
    }

    private BeatPath search(double framesPerSecond) {
        double[] arriving = new double[periods];
        double bestEnd = Double.NEGATIVE_INFINITY;
        int endFrame = 0;
        int endPeriod = 0;
        for (int frame = 0; frame < before.length; frame++) {
            for (int p = 0; p < periods; p++) {
                int start = frame - shortest - p;
                arriving[p] = start < 0 || start >= frames
                        ? Double.NEGATIVE_INFINITY
                        : best[start % best.length][p] + beatScore(start, p);
                if (frame >= frames && arriving[p] > bestEnd) {
                    bestEnd = arriving[p];
                    endFrame = frame;
                    endPeriod = p;
                }
            }
            if (frame < frames) {
                continueFrom(arriving, frame);
            }
        }
        return trace(endFrame, endPeriod, bestEnd, framesPerSecond);
    }

    private void continueFrom(double[] arriving, int frame) {
        double[] row = best[frame % best.length];
        byte[] origin = before[frame];
        double[] share = this.share;
        double[] step = this.step;
        double handed = Double.NEGATIVE_INFINITY;
        byte from = (byte) NOWHERE;
        for (int p = 0; p < periods; p++) {
            double own = frame < shortest + p ? 0 : arriving[p] - share[p];
            if (own >= handed) {
                handed = own;
                from = (byte) (frame < shortest + p ? NOWHERE : p);
            }
            row[p] = handed;
            origin[p] = from;
            handed -= step[p];
        }
        handed = Double.NEGATIVE_INFINITY;
        for (int p = periods - 1; p >= 0; p--) {
            handed -= step[p];
            if (row[p] >= handed) {
                handed = row[p];
                from = origin[p];
            } else {
                row[p] = handed;
                origin[p] = from;
            }
        }
    }

    private double beatScore(int start, int period) {
        return cumulated[Math.min(frames, start + beat[period])] - cumulated[start];
    }

    private BeatPath trace(int endFrame, int endPeriod, double score, double framesPerSecond) {
        double[] times = new double[frames / shortest + 2];
        int count = 0;
        int frame = endFrame;
        int period = endPeriod;
        while (true) {
            frame -= shortest + period;
            if (frame < 0) {
                break;
            }
            times[times.length - ++count] = frame / framesPerSecond;
            period = before[frame][period] & 0xff;
            if (period == NOWHERE) {
                break;
            }
        }
        return new BeatPath(Arrays.copyOfRange(times, times.length - count, times.length), score / Math.max(1, frames));
    }
}
