package backbeat.engine.signal;

import java.util.Arrays;

/**
 * The largest value of one channel between its samples: interpolation by a windowed sinc in as many phases as bring the rate to at least 176 kHz (BS.1770-5,
 * annex 2). Samples below the peak so far by more than an interpolation can add (6 dB) are passed over, which makes it cheap.
 */
final class TruePeak {
    private static final int TAPS = 24;
    private static final float WORTH_LOOKING = 0.5f;

    private final float[][] phases;
    /** The last samples before those that are taken, then these. */
    private float[] line = new float[TAPS];

    private int hot;
    private float peak;

    TruePeak(int sampleRate) {
        int factor = Math.max(1, (int) Math.ceil(176_000.0 / sampleRate));
        phases = new float[factor - 1][TAPS];
        for (int p = 1; p < factor; p++) {
            for (int t = 0; t < TAPS; t++) {
                double x = t - TAPS / 2.0 + (double) p / factor;
                double window = 0.5 + 0.5 * Math.cos(2 * Math.PI * x / TAPS);
                phases[p - 1][t] = (float) (x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x) * window);
            }
        }
    }

    /** Takes samples in order. In a block, because a call for each of them costs more than the looking. */
    void add(float[] samples, int count) {
        if (line.length < TAPS + count) {
            line = Arrays.copyOf(line, TAPS + count);
        }
        System.arraycopy(samples, 0, line, TAPS, count);
        for (int i = 0; i < count; i++) {
            float sample = samples[i];
            float size = sample < 0 ? -sample : sample;
            if (size > peak * WORTH_LOOKING) {
                hot = TAPS;
                peak = Math.max(peak, size);
            }
            if (hot > 0) {
                hot--;
                interpolate(i + 1);
            }
        }
        System.arraycopy(line, count, line, 0, TAPS);
    }

    private void interpolate(int from) {
        for (float[] phase : phases) {
            float sum = 0;
            for (int t = 0; t < TAPS; t++) {
                sum += phase[t] * line[from + t];
            }
            peak = Math.max(peak, Math.abs(sum));
        }
    }

    double value() {
        return peak;
    }
}
