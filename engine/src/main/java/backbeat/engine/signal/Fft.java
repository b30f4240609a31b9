package backbeat.engine.signal;

/**
 * Fast Fourier transform of real signals whose length is a power of two.
 *
 * <p>The real signal of n samples is packed into a complex one of n/2, transformed by an in-place radix-2 decimation in time (Cooley and Tukey, Math. Comp. 19,
 * 1965) on split arrays, and unpacked by symmetry. An instance holds its tables and scratch space: one for each thread.
 *
 * <p>{@link #forward} is not normalised; {@link #inverse} divides by n, so that one undoes the other.
 */
public final class Fft {
    private final int size;
    private final int half;
    private final int[] reversed;
    private final float[] cos;
    private final float[] sin;
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
        for (int i = 0; i < half; i++) {
            int from = offset + 2 * reversed[i];
            re[i] = samples[from];
            im[i] = samples[from + 1];
        }
        butterflies();
        unpack(outRe, outIm);
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

    private void butterflies() {
        for (int length = 1; length < half; length <<= 1) {
            int stride = size / (2 * length);
            for (int start = 0; start < half; start += 2 * length) {
                for (int k = 0; k < length; k++) {
                    int upper = start + k;
                    int lower = upper + length;
                    float c = cos[k * stride];
                    float s = sin[k * stride];
                    float tr = re[lower] * c + im[lower] * s;
                    float ti = im[lower] * c - re[lower] * s;
                    re[lower] = re[upper] - tr;
                    im[lower] = im[upper] - ti;
                    re[upper] += tr;
                    im[upper] += ti;
                }
            }
        }
    }

    private void unpack(float[] outRe, float[] outIm) {
        outRe[0] = re[0] + im[0];
        outIm[0] = 0;
        outRe[half] = re[0] - im[0];
        outIm[half] = 0;
        for (int k = 1; k < half; k++) {
            int mirror = half - k;
            float evenRe = 0.5f * (re[k] + re[mirror]);
            float evenIm = 0.5f * (im[k] - im[mirror]);
            float oddRe = 0.5f * (im[k] + im[mirror]);
            float oddIm = -0.5f * (re[k] - re[mirror]);
            outRe[k] = evenRe + cos[k] * oddRe + sin[k] * oddIm;
            outIm[k] = evenIm + cos[k] * oddIm - sin[k] * oddRe;
        }
    }

    /** Packs a spectrum for {@link #butterflies}; conjugated, as the inverse of a transform is the conjugate of the transform of the conjugate. */
    private void pack(float[] inRe, float[] inIm) {
        for (int i = 0; i < half; i++) {
            int k = reversed[i];
            int mirror = half - k;
            float mirrorIm = k == 0 ? 0 : inIm[mirror];
            float ownIm = k == 0 ? 0 : inIm[k];
            float evenRe = 0.5f * (inRe[k] + inRe[mirror]);
            float evenIm = 0.5f * (ownIm - mirrorIm);
            float diffRe = 0.5f * (inRe[k] - inRe[mirror]);
            float diffIm = 0.5f * (ownIm + mirrorIm);
            float oddRe = diffRe * cos[k] - diffIm * sin[k];
            float oddIm = diffIm * cos[k] + diffRe * sin[k];
            re[i] = evenRe - oddIm;
            im[i] = -(evenIm + oddRe);
        }
    }
}
