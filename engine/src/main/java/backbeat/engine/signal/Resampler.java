package backbeat.engine.signal;

import java.util.Arrays;

/**
 * Reads a signal at other sample points, band-limited: output sample n is the input at position {@code start + n * step}.
 *
 * <p>A sinc low-passed at the lower of both Nyquist frequencies under a Kaiser window (J. O. Smith, "Digital Audio Resampling"), from a table of phases, the
 * nearest of which is taken. For a step that is a whole number from a whole start all phases but one stay unused, so decimation is exact. Outside of the
 * input lies silence. Immutable: threads may share one.
 */
public final class Resampler {
    private static final int EXACT_PHASES = 256;
    private static final int BETWEEN = 16;
    private static final int PHASES = EXACT_PHASES * BETWEEN;
    private static final int ZERO_CROSSINGS = 16;
    private static final double KAISER_BETA = 8;
    /** A run drifts by so little of a sample that fading within it is exact to -70 dB. */
    private static final double MOST_DRIFT_OF_A_RUN = 1.0 / 64;

    private static final int LONGEST_RUN = 512;
    private static final int SHORTEST_RUN = 64;
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
        for (int phase = 0; phase <= PHASES; phase += BETWEEN) {
            fillPhase(kernel[phase], (double) phase / PHASES, cutoff, halfWidth);
        }
        for (int phase = 0; phase < PHASES; phase += BETWEEN) {
            for (int between = 1; between < BETWEEN; between++) {
                mix(kernel[phase], kernel[phase + BETWEEN], (float) between / BETWEEN, kernel[phase + between]);
            }
        }
    }

    private static void mix(float[] a, float[] b, float share, float[] mixed) {
        for (int tap = 0; tap < mixed.length; tap++) {
            mixed[tap] = a[tap] + share * (b[tap] - a[tap]);
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
        double drift = Math.abs(exactStep - 1);
        int run = drift * LONGEST_RUN < MOST_DRIFT_OF_A_RUN ? LONGEST_RUN : (int) (MOST_DRIFT_OF_A_RUN / drift);
        if (run >= SHORTEST_RUN) {
            readInRuns(input, start, exactStep, run, output);
        } else {
            for (int n = 0; n < count; n++) {
                output[n] = at(input, start + n * exactStep);
            }
        }
        return output;
    }

    /**
     * At a step so near to 1 a sample's phase is nearly its neighbour's. A run of samples is read twice, with the phase of its start and with that of its end, and
     * faded from the one to the other; with one phase for all, the machine works on many samples at once.
     */
    private void readInRuns(float[] input, double start, double exactStep, int run, float[] output) {
        float[] early = new float[run];
        float[] late = new float[run];
        for (int from = 0; from < output.length; from += run) {
            int count = Math.min(run, output.length - from);
            double first = start + from * exactStep;
            boolean inside =
                    Math.floor(first) - halfTaps >= 0 && first + count * exactStep + halfTaps + 1 < input.length;
            if (!inside) {
                for (int n = 0; n < count; n++) {
                    output[from + n] = at(input, first + n * exactStep);
                }
                continue;
            }
            readAtOnePhase(input, first, count, early);
            readAtOnePhase(input, first + run * (exactStep - 1), count, late);
            for (int n = 0; n < count; n++) {
                output[from + n] = early[n] + n * (late[n] - early[n]) / run;
            }
        }
    }

    /** Every following sample of the input, all of them moved by the same fraction. */
    private void readAtOnePhase(float[] input, double position, int count, float[] output) {
        long whole = (long) Math.floor(position);
        float[] taps = kernel[(int) Math.round((position - whole) * PHASES)];
        int first = (int) whole - halfTaps + 1;
        Arrays.fill(output, 0, count, 0);
        for (int tap = 0; tap < taps.length; tap++) {
            addScaled(input, first + tap, taps[tap], output, count);
        }
    }

    private static void addScaled(float[] input, int from, float weight, float[] output, int count) {
        for (int n = 0; n < count; n++) {
            output[n] += weight * input[from + n];
        }
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
        int from = (int) Math.max(0, -first);
        int to = (int) Math.min(2L * halfTaps, input.length - first);
        return dot(kernel[(int) Math.round((position - whole) * PHASES)], input, (int) first, from, to);
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
