package backbeat.engine.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds flashes in the mean brightness of frames in a row: a frame that is brighter than those before it by far more than brightness changes there otherwise, and
 * that is followed by dark again within a few frames. A light that is switched on, a cloud and a moving camera do not fall back.
 *
 * @param before so many frames before it tell how dark it was; at the beginning fewer
 * @param longest so many frames after its first it must have fallen back
 * @param leastRise of 255: a flash that lights a tenth of the picture white makes 20
 * @param usualSteps by how many usual steps from frame to frame it must rise at least
 */
public record Flashes(int before, int longest, double leastRise, double usualSteps) {
    private static final double FALLEN = 0.5;

    /**
     * One flash.
     *
     * @param first place of its first frame
     * @param length frames until it is dark again
     */
    public record Flash(int first, int length) {}

    /** @param brightness of each frame, 0 to 255 */
    public List<Flash> in(double[] brightness) {
        double least = Math.max(leastRise, usualSteps * usualStep(brightness));
        List<Flash> flashes = new ArrayList<>();
        int frame = 1;
        while (frame < brightness.length) {
            double[] earlier = Arrays.copyOfRange(brightness, Math.max(0, frame - before), frame);
            double dark = Math.max(median(earlier), brightness[frame - 1]);
            int length = brightness[frame] - dark >= least ? length(brightness, frame, dark) : 0;
            if (length > 0) {
                flashes.add(new Flash(frame, length));
            }
            frame += Math.max(1, length);
        }
        return flashes;
    }

    /** Frames until it is dark again; 0 when that takes too long to have been a flash. */
    private int length(double[] brightness, int first, double dark) {
        double top = 0;
        for (int length = 0; length <= longest && first + length < brightness.length; length++) {
            double rise = brightness[first + length] - dark;
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
