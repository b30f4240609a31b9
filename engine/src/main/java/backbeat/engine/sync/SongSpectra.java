package backbeat.engine.sync;

import backbeat.engine.signal.Fft;
import backbeat.engine.signal.Resampler;
import org.jspecify.annotations.Nullable;

/**
 * The song at one speed, as whitened spectra of overlapping partitions at 4 kHz: what every block of every clip is compared with. Shared by all clips; each
 * partition is made when first asked for, as a speed that is only tried needs few.
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

    /** A spectrum of which only the phases within the band are left: real and imaginary parts of all bins; none where all is silent. */
    @SuppressWarnings("ArrayRecordComponent")
    record Phases(float[] re, float[] im) {
        static final Phases SILENCE = new Phases(new float[0], new float[0]);

        boolean isSilent() {
            return re.length == 0;
        }
    }

    private final Speed speed;
    private final double seconds;
    private final float[] song;
    private final Resampler resampler;
    private final Whitener whitener = new Whitener();
    private final @Nullable Phases[] partitions;

    SongSpectra(Sound song, Speed speed) {
        this.speed = speed;
        this.song = song.narrow();
        resampler = new Resampler(speed.value());
        int played = (int) Math.ceil(this.song.length / speed.value());
        seconds = (double) played / Sound.NARROW_RATE;
        partitions = new Phases[Math.ceilDiv(played, HOP) + 1];
    }

    Speed speed() {
        return speed;
    }

    /** Length of the song when played at this speed. */
    double seconds() {
        return seconds;
    }

    int partitions() {
        return partitions.length;
    }

    synchronized Phases partition(int index) {
        Phases known = partitions[index];
        if (known != null) {
            return known;
        }
        Phases made = whitener.whitened(played((index - 1) * HOP));
        partitions[index] = made;
        return made;
    }

    private float[] played(int start) {
        return speed.equals(Speed.ONE)
                ? Sound.window(song, start, FFT)
                : resampler.read(song, start * speed.value(), FFT);
    }

    /** Takes a stretch of sound to a spectrum of phases. One for each thread. */
    static final class Whitener {
        private final Fft fft = new Fft(FFT);
        private final float[] re = new float[fft.bins()];
        private final float[] im = new float[fft.bins()];

        Phases whitened(float[] samples) {
            double energy = 0;
            for (float sample : samples) {
                energy += sample * sample;
            }
            if (energy < SILENT_RMS * SILENT_RMS * samples.length) {
                return Phases.SILENCE;
            }
            fft.forward(samples, 0, re, im);
            double inBand = 0;
            for (int k = FIRST_BIN; k <= LAST_BIN; k++) {
                inBand += re[k] * re[k] + im[k] * im[k];
            }
            float floor = (float) (1e-3 * Math.sqrt(inBand / BINS) + 1e-12);
            Phases phases = new Phases(new float[re.length], new float[im.length]);
            for (int k = FIRST_BIN; k <= LAST_BIN; k++) {
                float scale = 1 / ((float) Math.sqrt(re[k] * re[k] + im[k] * im[k]) + floor);
                phases.re()[k] = re[k] * scale;
                phases.im()[k] = im[k] * scale;
            }
            return phases;
        }
    }
}
