package backbeat.engine.signal;

/**
 * How strongly something begins, moment by moment.
 *
 * <p>SuperFlux (Böck and Widmer, "Maximum filter vibrato suppression for onset detection", DAFx 2013): each band is compared with the largest of itself and its two
 * neighbours a few frames earlier, so that a gliding tone is no onset. {@link #activation} brings the flux of several bands to one curve from 0 to 1 that means the
 * same in loud and in soft music.
 */
public final class Onsets {
    private static final double MEAN_PART = 0.8;
    private static final double SONG_PART = 0.15;

    private Onsets() {}

    /**
     * Mean positive difference in groups of bands.
     *
     * @param spectra compressed, by frame and band
     * @param borders first band of each group, then the end of the last one
     * @return by group and frame
     */
    public static float[][] superFlux(float[][] spectra, int lag, int[] borders) {
        float[][] flux = new float[borders.length - 1][spectra.length];
        for (int frame = lag; frame < spectra.length; frame++) {
            float[] now = spectra[frame];
            float[] before = spectra[frame - lag];
            for (int group = 0; group < flux.length; group++) {
                flux[group][frame] = rise(now, before, borders[group], borders[group + 1]);
            }
        }
        return flux;
    }

    private static float rise(float[] now, float[] before, int from, int to) {
        float sum = 0;
        for (int band = from; band < to; band++) {
            float reference = before[band];
            if (band > 0) {
                reference = larger(reference, before[band - 1]);
            }
            if (band + 1 < before.length) {
                reference = larger(reference, before[band + 1]);
            }
            sum += larger(0, now[band] - reference);
        }
        return sum / Math.max(1, to - from);
    }

    /** Of two numbers; the library's way looks for what is not a number, with each call. */
    private static float larger(float a, float b) {
        return a >= b ? a : b;
    }

    /** Flux without its local mean, in units of its local strength: comparable between bands and between songs. */
    public static float[] levelled(float[] flux, double framesPerSecond) {
        double[] means = movingMean(flux, 1, (int) framesPerSecond);
        double[] squares = movingMean(flux, 2, (int) (8 * framesPerSecond));
        double song = 0;
        for (float value : flux) {
            song += (double) value * value;
        }
        song = Math.sqrt(song / Math.max(1, flux.length));
        float[] result = new float[flux.length];
        for (int i = 0; i < flux.length; i++) {
            double above = Math.max(0, flux[i] - MEAN_PART * means[i]);
            result[i] = (float) (above / (Math.sqrt(squares[i]) + SONG_PART * song + 1e-9));
        }
        return result;
    }

    /** The weighted sum of levelled curves, brought to 0..1 by its loud moments over six seconds. */
    public static float[] activation(float[][] levelled, float[] weights, double framesPerSecond) {
        int frames = levelled[0].length;
        float[] sum = new float[frames];
        double song = 0;
        for (int i = 0; i < frames; i++) {
            for (int group = 0; group < levelled.length; group++) {
                sum[i] += weights[group] * levelled[group][i];
            }
            song += (double) sum[i] * sum[i];
        }
        double floor = 0.25 * Math.sqrt(song / Math.max(1, frames));
        double[] fourth = movingMean(sum, 4, (int) (6 * framesPerSecond));
        for (int i = 0; i < frames; i++) {
            double norm = Math.max(floor, Math.sqrt(Math.sqrt(fourth[i])));
            sum[i] = (float) Math.clamp(sum[i] / (2 * norm + 1e-9), 0, 1);
        }
        return sum;
    }

    /** Mean of a power of the values over a window centred at each of them; the window is cut at the ends. */
    static double[] movingMean(float[] values, int power, int window) {
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            sums[i + 1] = sums[i] + (power == 1 ? value : power == 2 ? value * value : value * value * value * value);
        }
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - window / 2);
            int to = Math.min(values.length, i + window / 2 + 1);
            result[i] = Math.max(0, (sums[to] - sums[from]) / (to - from));
        }
        return result;
    }
}
