package backbeat.engine.signal;

import java.util.Arrays;

/**
 * Inverse Fourier transforms of many spectra side by side. A row holds the same bin, later the same sample, of all of them, and every step of the transform is one
 * plain loop along two or four rows with a twiddle factor that is the same for the row: a form in which the machine does eight steps at once, which it can't for a
 * transform alone (two and a half times as fast at 64 in a row, at 8192 samples).
 *
 * <p>The half-size complex transform is radix-2, decimation in frequency (Gentleman and Sande, AFIPS 1966), two levels at a time while their rows are near. Rows are
 * never moved: the bit-reversed order of the result is undone by handing the rows out in the right order. Results are those of {@link Fft#inverse}.
 */
public final class FftRows {
    private final int size;
    private final int half;
    private final float[] cos;
    private final float[] sin;
    private final float[][] re;
    private final float[][] im;
    private final float[][] samples;

    /**
     * @param size samples of each signal, a power of two of at least 4
     * @param together how many signals
     */
    public FftRows(int size, int together) {
        if (size < 4 || Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("the size of an FFT must be a power of two of at least 4, not " + size);
        }
        this.size = size;
        half = size / 2;
        cos = new float[half];
        sin = new float[half];
        for (int i = 0; i < half; i++) {
            cos[i] = (float) Math.cos(2 * Math.PI * i / size);
            sin[i] = (float) Math.sin(2 * Math.PI * i / size);
        }
        re = new float[half + 1][together];
        im = new float[half + 1][together];
        samples = new float[size][];
        int bits = Integer.numberOfTrailingZeros(half);
        for (int i = 0; i < half; i++) {
            int reversed = Integer.reverse(i) >>> (32 - bits);
            samples[2 * i] = re[reversed];
            samples[2 * i + 1] = im[reversed];
        }
    }

    /** Real parts of one bin of all spectra, to be filled before each {@link #inverse}. */
    public float[] re(int bin) {
        return re[bin];
    }

    /** Imaginary parts of one bin; those of the first and last bin must be zero. */
    public float[] im(int bin) {
        return im[bin];
    }

    /** Some bins of all spectra to zero: each must be filled or cleared before each {@link #inverse}. */
    public void clear(int from, int to) {
        for (int k = from; k < to; k++) {
            Arrays.fill(re[k], 0);
            Arrays.fill(im[k], 0);
        }
    }

    /** The signals: {@code size} rows, each with the same sample of all of them. They stand where the spectra stood, and hold until these are filled again. */
    public float[][] inverse() {
        pack();
        transform(0, half);
        return samples;
    }

    private void pack() {
        float scale = 0.5f / half;
        packEnds(re[0], im[0], re[half], scale);
        for (int k = 1, mirror = half - 1; k < mirror; k++, mirror--) {
            packPair(re[k], im[k], re[mirror], im[mirror], cos[k], sin[k], scale);
        }
        int middle = half / 2;
        multiply(re[middle], 2 * scale);
        multiply(im[middle], -2 * scale);
    }

    private static void packEnds(float[] firstRe, float[] firstIm, float[] lastRe, float scale) {
        for (int i = 0; i < firstRe.length; i++) {
            float first = firstRe[i];
            firstRe[i] = scale * (first + lastRe[i]);
            firstIm[i] = scale * (first - lastRe[i]);
        }
    }

    /** The even samples' spectrum and, turned by a quarter, that of the odd ones. */
    private static void packPair(
            float[] kRe, float[] kIm, float[] mirrorRe, float[] mirrorIm, float cos, float sin, float scale) {
        for (int i = 0; i < kRe.length; i++) {
            float evenRe = scale * (kRe[i] + mirrorRe[i]);
            float evenIm = scale * (kIm[i] - mirrorIm[i]);
            float differenceRe = scale * (kRe[i] - mirrorRe[i]);
            float differenceIm = scale * (kIm[i] + mirrorIm[i]);
            float oddRe = differenceRe * cos - differenceIm * sin;
            float oddIm = differenceIm * cos + differenceRe * sin;
            kRe[i] = evenRe - oddIm;
            kIm[i] = evenIm + oddRe;
            mirrorRe[i] = evenRe + oddIm;
            mirrorIm[i] = oddRe - evenIm;
        }
    }

    private static void multiply(float[] row, float factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] *= factor;
        }
    }

    private void transform(int from, int count) {
        if (count == 2) {
            cross(re[from], im[from], re[from + 1], im[from + 1], 0);
        }
        if (count <= 2) {
            return;
        }
        int turn = size / count;
        int quarter = count / 4;
        for (int k = 0; k < quarter; k++) {
            int a = from + k;
            int b = a + quarter;
            int c = b + quarter;
            int d = c + quarter;
            cross(re[a], im[a], re[c], im[c], k * turn);
            cross(re[b], im[b], re[d], im[d], (k + quarter) * turn);
            cross(re[a], im[a], re[b], im[b], 2 * k * turn);
            cross(re[c], im[c], re[d], im[d], 2 * k * turn);
        }
        for (int part = 0; part < 4; part++) {
            transform(from + part * quarter, quarter);
        }
    }

    private void cross(float[] aRe, float[] aIm, float[] bRe, float[] bIm, int angle) {
        cross(aRe, aIm, bRe, bIm, cos[angle], sin[angle]);
    }

    private static void cross(float[] aRe, float[] aIm, float[] bRe, float[] bIm, float cos, float sin) {
        for (int i = 0; i < aRe.length; i++) {
            float differenceRe = aRe[i] - bRe[i];
            float differenceIm = aIm[i] - bIm[i];
            aRe[i] += bRe[i];
            aIm[i] += bIm[i];
            bRe[i] = differenceRe * cos - differenceIm * sin;
            bIm[i] = differenceIm * cos + differenceRe * sin;
        }
    }
}
