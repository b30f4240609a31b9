package backbeat.engine.sync;

import backbeat.engine.signal.Fft;
import backbeat.engine.signal.Resampler;

/**
 * One channel of sound as the search and the fine place need it.
 *
 * @param wide at {@value #WIDE_RATE} Hz
 * @param narrow the same at {@value #NARROW_RATE} Hz
 */
@SuppressWarnings("ArrayRecordComponent")
record Sound(float[] wide, float[] narrow) {
    static final int WIDE_RATE = 16000;
    static final int NARROW_RATE = 4000;
    static final Resampler BY_FOUR = new Resampler((double) WIDE_RATE / NARROW_RATE);
    private static final double SILENCE = 1e-5;
    private static final int BAND_FRAME = 4096;

    static Sound of(float[] wide) {
        return new Sound(wide, BY_FOUR.all(wide));
    }

    double seconds() {
        return (double) wide.length / WIDE_RATE;
    }

    /** So many wide samples from the first one on; silence outside of the sound. */
    float[] window(int first, int count) {
        return window(wide, first, count);
    }

    static float[] window(float[] samples, int first, int count) {
        float[] window = new float[count];
        int from = Math.max(0, first);
        int to = Math.min(samples.length, first + count);
        if (to > from) {
            System.arraycopy(samples, from, window, from - first, to - from);
        }
        return window;
    }

    boolean isSilent() {
        for (float sample : wide) {
            if (Math.abs(sample) > SILENCE) {
                return false;
            }
        }
        return true;
    }

    /** The highest frequency that carries sound: what a codec or a telephone's recorder left, less a little. */
    double bandLimit() {
        Fft fft = new Fft(BAND_FRAME);
        double[] power = new double[fft.bins()];
        addPower(fft, power, Math.max(BAND_FRAME, wide.length / 200));
        double top = 0;
        for (int k = 20; k < power.length; k++) {
            top = Math.max(top, power[k]);
        }
        int highest = power.length - 1;
        while (highest > 0 && power[highest] < top * 10e-8) {
            highest--;
        }
        return Math.clamp((double) highest * WIDE_RATE / BAND_FRAME - 200, 1500, 7000);
    }

    /** Energy of the voice band, where a loudspeaker on a set is heard best. */
    static double voiceEnergy(float[] wide) {
        Fft fft = new Fft(BAND_FRAME);
        double[] power = new double[fft.bins()];
        new Sound(wide, wide).addPower(fft, power, Math.max(BAND_FRAME, wide.length / 200));
        double sum = 0;
        for (int k = 300 * BAND_FRAME / WIDE_RATE; k <= 3400 * BAND_FRAME / WIDE_RATE; k++) {
            sum += power[k];
        }
        return sum;
    }

    private void addPower(Fft fft, double[] power, int hop) {
        float[] re = new float[fft.bins()];
        float[] im = new float[fft.bins()];
        float[] frame = new float[BAND_FRAME];
        for (int start = 0; start + BAND_FRAME <= wide.length; start += hop) {
            for (int i = 0; i < BAND_FRAME; i++) {
                frame[i] = wide[start + i] * (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / BAND_FRAME));
            }
            fft.forward(frame, 0, re, im);
            for (int k = 0; k < power.length; k++) {
                power[k] += re[k] * re[k] + im[k] * im[k];
            }
        }
    }
}
