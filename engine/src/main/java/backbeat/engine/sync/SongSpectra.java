package backbeat.engine.sync;

import backbeat.engine.signal.Fft;
import backbeat.engine.signal.Resampler;
import java.util.ArrayList;
import java.util.List;

/**
 * The song at one speed, as whitened spectra of overlapping partitions at 4 kHz: what every block of every clip is compared with. Made once for all clips.
 *
 * <p>Partition k covers the played samples from {@code (k - 1) * HOP}; the first one so begins before the song, for blocks in which the song sets in.
 */
final class SongSpectra {
    static final int FFT = 8192;
    static final int HOP = 4096;
    static final int FIRST_BIN = 120 * FFT / Sound.NARROW_RATE + 1;
    static final int LAST_BIN = 1900 * FFT / Sound.NARROW_RATE;
    static final int BINS = LAST_BIN - FIRST_BIN + 1;
    private static final float SILENT_RMS = 1e-6f;

    private final Speed speed;
    private final double seconds;
    private final List<float[]> partitions = new ArrayList<>();

    SongSpectra(Sound song, Speed speed) {
        this.speed = speed;
        float[] played = speed.equals(Speed.ONE) ? song.narrow() : new Resampler(speed.value()).all(song.narrow());
        seconds = (double) played.length / Sound.NARROW_RATE;
        Whitener whitener = new Whitener();
        for (int start = -HOP; start < played.length; start += HOP) {
            float[] samples = new float[FFT];
            int from = Math.max(0, start);
            int to = Math.min(played.length, start + FFT);
            System.arraycopy(played, from, samples, from - start, to - from);
            partitions.add(whitener.whitened(samples));
        }
    }

    Speed speed() {
        return speed;
    }

    /** Length of the song when played at this speed. */
    double seconds() {
        return seconds;
    }

    int partitions() {
        return partitions.size();
    }

    /** Real and imaginary parts in turn from {@link #FIRST_BIN} on; empty where the song is silent. */
    float[] partition(int index) {
        return partitions.get(index);
    }

    /** Takes a stretch of sound to a spectrum of phases. One for each thread. */
    static final class Whitener {
        private final Fft fft = new Fft(FFT);
        private final float[] re = new float[fft.bins()];
        private final float[] im = new float[fft.bins()];

        float[] whitened(float[] samples) {
            double energy = 0;
            for (float sample : samples) {
                energy += sample * sample;
            }
            if (energy < SILENT_RMS * SILENT_RMS * samples.length) {
                return new float[0];
            }
            fft.forward(samples, 0, re, im);
            double inBand = 0;
            for (int k = FIRST_BIN; k <= LAST_BIN; k++) {
                inBand += re[k] * re[k] + im[k] * im[k];
            }
            float floor = (float) (1e-3 * Math.sqrt(inBand / BINS) + 1e-12);
            float[] phases = new float[2 * BINS];
            for (int i = 0; i < BINS; i++) {
                float a = re[FIRST_BIN + i];
                float b = im[FIRST_BIN + i];
                float scale = 1 / ((float) Math.sqrt(a * a + b * b) + floor);
                phases[2 * i] = a * scale;
                phases[2 * i + 1] = b * scale;
            }
            return phases;
        }
    }
}
