package backbeat.engine.signal;

import java.util.Arrays;

/**
 * Cross-correlation of two signals by their phases alone, within a band: the generalised cross-correlation with phase transform of Knapp and Carter (IEEE Trans.
 * ASSP 24, 1976). Every frequency counts alike, so that a loud bass does not smear the peak. An instance holds scratch space: one for each thread.
 */
public final class Correlation {
    private final Fft fft;
    private final int firstBin;
    private final int lastBin;
    private final float[] padded;
    private final float[] bRe;
    private final float[] bIm;
    private final float[] lags;

    /**
     * @param size of the transform, a power of two
     * @param lowHertz lower end of the band
     * @param highHertz upper end of the band
     */
    public Correlation(int size, double sampleRate, double lowHertz, double highHertz) {
        fft = new Fft(size);
        firstBin = Math.max(1, (int) Math.ceil(lowHertz * size / sampleRate));
        lastBin = Math.min(size / 2 - 1, (int) Math.floor(highHertz * size / sampleRate));
        padded = new float[size];
        bRe = new float[fft.bins()];
        bIm = new float[fft.bins()];
        lags = new float[size];
    }

    /** A signal made ready to be correlated with several others. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Spectrum(float[] re, float[] im, float floor) {}

    /** @param samples at most as many as the transform has */
    public Spectrum spectrum(float[] samples) {
        float[] re = new float[fft.bins()];
        float[] im = new float[fft.bins()];
        transform(samples, re, im);
        return new Spectrum(re, im, floorOf(re, im));
    }

    /**
     * {@code sum over t of a(t) * b(t + margin + lag)} for lags from {@code -margin} to {@code +margin}, whitened. {@code b} holds {@code margin} samples more than
     * {@code a} at either end; {@code b.length} may not exceed the transform.
     */
    public float[] lags(float[] a, float[] b, int margin) {
        return lags(spectrum(a), b, margin);
    }

    /** The same with a signal that was made ready before. */
    public float[] lags(Spectrum a, float[] b, int margin) {
        transform(b, bRe, bIm);
        float floor = a.floor() * floorOf(bRe, bIm);
        Arrays.fill(bRe, 0, firstBin, 0);
        Arrays.fill(bIm, 0, firstBin, 0);
        Arrays.fill(bRe, lastBin + 1, bRe.length, 0);
        Arrays.fill(bIm, lastBin + 1, bIm.length, 0);
        whiten(a.re(), a.im(), floor);
        fft.inverse(bRe, bIm, lags, 0);
        return Arrays.copyOf(lags, 2 * margin + 1);
    }

    private void whiten(float[] aRe, float[] aIm, float floor) {
        for (int k = firstBin; k <= lastBin; k++) {
            float re = aRe[k] * bRe[k] + aIm[k] * bIm[k];
            float im = aRe[k] * bIm[k] - aIm[k] * bRe[k];
            float scale = 1 / ((float) Math.sqrt(re * re + im * im) + floor);
            bRe[k] = re * scale;
            bIm[k] = im * scale;
        }
    }

    private void transform(float[] samples, float[] re, float[] im) {
        System.arraycopy(samples, 0, padded, 0, samples.length);
        Arrays.fill(padded, samples.length, padded.length, 0);
        fft.forward(padded, 0, re, im);
    }

    /** Bins far below the band's own level hold rounding noise, whose phase says nothing. */
    private float floorOf(float[] re, float[] im) {
        double energy = 0;
        for (int k = firstBin; k <= lastBin; k++) {
            energy += re[k] * re[k] + im[k] * im[k];
        }
        return (float) (1e-3 * Math.sqrt(energy / (lastBin - firstBin + 1)) + 1e-12);
    }
}
