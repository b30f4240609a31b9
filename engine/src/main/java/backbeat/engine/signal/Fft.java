package backbeat.engine.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * Fast Fourier transform of real signals whose length is a power of two.
 *
 * <p>The real signal of n samples is packed into a complex one of n/2, transformed by an in-place radix-4 decimation in time (Cooley and Tukey, Math. Comp. 19,
 * 1965) on split arrays in bit-reversed order, and unpacked by symmetry. An instance holds its tables and scratch space: one for each thread.
 *
 * <p>{@link #forward} is not normalised; {@link #inverse} divides by n, so that one undoes the other.
 */
public final class Fft {
    private static final int SHORT_PASS = 32;
    private static final int[] MULTIPLES = {2, 1, 3};

    private final int size;
    private final int half;
    private final int[] reversed;
    private final float[] cos;
    private final float[] sin;
    private final List<float[]> passes;
    private final float[] re;
    private final float[] im;

    /** @param size samples of the real signal, a power of two of at least 4 */
    public Fft(int size) {
        if (size < 4 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("the size of an FFT must be a power of two of at least 4, not " + size);
        }
        this.size = size;
        half = size / 2;
        reversed = new int[half];
        int bits = Integer.numberOfTrailingZeros(half);
        for (int i = 0; i < half; i++) {
            reversed[i] = Integer.reverse(i) >>> (32 - bits);
        }
        cos = new float[half + 1];
        sin = new float[half + 1];
        for (int i = 0; i <= half; i++) {
            cos[i] = (float) Math.cos(2 * Math.PI * i / size);
            sin[i] = (float) Math.sin(2 * Math.PI * i / size);
        }
        passes = passes(half);
        re = new float[half];
        im = new float[half];
    }

    public int size() {
        return size;
    }

    /** Bins of a spectrum: size / 2 + 1. */
    public int bins() {
        return half + 1;
    }

    /** Spectrum of {@code size} samples from {@code offset}, as real and imaginary parts of {@link #bins()} each. */
    public void forward(float[] samples, int offset, float[] outRe, float[] outIm) {
        forward(samples, offset, outRe, outIm, bins());
    }

    /** The first bins of the spectrum, when others are not asked for. */
    void forward(float[] samples, int offset, float[] outRe, float[] outIm, int count) {
        float[] re = this.re;
        float[] im = this.im;
        int[] reversed = this.reversed;
        for (int i = 0; i < half; i++) {
            int from = offset + 2 * reversed[i];
            re[i] = samples[from];
            im[i] = samples[from + 1];
        }
        butterflies();
        if (count <= half / 2) {
            unpackFirst(outRe, outIm, count);
        } else {
            unpack(outRe, outIm);
        }
    }

    /** Signal of {@code size} samples from a spectrum of {@link #bins()}. The imaginary parts of the first and last bin are ignored. */
    public void inverse(float[] inRe, float[] inIm, float[] samples, int offset) {
        pack(inRe, inIm);
        butterflies();
        float scale = 1f / half;
        for (int i = 0; i < half; i++) {
            samples[offset + 2 * i] = re[i] * scale;
            samples[offset + 2 * i + 1] = -im[i] * scale;
        }
    }

    /** Two levels of the radix-2 flow at a time: three complex products for four points instead of four, and half the passes over memory. */
    private void butterflies() {
        int length = 1;
        if (Integer.numberOfTrailingZeros(half) % 2 == 1) {
            pairs();
            length = 2;
        }
        for (float[] pass : passes) {
            if (length == 1) {
                quadsWithoutTwiddles();
            } else if (length < SHORT_PASS) {
                shortPass(length, pass);
            } else {
                longPass(length, pass);
            }
            length *= 4;
        }
    }

    private void pairs() {
        for (int i = 0; i < half; i += 2) {
            float r = re[i + 1];
            float m = im[i + 1];
            re[i + 1] = re[i] - r;
            im[i + 1] = im[i] - m;
            re[i] += r;
            im[i] += m;
        }
    }

    private void quadsWithoutTwiddles() {
        float[] re = this.re;
        float[] im = this.im;
        for (int i = 0; i < half; i += 4) {
            float sumRe = re[i] + re[i + 1];
            float sumIm = im[i] + im[i + 1];
            float differenceRe = re[i] - re[i + 1];
            float differenceIm = im[i] - im[i + 1];
            float laterSumRe = re[i + 2] + re[i + 3];
            float laterSumIm = im[i + 2] + im[i + 3];
            float laterDifferenceRe = re[i + 2] - re[i + 3];
            float laterDifferenceIm = im[i + 2] - im[i + 3];
            re[i] = sumRe + laterSumRe;
            im[i] = sumIm + laterSumIm;
            re[i + 1] = differenceRe + laterDifferenceIm;
            im[i + 1] = differenceIm - laterDifferenceRe;
            re[i + 2] = sumRe - laterSumRe;
            im[i + 2] = sumIm - laterSumIm;
            re[i + 3] = differenceRe - laterDifferenceIm;
            im[i + 3] = differenceIm + laterDifferenceRe;
        }
    }

    /** Each twiddle is kept for all groups: the groups are many and short. */
    private void shortPass(int length, float[] twiddles) {
        for (int k = 0; k < length; k++) {
            quads(k, half, 4 * length, length, twiddles, 6 * k, 0);
        }
    }

    private void longPass(int length, float[] twiddles) {
        for (int start = 0; start < half; start += 4 * length) {
            quads(start, start + length, 1, length, twiddles, 0, 6);
        }
    }

    private void quads(int from, int to, int step, int length, float[] twiddles, int firstTwiddle, int twiddleStep) {
        // Fields in variables: the quick compiler would fetch them again after each store.
        float[] re = this.re;
        float[] im = this.im;
        int t = firstTwiddle;
        for (int a = from; a < to; a += step) {
            int b = a + length;
            int c = b + length;
            int d = c + length;
            float w1 = twiddles[t];
            float v1 = twiddles[t + 1];
            float w2 = twiddles[t + 2];
            float v2 = twiddles[t + 3];
            float w3 = twiddles[t + 4];
            float v3 = twiddles[t + 5];
            float bRe = re[b] * w1 + im[b] * v1;
            float bIm = im[b] * w1 - re[b] * v1;
            float cRe = re[c] * w2 + im[c] * v2;
            float cIm = im[c] * w2 - re[c] * v2;
            float dRe = re[d] * w3 + im[d] * v3;
            float dIm = im[d] * w3 - re[d] * v3;
            float sumRe = re[a] + bRe;
            float sumIm = im[a] + bIm;
            float differenceRe = re[a] - bRe;
            float differenceIm = im[a] - bIm;
            float laterSumRe = cRe + dRe;
            float laterSumIm = cIm + dIm;
            float laterDifferenceRe = cRe - dRe;
            float laterDifferenceIm = cIm - dIm;
            re[a] = sumRe + laterSumRe;
            im[a] = sumIm + laterSumIm;
            re[b] = differenceRe + laterDifferenceIm;
            im[b] = differenceIm - laterDifferenceRe;
            re[c] = sumRe - laterSumRe;
            im[c] = sumIm - laterSumIm;
            re[d] = differenceRe - laterDifferenceIm;
            im[d] = differenceIm + laterDifferenceRe;
            t += twiddleStep;
        }
    }

    /** Cosines and sines of each pass, in the order in which they are used: of twice, once and three times the angle of the longer level. */
    private static List<float[]> passes(int half) {
        List<float[]> passes = new ArrayList<>();
        for (int length = 1 + Integer.numberOfTrailingZeros(half) % 2; length < half; length *= 4) {
            float[] pass = new float[6 * length];
            for (int k = 0; k < length; k++) {
                double angle = Math.PI * k / (2 * length);
                for (int multiple = 0; multiple < 3; multiple++) {
                    double turned = angle * MULTIPLES[multiple];
                    pass[6 * k + 2 * multiple] = (float) Math.cos(turned);
                    pass[6 * k + 2 * multiple + 1] = (float) Math.sin(turned);
                }
            }
            passes.add(pass);
        }
        return passes;
    }

    /** Splits the spectrum of even and odd samples; a bin and its mirror share their sums. */
    private void unpack(float[] outRe, float[] outIm) {
        float[] re = this.re;
        float[] im = this.im;
        float[] cos = this.cos;
        float[] sin = this.sin;
        outRe[0] = re[0] + im[0];
        outIm[0] = 0;
        outRe[half] = re[0] - im[0];
        outIm[half] = 0;
        for (int k = 1, mirror = half - 1; k <= mirror; k++, mirror--) {
            float evenRe = 0.5f * (re[k] + re[mirror]);
            float evenIm = 0.5f * (im[k] - im[mirror]);
            float oddRe = 0.5f * (im[k] + im[mirror]);
            float oddIm = -0.5f * (re[k] - re[mirror]);
            float turnedRe = cos[k] * oddRe + sin[k] * oddIm;
            float turnedIm = cos[k] * oddIm - sin[k] * oddRe;
            outRe[mirror] = evenRe - turnedRe;
            outIm[mirror] = turnedIm - evenIm;
            outRe[k] = evenRe + turnedRe;
            outIm[k] = evenIm + turnedIm;
        }
    }

    /** The same for bins below the middle, without their mirrors. */
    private void unpackFirst(float[] outRe, float[] outIm, int count) {
        float[] re = this.re;
        float[] im = this.im;
        outRe[0] = re[0] + im[0];
        outIm[0] = 0;
        for (int k = 1, mirror = half - 1; k < count; k++, mirror--) {
            float oddRe = 0.5f * (im[k] + im[mirror]);
            float oddIm = -0.5f * (re[k] - re[mirror]);
            outRe[k] = 0.5f * (re[k] + re[mirror]) + (cos[k] * oddRe + sin[k] * oddIm);
            outIm[k] = 0.5f * (im[k] - im[mirror]) + (cos[k] * oddIm - sin[k] * oddRe);
        }
    }

    /** Packs a spectrum for {@link #butterflies}; conjugated, as the inverse of a transform is the conjugate of the transform of the conjugate. */
    private void pack(float[] inRe, float[] inIm) {
        re[0] = 0.5f * (inRe[0] + inRe[half]);
        im[0] = -0.5f * (inRe[0] - inRe[half]);
        for (int k = 1, mirror = half - 1; k <= mirror; k++, mirror--) {
            float evenRe = 0.5f * (inRe[k] + inRe[mirror]);
            float evenIm = 0.5f * (inIm[k] - inIm[mirror]);
            float differenceRe = 0.5f * (inRe[k] - inRe[mirror]);
            float differenceIm = 0.5f * (inIm[k] + inIm[mirror]);
            float oddRe = differenceRe * cos[k] - differenceIm * sin[k];
            float oddIm = differenceIm * cos[k] + differenceRe * sin[k];
            int at = reversed[k];
            int atMirror = reversed[mirror];
            re[atMirror] = evenRe + oddIm;
            im[atMirror] = evenIm - oddRe;
            re[at] = evenRe - oddIm;
            im[at] = -(evenIm + oddRe);
        }
    }
}
