package backbeat.engine.looks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Light that falls back at once: frames that are far brighter than those before, and after a few of them it is as dark as it was. */
final class Flashes {
    private static final int BEFORE = 4;
    private static final int LONGEST = 6;
    /** Of 255, and in the usual steps of this clip's brightness. */
    private static final double LEAST_RISE = 15;

    private static final double USUAL_STEPS = 8;
    private static final double FALLEN = 0.5;

    record Flash(int first, int length) {}

    private Flashes() {}

    static List<Flash> found(double[] brightness) {
        double least = Math.max(LEAST_RISE, USUAL_STEPS * usualStep(brightness));
        List<Flash> flashes = new ArrayList<>();
        int frame = 1;
        while (frame < brightness.length) {
            double[] earlier = Arrays.copyOfRange(brightness, Math.max(0, frame - BEFORE), frame);
            double before = Math.max(median(earlier), brightness[frame - 1]);
            int length = brightness[frame] - before >= least ? length(brightness, frame, before) : 0;
            if (length > 0) {
                flashes.add(new Flash(frame, length));
            }
            frame += Math.max(1, length);
        }
        return flashes;
    }

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
