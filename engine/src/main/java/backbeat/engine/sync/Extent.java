package backbeat.engine.sync;

import backbeat.engine.signal.Correlation;
import java.util.Arrays;
import java.util.List;

/** Where in a clip the playback is heard: the stretch along a line in which most evidence speaks for it (Kadane's maximal sum). */
record Extent(double from, double to, double score) {
    private static final double SNAP_SECONDS = 1.5;
    private static final int WINDOW = 4096;
    private static final int HOP = WINDOW / 2;
    private static final int LOOK = 320;
    private static final int TRANSFORM = 2 * WINDOW;
    private static final int HALF_FILLED = 2;
    private static final int NEAR = 3;
    /** Level of the song, against its usual one, below which a microphone in a room hears nothing of it, and from which it should. */
    private static final double INAUDIBLE = 0.15;

    private static final double AUDIBLE = 0.4;
    /** Votes of a window, at most 8, from which on it speaks clearly. */
    private static final double LOUD = 5;

    /** Votes against in a row that make a gap: two seconds in which the song should be heard and is not. */
    private static final double GAP_AGAINST = 25;

    /** Votes against that still count as silence: two windows' worth. */
    private static final double SILENCE_AGAINST = 3;

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

    /**
     * What quarter-second windows of the fine sound tell.
     *
     * @param whole where most evidence speaks for the line
     * @param unbroken the strongest part of it in which the song is never missing for long: beyond a gap another playback may follow, that sounds like this one's
     *     continuation where the song repeats itself
     */
    record Heard(Extent whole, Extent unbroken) {
        /** Whether its windows speak so clearly that they would be heard wherever the song is: the direct sound is no weaker than the room. */
        boolean isLoud() {
            return whole.score() * HOP / Sound.WIDE_RATE > LOUD * whole.seconds();
        }
    }

    /** From windows of the fine sound, within some seconds around a coarse extent. */
    static Heard ofWindows(Sound clip, PlayedSong song, Line line, double bandLimit, double from, double to) {
        int first = Math.max(0, (int) (from * Sound.WIDE_RATE));
        int last = Math.min(clip.wide().length, (int) (to * Sound.WIDE_RATE));
        int count = Math.max(1, (last - first - WINDOW) / HOP + 1);
        Correlation correlation =
                new Correlation(TRANSFORM, Sound.WIDE_RATE, 150, Math.min(5000, Math.min(bandLimit, song.bandLimit())));
        double[] scores = new double[count];
        double[] levels = new double[count];
        for (int w = 0; w < count; w++) {
            int start = first + w * HOP;
            float[] own = new float[WINDOW];
            System.arraycopy(clip.wide(), start, own, 0, Math.max(0, Math.min(WINDOW, clip.wide().length - start)));
            float[] other = song.along(line, (double) (start - LOOK) / Sound.WIDE_RATE, WINDOW + 2 * LOOK);
            scores[w] = windowScore(correlation.lags(own, other, LOOK));
            levels[w] = rms(other);
        }
        forgiveSilence(scores, levels, maximalStretch(scores));
        int[] stretch = throughSilence(withoutHalfFilledEdges(maximalStretch(scores), scores), scores);
        WindowGrid grid = new WindowGrid(first, count, from, to);
        return new Heard(grid.extent(stretch, scores), grid.extent(unbroken(stretch[0], stretch[1], scores), scores));
    }

    /** Windows at their places in the clip; the outermost ones stand for all that lies beyond. */
    private record WindowGrid(int first, int count, double from, double to) {
        Extent extent(int[] stretch, double[] scores) {
            double heardFrom = stretch[0] == 0 ? from : (double) (first + stretch[0] * HOP + HOP / 2) / Sound.WIDE_RATE;
            double heardTo = stretch[1] == count - 1
                    ? to
                    : (double) (first + stretch[1] * HOP + WINDOW - HOP / 2) / Sound.WIDE_RATE;
            return new Extent(heardFrom, heardTo, sum(scores, stretch));
        }
    }

    /** The stretch, or the stronger side of the longest gap in it. */
    private static int[] unbroken(int from, int to, double[] scores) {
        double[] against = new double[to - from + 1];
        for (int i = 0; i < against.length; i++) {
            against[i] = -scores[from + i];
        }
        int[] gap = maximalStretch(against);
        if (sum(against, gap) < GAP_AGAINST) {
            return new int[] {from, to};
        }
        int[] before = {from, from + gap[0] - 1};
        int[] after = {from + gap[1] + 1, to};
        return sum(scores, before) >= sum(scores, after)
                ? unbroken(before[0], before[1], scores)
                : unbroken(after[0], after[1], scores);
    }

    /** Where the song itself is soft, not hearing it says nothing: such windows lose their vote against. */
    private static void forgiveSilence(double[] scores, double[] levels, int[] heard) {
        double[] usual = Arrays.copyOfRange(levels, heard[0], heard[1] + 1);
        Arrays.sort(usual);
        double median = usual[usual.length / 2];
        for (int w = 0; w < scores.length; w++) {
            if (scores[w] < 0) {
                scores[w] *= Math.clamp((levels[w] / median - INAUDIBLE) / (AUDIBLE - INAUDIBLE), 0, 1);
            }
        }
    }

    /** Windows that hold a little of the song speak for it too, but weakly: the outermost ones, which overlap by half, count from the first strong one on. */
    private static int[] withoutHalfFilledEdges(int[] stretch, double[] scores) {
        double[] usual = Arrays.copyOfRange(scores, stretch[0], stretch[1] + 1);
        Arrays.sort(usual);
        double strong = usual[usual.length / 2] / 2;
        int most = Math.min(HALF_FILLED, (stretch[1] - stretch[0]) / 4);
        int first = stretch[0];
        int last = stretch[1];
        while (first < stretch[0] + most && scores[first] < strong) {
            first++;
        }
        while (last > stretch[1] - most && scores[last] < strong) {
            last--;
        }
        return new int[] {first, last};
    }

    /** On to the first or last window when nothing but silence, or less than can be judged, lies between. */
    private static int[] throughSilence(int[] stretch, double[] scores) {
        double before = -sum(scores, new int[] {0, stretch[0] - 1});
        double after = -sum(scores, new int[] {stretch[1] + 1, scores.length - 1});
        return new int[] {
            before < SILENCE_AGAINST ? 0 : stretch[0], after < SILENCE_AGAINST ? scores.length - 1 : stretch[1]
        };
    }

    private static double rms(float[] samples) {
        double energy = 0;
        for (float sample : samples) {
            energy += sample * sample;
        }
        return Math.sqrt(energy / samples.length);
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

    /** First and last index of the stretch with the highest sum. */
    static int[] maximalStretch(double[] scores) {
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
