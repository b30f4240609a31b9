package backbeat.engine.signal;

/**
 * The largest value of one channel between its samples: interpolation by a windowed sinc in as many phases as bring the rate to at least 176 kHz (BS.1770-5,
 * annex 2). Samples below the peak so far by more than an interpolation can add (6 dB) are passed over, which makes it cheap.
 */
final class TruePeak {
    private static final int TAPS = 24;
    private static final float WORTH_LOOKING = 0.5f;

    private final float[][] phases;
    private final float[] recent = new float[2 * TAPS];
    private int at;
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

    void add(float sample) {
        recent[at] = sample;
        recent[at + TAPS] = sample;
        at = at + 1 == TAPS ? 0 : at + 1;
        float size = Math.abs(sample);
        if (size > peak * WORTH_LOOKING && size > 0) {
            hot = TAPS;
            peak = Math.max(peak, size);
        }
        if (hot > 0) {
            hot--;
            interpolate();
        }
    }

    private void interpolate() {
        for (float[] phase : phases) {
            float sum = 0;
            for (int t = 0; t < TAPS; t++) {
                sum += phase[t] * recent[at + t];
            }
            peak = Math.max(peak, Math.abs(sum));
        }
    }

    double value() {
        return peak;
    }
}
