package backbeat.engine.signal;

import java.util.Arrays;

/**
 * Loudness of a programme by ITU-R BS.1770-5 and EBU Tech 3341/3342, taken in as a stream.
 *
 * <p>The sound is K-weighted; the power of each 100 ms is kept for each channel. Momentary loudness is over 400 ms, short-term over 3 s, both in steps of 100 ms.
 * Integrated loudness is the mean power of the momentary blocks above -70 LUFS and above 10 LU below their own mean. The range goes from the 10th to the 95th
 * percentile of short-term loudness above -70 LUFS and above 20 LU below its mean. True peak is the largest sample after interpolation to at least 176 kHz.
 */
public final class Loudness {
    /** What silence is called: the absolute gate. */
    public static final double SILENCE = -70;

    private static final double OFFSET = -0.691;
    private static final int MOMENTARY = 4;
    private static final int SHORT_TERM = 30;

    private final int channels;
    private final double[] weights;
    private final int stepSamples;
    private final Filters.Biquad[] shelves;
    private final Filters.Biquad[] highPasses;
    private final TruePeak[] peaks;
    /** Samples of one channel, a step of them at most. */
    private final float[] channel;

    private double[] steps = new double[1024];
    private int stepCount;
    private double stepPower;
    private int inStep;

    /** For one or two channels, or more: of six channels the fourth is left out (LFE), the surround ones count 1.41 times. */
    public Loudness(int sampleRate, int channels) {
        this.channels = channels;
        stepSamples = Math.max(1, (int) Math.round(sampleRate / 10.0));
        channel = new float[stepSamples];
        weights = weights(channels);
        shelves = new Filters.Biquad[channels];
        highPasses = new Filters.Biquad[channels];
        peaks = new TruePeak[channels];
        for (int c = 0; c < channels; c++) {
            shelves[c] = Filters.headShelf(sampleRate);
            highPasses[c] = Filters.rumbleHighPass(sampleRate);
            peaks[c] = new TruePeak(sampleRate);
        }
    }

    private static double[] weights(int channels) {
        double[] weights = new double[channels];
        for (int c = 0; c < channels; c++) {
            boolean lfe = channels >= 6 && c == 3;
            int firstSurround = channels >= 6 ? 4 : 3;
            weights[c] = lfe ? 0 : channels > 3 && c >= firstSurround ? 1.41 : 1;
        }
        return weights;
    }

    /** Takes whole frames of interleaved samples. */
    public void add(float[] interleaved, int frames) {
        int from = 0;
        while (from < frames) {
            int count = Math.min(frames - from, stepSamples - inStep);
            for (int c = 0; c < channels; c++) {
                int at = from * channels + c;
                for (int i = 0; i < count; i++) {
                    channel[i] = interleaved[at];
                    at += channels;
                }
                peaks[c].add(channel, count);
                stepPower += weights[c] * shelves[c].powerThrough(highPasses[c], channel, count);
            }
            from += count;
            inStep += count;
            if (inStep == stepSamples) {
                endStep();
            }
        }
    }

    private void endStep() {
        if (stepCount == steps.length) {
            steps = Arrays.copyOf(steps, 2 * stepCount);
        }
        steps[stepCount++] = stepPower / stepSamples;
        stepPower = 0;
        inStep = 0;
    }

    public double integrated() {
        double[] blocks = blocks(MOMENTARY);
        double ungated = meanAbove(blocks, power(SILENCE));
        return ungated == 0
                ? SILENCE
                : Math.max(SILENCE, level(meanAbove(blocks, Math.max(power(SILENCE), ungated / 10))));
    }

    /** Loudness range in LU. */
    public double range() {
        double[] blocks = blocks(SHORT_TERM);
        double gate = Math.max(power(SILENCE), meanAbove(blocks, power(SILENCE)) / 100);
        double[] sorted = Arrays.stream(blocks).filter(b -> b > gate).sorted().toArray();
        if (sorted.length < 2) {
            return 0;
        }
        double low = sorted[(int) Math.round((sorted.length - 1) * 0.10)];
        double high = sorted[(int) Math.round((sorted.length - 1) * 0.95)];
        return level(high) - level(low);
    }

    /** dBTP; -70 at the least. */
    public double truePeak() {
        double peak = Arrays.stream(peaks).mapToDouble(TruePeak::value).max().orElse(0);
        return Math.max(SILENCE, 20 * Math.log10(peak + 1e-12));
    }

    public double maxMomentary() {
        return maximum(MOMENTARY);
    }

    public double maxShortTerm() {
        return maximum(SHORT_TERM);
    }

    /** Momentary loudness around each tenth of a second from the start, not below {@link #SILENCE}. */
    public double[] momentary() {
        double[] result = new double[stepCount];
        for (int i = 0; i < stepCount; i++) {
            int from = Math.max(0, i - MOMENTARY / 2);
            int to = Math.min(stepCount, i + MOMENTARY / 2);
            result[i] = Math.max(SILENCE, level(Arrays.stream(steps, from, to).sum() / MOMENTARY));
        }
        return result;
    }

    private double maximum(int steps) {
        return Math.max(SILENCE, level(Arrays.stream(blocks(steps)).max().orElse(0)));
    }

    private double[] blocks(int length) {
        double[] blocks = new double[Math.max(0, stepCount - length + 1)];
        for (int i = 0; i < blocks.length; i++) {
            double sum = 0;
            for (int k = 0; k < length; k++) {
                sum += steps[i + k];
            }
            blocks[i] = sum / length;
        }
        return blocks;
    }

    private static double meanAbove(double[] blocks, double gate) {
        return Arrays.stream(blocks).filter(b -> b > gate).average().orElse(0);
    }

    private static double level(double power) {
        return OFFSET + 10 * Math.log10(power + 1e-30);
    }

    private static double power(double level) {
        return Math.pow(10, (level - OFFSET) / 10);
    }
}
