package backbeat.engine.signal;

import java.util.Arrays;

/**
 * Short-time spectra of a signal, frame by frame, without ever holding them all.
 *
 * <p>Frames are centred: frame i stands for the moment {@code i * hop} samples after the start, and the signal is taken as silent before and after itself. The window
 * is Hann's. Magnitudes are those of the transform, not divided by anything.
 */
public final class Spectrogram {
    /** Takes the magnitudes of one frame; the array is used again for the next one. */
    @FunctionalInterface
    public interface Sink {
        void frame(int index, float[] magnitudes);
    }

    private Spectrogram() {}

    /** How many frames {@link #walk} makes. */
    public static int frames(int samples, int hop) {
        return samples / hop + 1;
    }

    /** Calls the sink for each frame in order. */
    public static void walk(float[] samples, int size, int hop, Sink sink) {
        walk(samples, size, hop, 0, frames(samples.length, hop), sink);
    }

    /** Calls the sink for each frame in order, with the first bins only: magnitudes that nobody looks at are half of the cost. */
    public static void walkLow(float[] samples, int size, int hop, int bins, Sink sink) {
        walk(samples, size, hop, 0, frames(samples.length, hop), bins, sink);
    }

    /** Calls the sink for some frames only. */
    public static void walk(float[] samples, int size, int hop, int firstFrame, int endFrame, Sink sink) {
        walk(samples, size, hop, firstFrame, endFrame, size / 2 + 1, sink);
    }

    private static void walk(float[] samples, int size, int hop, int firstFrame, int endFrame, int bins, Sink sink) {
        Fft fft = new Fft(size);
        float[] window = hann(size);
        float[] framed = new float[size];
        float[] re = new float[fft.bins()];
        float[] im = new float[fft.bins()];
        for (int frame = firstFrame; frame < endFrame; frame++) {
            int start = frame * hop - size / 2;
            int from = Math.clamp(-start, 0, size);
            int end = Math.clamp(samples.length - start, from, size);
            Arrays.fill(framed, 0, from, 0);
            for (int i = from; i < end; i++) {
                framed[i] = samples[start + i] * window[i];
            }
            Arrays.fill(framed, end, size, 0);
            fft.forward(framed, 0, re, im, bins);
            for (int k = 0; k < bins; k++) {
                re[k] = (float) Math.sqrt(re[k] * re[k] + im[k] * im[k]);
            }
            sink.frame(frame, re);
        }
    }

    /** Hann's window, periodic. */
    public static float[] hann(int size) {
        float[] window = new float[size];
        for (int i = 0; i < size; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / size));
        }
        return window;
    }

    /** Spectra gathered in bands and compressed: {@code log10(1 + gain * band)}, by frame and band. */
    public static float[][] logBands(float[] samples, int hop, FilterBank bank, float gain) {
        float[][] result = new float[frames(samples.length, hop)][];
        walkLow(samples, bank.fftSize(), hop, bank.usedBins(), (index, magnitudes) -> {
            float[] bands = bank.apply(magnitudes);
            for (int b = 0; b < bands.length; b++) {
                bands[b] = (float) Math.log10(1 + gain * bands[b]);
            }
            result[index] = bands;
        });
        return result;
    }
}
