package backbeat.engine.song;

/**
 * The best even grid near a path: what a song made to a click has. The bar pointer counts whole frames, so that an even tempo between two of its periods costs it a change every few beats, and
 * it may slip by half a beat where the music is thin; a grid over the whole song cannot.
 */
final class EvenGrid {
    /** How far from the path's tempo is looked. */
    private static final double REACH = 0.02;

    private static final int FEWEST_BEATS = 16;
    /** A beat is heard a frame early and a frame late, too. */
    private static final int COARSE = 3;

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

    /** Coarsely first, so that the last beat moves by three frames from one period to the next, then finely around the best. */
    BeatPath near(BeatPath path, double framesPerSecond) {
        double usual = 60 / path.bpm() * framesPerSecond;
        int beats = (int) (frames / usual);
        if (beats < FEWEST_BEATS) {
            return path;
        }
        double fine = 1.0 / beats;
        Found coarse = best(usual * (1 - REACH), usual * (1 + REACH), COARSE * fine, 0, usual, COARSE);
        Found found = best(
                coarse.period - COARSE * fine,
                coarse.period + COARSE * fine,
                fine,
                Math.max(0, coarse.start - COARSE),
                coarse.start + COARSE + 1,
                1);
        return grid(
                found.start / framesPerSecond, found.period / framesPerSecond, framesPerSecond, found.gain / frames);
    }

    private record Found(double gain, double period, double start) {}

    private Found best(
            double shortest, double longest, double periodStep, double earliest, double latest, double startStep) {
        Found best = new Found(Double.NEGATIVE_INFINITY, shortest, earliest);
        for (double period = shortest; period <= longest; period += periodStep) {
            for (double start = earliest; start < latest; start += startStep) {
                double gain = gain(start, period);
                best = gain > best.gain ? new Found(gain, period, start) : best;
            }
        }
        return best;
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
