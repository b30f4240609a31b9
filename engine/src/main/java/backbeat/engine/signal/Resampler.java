package backbeat.engine.signal;

/**
 * Reads a signal at other sample points, band-limited: output sample n is the input at position {@code start + n * step}.
 *
 * <p>A sinc low-passed at the lower of both Nyquist frequencies under a Kaiser window (J. O. Smith, "Digital Audio Resampling"), from a table of phases with
 * linear interpolation between them. For a step that is a whole number from a whole start all phases but one stay unused, so decimation is exact. Outside of the
 * input lies silence. Immutable: threads may share one.
 */
public final class Resampler {
    private static final int PHASES = 512;
    private static final int ZERO_CROSSINGS = 16;
    private static final double KAISER_BETA = 8;
    private static final double PASSED_SHARE_OF_NYQUIST = 0.94;

    private final double step;
    private final int halfTaps;
    private final float[][] kernel;

    /** @param step input samples for one output sample: 4 reads 16 kHz as 4 kHz, 1.2 plays at 120 % */
    public Resampler(double step) {
        if (!(step > 0)) {
            throw new IllegalArgumentException("a resampler's step must be above 0, not " + step);
        }
        this.step = step;
        double cutoff = PASSED_SHARE_OF_NYQUIST * Math.min(1, 1 / step);
        double halfWidth = ZERO_CROSSINGS / cutoff;
        halfTaps = (int) Math.ceil(halfWidth);
        kernel = new float[PHASES + 1][2 * halfTaps];
        for (int phase = 0; phase <= PHASES; phase++) {
            fillPhase(kernel[phase], (double) phase / PHASES, cutoff, halfWidth);
        }
    }

    private void fillPhase(float[] taps, double fraction, double cutoff, double halfWidth) {
        double sum = 0;
        for (int tap = 0; tap < taps.length; tap++) {
            double x = tap - (halfTaps - 1) - fraction;
            double value = sinc(cutoff * x) * kaiser(x / halfWidth);
            taps[tap] = (float) value;
            sum += value;
        }
        for (int tap = 0; tap < taps.length; tap++) {
            taps[tap] /= (float) sum;
        }
    }

    /** The signal at {@code start + n * step} for n from 0 to {@code count - 1}. */
    public float[] read(float[] input, double start, int count) {
        return read(input, start, step, count);
    }

    /** The same with a step that differs by less than a per cent from the one this resampler was made for: drifting clocks. */
    public float[] read(float[] input, double start, double exactStep, int count) {
        float[] output = new float[count];
        for (int n = 0; n < count; n++) {
            output[n] = at(input, start + n * exactStep);
        }
        return output;
    }

    /** The whole signal, at its new length. */
    public float[] all(float[] input) {
        return read(input, 0, (int) Math.ceil(input.length / step));
    }

    private float at(float[] input, double position) {
        long whole = (long) Math.floor(position);
        long first = whole - halfTaps + 1;
        if (first >= input.length || first + 2L * halfTaps <= 0) {
            return 0;
        }
        double phase = (position - whole) * PHASES;
        int index = (int) phase;
        float weight = (float) (phase - index);
        int from = (int) Math.max(0, -first);
        int to = (int) Math.min(2L * halfTaps, input.length - first);
        float below = dot(kernel[index], input, (int) first, from, to);
        return weight == 0 ? below : below + weight * (dot(kernel[index + 1], input, (int) first, from, to) - below);
    }

    /** Four sums side by side: they do not wait for each other. */
    private static float dot(float[] taps, float[] input, int offset, int from, int to) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int tap = from;
        for (; tap + 3 < to; tap += 4) {
            a += taps[tap] * input[offset + tap];
            b += taps[tap + 1] * input[offset + tap + 1];
            c += taps[tap + 2] * input[offset + tap + 2];
            d += taps[tap + 3] * input[offset + tap + 3];
        }
        for (; tap < to; tap++) {
            a += taps[tap] * input[offset + tap];
        }
        return a + b + c + d;
    }

    private static double sinc(double x) {
        return Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
    }

    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 40; k++) {
            term *= (x / (2 * k)) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
