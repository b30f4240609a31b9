package backbeat.engine.sync;

import backbeat.engine.signal.Fft;
import java.util.Arrays;

/**
 * What one sound has of its own besides another one that it shares something with: two choruses with the same drums, say, at another level in the mix.
 *
 * <p>In each band of a third of an octave the other sound is taken off at the level that explains most of it (the projection of least squares). One level for all
 * bands would leave some of the shared sound in each of them, and a correlation of phases hears the faintest rest. One for each thread.
 */
final class Unshared {
    private static final double BAND_RATIO = Math.cbrt(2);
    private static final int LEAST_BINS = 12;
    /** Of a bin that the other sound explains but for this share of its energy nothing is its own: phases would count the rest like any other. */
    private static final float FAINT_REST = 0.3f;

    private final Fft fft;
    private final float[] padded;
    private final float[] re;
    private final float[] im;
    private final float[] otherRe;
    private final float[] otherIm;
    private final float[] rest;

    /** @param size of the transform, a power of two not below the sounds' lengths */
    Unshared(int size) {
        fft = new Fft(size);
        padded = new float[size];
        re = new float[fft.bins()];
        im = new float[fft.bins()];
        otherRe = new float[fft.bins()];
        otherIm = new float[fft.bins()];
        rest = new float[size];
    }

    /** Both sounds begin at the same moment and are of the same length. */
    float[] of(float[] sound, float[] other) {
        spectrum(sound, re, im);
        spectrum(other, otherRe, otherIm);
        for (int from = 0; from < re.length; ) {
            int to = Math.min(re.length, Math.max(from + LEAST_BINS, (int) (from * BAND_RATIO)));
            takeOff(from, to);
            from = to;
        }
        fft.inverse(re, im, rest, 0);
        return Arrays.copyOf(rest, sound.length);
    }

    private void takeOff(int from, int to) {
        double common = 0;
        double energy = 1e-12;
        for (int k = from; k < to; k++) {
            common += re[k] * otherRe[k] + im[k] * otherIm[k];
            energy += otherRe[k] * otherRe[k] + otherIm[k] * otherIm[k];
        }
        float level = (float) (common / energy);
        for (int k = from; k < to; k++) {
            float before = re[k] * re[k] + im[k] * im[k];
            re[k] -= level * otherRe[k];
            im[k] -= level * otherIm[k];
            if (re[k] * re[k] + im[k] * im[k] < FAINT_REST * before) {
                re[k] = 0;
                im[k] = 0;
            }
        }
    }

    private void spectrum(float[] samples, float[] toRe, float[] toIm) {
        System.arraycopy(samples, 0, padded, 0, samples.length);
        Arrays.fill(padded, samples.length, padded.length, 0);
        fft.forward(padded, 0, toRe, toIm);
    }
}
