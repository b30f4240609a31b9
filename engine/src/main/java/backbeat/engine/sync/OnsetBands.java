package backbeat.engine.sync;

import backbeat.engine.signal.Fft;

/**
 * How suddenly each band of a sound gets louder: the outline of music that survives any speed. At another speed the same outline is scaled in time; and in these
 * bands, which lie evenly on the scale of pitch, it is moved by a number of steps when the pitch went with the speed, and stays where it is when it was kept.
 *
 * <p>Rising differences of the logarithm over 40 ms, less their mean over a second, in units of the band's own deviation and limited, so that neither a clap nor a
 * loud band counts more than others.
 */
final class OnsetBands {
    static final int FRAMES_PER_SECOND = 50;
    static final int STEPS_PER_OCTAVE = 12;
    /** Bands lie a step apart and are this many steps wide. */
    static final int BAND_STEPS = 4;

    private static final double LOWEST_HERTZ = 75;
    private static final double HIGHEST_HERTZ = 7800;
    static final int BANDS =
            (int) (STEPS_PER_OCTAVE * Math.log(HIGHEST_HERTZ / LOWEST_HERTZ) / Math.log(2)) - BAND_STEPS;
    private static final int FRAME = 1024;
    private static final int HOP = Sound.WIDE_RATE / FRAMES_PER_SECOND;
    private static final double LEAST_CENTRE_HERTZ = 140;
    private static final double FLOOR = 1e-4;
    private static final float LOWEST = -2;
    private static final float HIGHEST = 5;

    private final float[][] bands;
    private final int frames;

    private OnsetBands(float[][] bands, int frames) {
        this.bands = bands;
        this.frames = frames;
    }

    /**
     * @param wide samples at {@link Sound#WIDE_RATE}
     * @param every how many bands apart the ones to make lie: 1 makes all
     */
    static OnsetBands of(float[] wide, int every) {
        int frames = Math.max(0, (wide.length - FRAME) / HOP + 1);
        float[][] bands = new float[BANDS][];
        for (int band = 0; band < BANDS; band += every) {
            bands[band] = new float[frames];
        }
        addPowers(wide, bands, frames);
        for (float[] band : bands) {
            if (band != null) {
                onsets(band);
            }
        }
        return new OnsetBands(bands, frames);
    }

    int frames() {
        return frames;
    }

    /** One value for each frame; only of a band that was made. */
    float[] band(int index) {
        return bands[index];
    }

    /** The middle of a frame, in seconds. */
    static double secondsOf(double frame) {
        return frame / FRAMES_PER_SECOND + 0.5 * FRAME / Sound.WIDE_RATE;
    }

    /** Whether a band exists and lies above the rumble. */
    static boolean isUsable(int band) {
        return band >= 0
                && band < BANDS
                && hertz(band) * Math.pow(2, 0.5 * BAND_STEPS / STEPS_PER_OCTAVE) > LEAST_CENTRE_HERTZ;
    }

    private static double hertz(double step) {
        return LOWEST_HERTZ * Math.pow(2, step / STEPS_PER_OCTAVE);
    }

    /** Leaves the logarithm of each band's power in each frame. */
    private static void addPowers(float[] wide, float[][] bands, int frames) {
        Fft fft = new Fft(FRAME);
        float[] frame = new float[FRAME];
        float[] re = new float[fft.bins()];
        float[] im = new float[fft.bins()];
        float[][] weights = weights(fft.bins());
        double total = 0;
        for (int i = 0; i < frames; i++) {
            for (int n = 0; n < FRAME; n++) {
                frame[n] = wide[i * HOP + n] * (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * n / FRAME));
            }
            fft.forward(frame, 0, re, im);
            for (int k = 0; k < re.length; k++) {
                re[k] = re[k] * re[k] + im[k] * im[k];
                total += re[k];
            }
            for (int band = 0; band < bands.length; band++) {
                if (bands[band] != null) {
                    bands[band][i] = power(re, weights[band], firstBin(band));
                }
            }
        }
        double mean = total / ((double) Math.max(1, frames) * fft.bins());
        for (int band = 0; band < bands.length; band++) {
            if (bands[band] != null) {
                toLogarithm(bands[band], FLOOR * mean * sum(weights[band]) + 1e-10);
            }
        }
    }

    private static float power(float[] powers, float[] weights, int first) {
        float sum = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k] * powers[first + k];
        }
        return sum;
    }

    private static void toLogarithm(float[] band, double floor) {
        for (int i = 0; i < band.length; i++) {
            band[i] = (float) Math.log(band[i] + floor);
        }
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    private static int firstBin(int band) {
        return (int) Math.floor(hertz(band) * FRAME / Sound.WIDE_RATE);
    }

    /** Triangles; the narrowest ones hold at least the bin nearest to their middle. */
    private static float[][] weights(int bins) {
        float[][] weights = new float[BANDS][];
        for (int band = 0; band < BANDS; band++) {
            double low = hertz(band) * FRAME / Sound.WIDE_RATE;
            double high = hertz(band + BAND_STEPS) * FRAME / Sound.WIDE_RATE;
            double centre = Math.sqrt(low * high);
            int first = firstBin(band);
            float[] triangle = new float[Math.min(bins, (int) Math.ceil(high) + 1) - first];
            for (int k = 0; k < triangle.length; k++) {
                double rise = (first + k - low) / (centre - low);
                double fall = (high - first - k) / (high - centre);
                triangle[k] = (float) Math.clamp(Math.min(rise, fall), 0, 1);
            }
            if (sum(triangle) < 0.5) {
                triangle[(int) Math.round(centre) - first] = 1;
            }
            weights[band] = triangle;
        }
        return weights;
    }

    private static void onsets(float[] band) {
        int frames = band.length;
        float[] rises = new float[frames];
        for (int i = 1; i < frames - 1; i++) {
            rises[i] = Math.max(0, band[i + 1] - band[i - 1]);
        }
        double[] before = new double[frames + 1];
        for (int i = 0; i < frames; i++) {
            before[i + 1] = before[i] + rises[i];
        }
        double squares = 1e-12;
        for (int i = 0; i < frames; i++) {
            int from = Math.max(0, i - FRAMES_PER_SECOND / 2);
            int to = Math.min(frames, i + FRAMES_PER_SECOND / 2);
            band[i] = rises[i] - (float) ((before[to] - before[from]) / (to - from));
            squares += band[i] * band[i];
        }
        float perDeviation = (float) (1 / Math.sqrt(squares / Math.max(1, frames)));
        for (int i = 0; i < frames; i++) {
            band[i] = Math.clamp(band[i] * perDeviation, LOWEST, HIGHEST);
        }
    }
}
