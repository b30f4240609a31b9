package backbeat.engine.song;

import java.util.Arrays;

/**
 * The most likely beats in one range of tempo, by the bar pointer model (Whiteley, Cemgil and Godsill, ISMIR 2006; with states at whole frames and changes of tempo
 * at beats only as in Krebs, Böck and Widmer, ISMIR 2015).
 *
 * <p>As nothing but the position moves between two beats, the search goes from beat to beat: the best way to have a beat at a frame with a period is the best over
 * the periods before, each one period earlier. The first sixteenth of a period is the beat: there activation counts for a path, and its lack against it. A change of
 * period costs {@code stiffness} times the relative change.
 */
final class BarPointer {
    private static final double BEAT_PART = 1.0 / 16;

    private final double[] cumulated;
    private final int frames;
    private final int shortest;
    private final int periods;
    private final double[][] change;
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
        change = changes(shortest, periods, stiffness);
        best = new double[longest + 1][periods];
        before = new byte[frames + longest][periods];
    }

    private static double[][] changes(int shortest, int periods, double stiffness) {
        double[][] change = new double[periods][periods];
        for (int from = 0; from < periods; from++) {
            double sum = 0;
            for (int to = 0; to < periods; to++) {
                double ratio = (double) (shortest + to) / (shortest + from);
                change[to][from] = -stiffness * Math.abs(ratio - 1);
                sum += Math.exp(change[to][from]);
            }
            for (int to = 0; to < periods; to++) {
                change[to][from] -= Math.log(sum);
            }
        }
        return change;
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
                        : best[start % best.length][p] + beatScore(start, shortest + p);
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
        for (int p = 0; p < periods; p++) {
            double largest = frame < shortest + p ? 0 : Double.NEGATIVE_INFINITY;
            int from = -1;
            double[] costs = change[p];
            for (int q = 0; q < periods; q++) {
                double score = arriving[q] + costs[q];
                if (score > largest) {
                    largest = score;
                    from = q;
                }
            }
            row[p] = largest;
            before[frame][p] = (byte) from;
        }
    }

    private double beatScore(int start, int period) {
        int end = Math.min(frames, start + (int) Math.ceil(period * BEAT_PART));
        return cumulated[end] - cumulated[start];
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
            period = before[frame][period];
            if (period < 0) {
                break;
            }
        }
        return new BeatPath(Arrays.copyOfRange(times, times.length - count, times.length), score / Math.max(1, frames));
    }
}
