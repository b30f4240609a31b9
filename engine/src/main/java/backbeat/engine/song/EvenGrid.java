package backbeat.engine.song;

/**
 * The best even grid near a path: what a song made to a click has. The bar pointer counts whole frames, so that an even tempo between two of its periods costs it a change every few beats, and
 * it may slip by half a beat where the music is thin; a grid over the whole song cannot.
 */
final class EvenGrid {
    /** How far from the path's tempo is looked. */
    private static final double REACH = 0.02;

    private static final int FEWEST_BEATS = 16;

    private final double[] around;
    private final int frames;

    /** @param gains what a beat at a frame is worth */
    EvenGrid(float[] gains) {
        frames = gains.length;
        around = new double[frames];
        for (int i = 0; i < frames; i++) {
            around[i] = gains[i] + gains[Math.min(i + 1, frames - 1)] + gains[Math.max(0, i - 1)];
        }
    }

    /** Periods are tried so finely that the last beat moves by a frame from one to the next. */
    BeatPath near(BeatPath path, double framesPerSecond) {
        double usual = 60 / path.bpm() * framesPerSecond;
        int beats = (int) (frames / usual);
        if (beats < FEWEST_BEATS) {
            return path;
        }
        double best = Double.NEGATIVE_INFINITY;
        double bestPeriod = usual;
        int bestStart = 0;
        for (double period = usual * (1 - REACH); period <= usual * (1 + REACH); period += 1.0 / beats) {
            for (int start = 0; start < period; start++) {
                double gain = gain(start, period);
                if (gain > best) {
                    best = gain;
                    bestPeriod = period;
                    bestStart = start;
                }
            }
        }
        return grid(bestStart / framesPerSecond, bestPeriod / framesPerSecond, framesPerSecond, best / frames);
    }

    private double gain(double start, double period) {
        double sum = 0;
        for (double at = start + 0.5; at < frames; at += period) {
            sum += around[(int) at];
        }
        return sum;
    }

    private BeatPath grid(double start, double period, double framesPerSecond, double score) {
        int count = (int) Math.ceil((frames / framesPerSecond - start) / period);
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = start + i * period;
        }
        return new BeatPath(times, score);
    }
}
