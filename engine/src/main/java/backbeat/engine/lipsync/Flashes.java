package backbeat.engine.lipsync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds flashes in the mean brightness of frames in a row: a frame that is brighter than those before it by far more than brightness changes there otherwise, and
 * that is followed by dark again within a few frames. A light that is switched on, a cloud and a moving camera do not fall back.
 */
final class Flashes {
    static final int BEFORE = 4;
    static final int LONGEST = 4;
    /** Of 255: a flash that lights a tenth of the picture white makes 20. */
    private static final double LEAST_RISE = 8;

    private static final double USUAL_STEPS = 6;
    private static final double FALLEN = 0.5;

    private Flashes() {}

    /** Places of the first frame of each flash. */
    static List<Integer> onsets(double[] brightness) {
        double least = Math.max(LEAST_RISE, USUAL_STEPS * usualStep(brightness));
        List<Integer> onsets = new ArrayList<>();
        int frame = BEFORE;
        while (frame < brightness.length) {
            double before = median(Arrays.copyOfRange(brightness, frame - BEFORE, frame));
            double darkest = Math.max(before, brightness[frame - 1]);
            int length = brightness[frame] - darkest >= least ? length(brightness, frame, before) : 0;
            if (length > 0) {
                onsets.add(frame);
            }
            frame += Math.max(1, length);
        }
        return onsets;
    }

    /** Frames until it is dark again; 0 when that takes too long to have been a flash. */
    private static int length(double[] brightness, int first, double before) {
        double top = 0;
        for (int length = 0; length <= LONGEST && first + length < brightness.length; length++) {
            double rise = brightness[first + length] - before;
            top = Math.max(top, rise);
            if (rise < FALLEN * top) {
                return length;
            }
        }
        return 0;
    }

    private static double usualStep(double[] brightness) {
        double[] steps = new double[Math.max(1, brightness.length - 1)];
        for (int i = 0; i + 1 < brightness.length; i++) {
            steps[i] = Math.abs(brightness[i + 1] - brightness[i]);
        }
        return median(steps);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
