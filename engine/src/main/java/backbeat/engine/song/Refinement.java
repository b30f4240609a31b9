package backbeat.engine.song;

import java.util.Arrays;

/** Moves beats from the frame grid of the tracker onto the onsets: each beat's own shift is trusted only near that of its neighbours. */
final class Refinement {
    private static final double REACH_SECONDS = 0.030;
    private static final double WIDTH_SECONDS = 0.018;
    private static final double OWN_SECONDS = 0.008;
    private static final int NEIGHBOURS = 3;

    private Refinement() {}

    static double[] refined(SongSpectra spectra, double[] times) {
        double[] shifts = new double[times.length];
        double[] strengths = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            findOnset(spectra, times[i], i, shifts, strengths);
        }
        double[] result = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            double common = weightedMedian(shifts, strengths, i);
            double own = strengths[i] > 0 && Math.abs(shifts[i] - common) <= OWN_SECONDS ? shifts[i] : common;
            result[i] = Math.clamp(times[i] + own, 0, spectra.seconds);
            if (i > 0) {
                result[i] = Math.max(result[i], result[i - 1] + 0.01);
            }
        }
        return result;
    }

    private static void findOnset(SongSpectra spectra, double time, int beat, double[] shifts, double[] strengths) {
        double from = time - REACH_SECONDS;
        float[] curve = spectra.fineOnsets(from, time + REACH_SECONDS);
        double start = spectra.fineStart(from);
        for (int k = 0; k < curve.length; k++) {
            double shift = start + k * spectra.finePeriod() - time;
            double near = shift / WIDTH_SECONDS;
            double strength = curve[k] * Math.exp(-0.5 * near * near);
            if (strength > strengths[beat]) {
                strengths[beat] = strength;
                shifts[beat] = shift;
            }
        }
    }

    private static double weightedMedian(double[] shifts, double[] strengths, int beat) {
        int from = Math.max(0, beat - NEIGHBOURS);
        int to = Math.min(shifts.length, beat + NEIGHBOURS + 1);
        Integer[] order = new Integer[to - from];
        double total = 0;
        for (int i = from; i < to; i++) {
            order[i - from] = i;
            total += strengths[i];
        }
        Arrays.sort(order, (a, b) -> Double.compare(shifts[a], shifts[b]));
        double sum = 0;
        for (int i : order) {
            sum += strengths[i];
            if (sum >= total / 2) {
                return shifts[i];
            }
        }
        return 0;
    }
}
