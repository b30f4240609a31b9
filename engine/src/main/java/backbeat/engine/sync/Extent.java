package backbeat.engine.sync;

import backbeat.engine.signal.Correlation;
import java.util.List;

/** Where in a clip the playback is heard: the stretch along a line in which most evidence speaks for it (Kadane's maximal sum). */
record Extent(double from, double to, double score) {
    private static final double SNAP_SECONDS = 1.5;
    private static final int WINDOW = 4096;
    private static final int HOP = WINDOW / 2;
    private static final int LOOK = 320;
    private static final int NEAR = 3;

    double seconds() {
        return to - from;
    }

    /** From the blocks of the search: coarse, but hears also rooms whose direct sound is weak. */
    static Extent ofBlocks(Hits hits, Line line) {
        List<Hits.BlockHits> blocks = hits.blocks();
        double[] scores = new double[blocks.size()];
        for (int i = 0; i < scores.length; i++) {
            int bin = LineVote.binOf(line, blocks.get(i));
            float best = blocks.get(i).best(bin - 15, bin + 5);
            scores[i] = best > 0 ? Math.clamp(best - 1, -1, 12) : -2;
        }
        int[] stretch = maximalStretch(scores);
        double from = blocks.get(stretch[0]).start();
        double to = blocks.get(stretch[1]).start() + Blocks.SECONDS;
        return new Extent(from, to, sum(scores, stretch));
    }

    /** From quarter-second windows of the fine sound, within some seconds around a coarse extent. */
    static Extent ofWindows(Sound clip, PlayedSong song, Line line, double bandLimit, double from, double to) {
        int first = Math.max(0, (int) (from * Sound.WIDE_RATE));
        int last = Math.min(clip.wide().length, (int) (to * Sound.WIDE_RATE));
        int count = Math.max(1, (last - first - WINDOW) / HOP + 1);
        Correlation correlation = new Correlation(
                2 * WINDOW, Sound.WIDE_RATE, 150, Math.min(5000, Math.min(bandLimit, song.bandLimit())));
        double[] scores = new double[count];
        for (int w = 0; w < count; w++) {
            int start = first + w * HOP;
            float[] own = new float[WINDOW];
            System.arraycopy(clip.wide(), start, own, 0, Math.max(0, Math.min(WINDOW, clip.wide().length - start)));
            float[] other = song.along(line, (double) (start - LOOK) / Sound.WIDE_RATE, WINDOW + 2 * LOOK);
            scores[w] = windowScore(correlation.lags(own, other, LOOK));
        }
        int[] stretch = maximalStretch(scores);
        double heardFrom = (double) (first + stretch[0] * HOP + (stretch[0] == 0 ? 0 : HOP / 2)) / Sound.WIDE_RATE;
        double heardTo = (double) (first + stretch[1] * HOP + WINDOW - HOP / 2) / Sound.WIDE_RATE;
        return new Extent(heardFrom, heardTo, sum(scores, stretch));
    }

    private static double windowScore(float[] lags) {
        double energy = 1e-20;
        for (float lag : lags) {
            energy += lag * lag;
        }
        double variance = energy / lags.length;
        double limited = 0;
        for (float lag : lags) {
            limited += Math.min(9 * variance, lag * lag);
        }
        float top = 0;
        for (int i = LOOK - NEAR; i <= LOOK + NEAR; i++) {
            top = Math.max(top, Math.abs(lags[i]));
        }
        return Math.clamp(top * top * lags.length / (2 * limited + 1e-20) - 3, -1.5, 8);
    }

    /** To the ends of what can be heard when they are near: fades are heard by nobody. */
    Extent snapped(double first, double last) {
        double start = from - first < SNAP_SECONDS ? first : from;
        double end = last - to < SNAP_SECONDS ? last : to;
        return new Extent(start, Math.max(start, end), score);
    }

    private static int[] maximalStretch(double[] scores) {
        int[] best = {0, 0};
        double highest = Double.NEGATIVE_INFINITY;
        double running = 0;
        int start = 0;
        for (int i = 0; i < scores.length; i++) {
            if (running <= 0) {
                running = 0;
                start = i;
            }
            running += scores[i];
            if (running > highest) {
                highest = running;
                best = new int[] {start, i};
            }
        }
        return best;
    }

    private static double sum(double[] scores, int[] stretch) {
        double sum = 0;
        for (int i = stretch[0]; i <= stretch[1]; i++) {
            sum += scores[i];
        }
        return sum;
    }
}
