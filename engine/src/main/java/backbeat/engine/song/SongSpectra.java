package backbeat.engine.song;

import backbeat.engine.derive.Work;
import backbeat.engine.signal.FilterBank;
import backbeat.engine.signal.Onsets;
import backbeat.engine.signal.Spectrogram;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * What the analysis looks at instead of the sound: onset strength at {@value #FRAMES_PER_SECOND} frames a second, in five bands and as one curve, spectra in bands of a semitone, and
 * harmony (pitch classes of melody and bass) at {@value #HARMONY_PER_SECOND} frames a second.
 */
final class SongSpectra {
    static final int SAMPLE_RATE = 44_100;
    static final int FRAMES_PER_SECOND = 100;
    static final int HARMONY_PER_SECOND = 20;
    static final int BANDS = 5;

    private static final double[] BAND_BORDERS_HZ = {160, 500, 2000, 6000};
    private static final float[] BAND_WEIGHTS = {1, 1, 1, 1, 0.5f};
    private static final int FINE_SIZE = 512;
    private static final int FINE_HOP = 128;
    private static final double FINE_PER_SECOND = (double) SAMPLE_RATE / FINE_HOP;

    final double seconds;
    final float[][] onsets;
    final float[] activation;
    final Averages timbre;
    final Averages levels;
    final Averages chroma;
    final Averages bass;
    /** Largest sample of each frame. */
    final float[] loudest;
    /** Onset strength at {@link #finePeriod}. */
    final float[] fine;

    final BeatChances chances;

    /** From what was kept. */
    SongSpectra(
            double seconds,
            float[][] onsets,
            float[] activation,
            Averages timbre,
            Averages levels,
            Averages chroma,
            Averages bass,
            float[] loudest,
            float[] fine,
            BeatChances chances) {
        this.seconds = seconds;
        this.onsets = onsets;
        this.activation = activation;
        this.timbre = timbre;
        this.levels = levels;
        this.chroma = chroma;
        this.bass = bass;
        this.loudest = loudest;
        this.fine = fine;
        this.chances = chances;
    }

    private SongSpectra(float[] samples, Consumer<float[][]> rhythm, Work work) {
        normalise(samples);
        seconds = (double) samples.length / SAMPLE_RATE;
        work.progress(0, "listening to the song");
        FilterBank bank = FilterBank.logarithmic(SAMPLE_RATE, 2048, 12, 30, 16_000);
        float[][] bands = Spectrogram.logBands(samples, SAMPLE_RATE / FRAMES_PER_SECOND, bank, 5);
        int[] borders = borders(bank, BAND_BORDERS_HZ);
        onsets = Onsets.superFlux(bands, 2, borders);
        for (int b = 0; b < BANDS; b++) {
            onsets[b] = Onsets.levelled(onsets[b], FRAMES_PER_SECOND);
        }
        activation = Onsets.activation(onsets, BAND_WEIGHTS, FRAMES_PER_SECOND);
        timbre = new Averages(bands, FRAMES_PER_SECOND);
        levels = new Averages(pooled(bands, borders), FRAMES_PER_SECOND);
        work.progress(0.6, "listening to the harmony");
        FilterBank melody = FilterBank.chroma(SAMPLE_RATE, 8192, 200, 2500);
        FilterBank low = FilterBank.chroma(SAMPLE_RATE, 8192, 40, 260);
        int frames = Spectrogram.frames(samples.length, SAMPLE_RATE / HARMONY_PER_SECOND);
        float[][] chromaRows = new float[frames][];
        float[][] bassRows = new float[frames][];
        Spectrogram.walkLow(samples, 8192, SAMPLE_RATE / HARMONY_PER_SECOND, melody.usedBins(), (index, magnitudes) -> {
            chromaRows[index] = compressed(melody.apply(magnitudes));
            bassRows[index] = compressed(low.apply(magnitudes));
        });
        chroma = new Averages(chromaRows, HARMONY_PER_SECOND);
        bass = new Averages(bassRows, HARMONY_PER_SECOND);
        work.progress(0.9, "listening to the onsets");
        loudest = loudest(samples);
        fine = fineCurve(samples);
        float[][] rows = RhythmFrames.of(this, bands, borders(bank, RhythmFrames.bordersHz()));
        rhythm.accept(rows);
        chances = BeatNetwork.listen(rows);
        work.progress(1, "listening to the song");
    }

    /** @param mono at {@value #SAMPLE_RATE} samples a second; brought to full scale in place, for a copy of a long song would not fit into memory */
    static SongSpectra of(float[] mono, Work work) {
        return new SongSpectra(mono, rows -> {}, work);
    }

    /** @param rhythm takes what the beat network hears, to train it */
    static SongSpectra of(float[] mono, Consumer<float[][]> rhythm, Work work) {
        return new SongSpectra(mono, rhythm, work);
    }

    private static void normalise(float[] mono) {
        float peak = 1e-6f;
        for (float sample : mono) {
            float size = Math.abs(sample);
            peak = size > peak ? size : peak;
        }
        float gain = 1 / peak;
        for (int i = 0; i < mono.length; i++) {
            mono[i] *= gain;
        }
    }

    /** First band of each group between borders, then the end of the last one. */
    private static int[] borders(FilterBank bank, double[] hz) {
        int[] borders = new int[hz.length + 2];
        for (int b = 0; b < hz.length; b++) {
            borders[b + 1] = bank.bandFrom(hz[b]);
        }
        borders[hz.length + 1] = bank.bands();
        return borders;
    }

    private static float[][] pooled(float[][] bands, int[] borders) {
        float[][] result = new float[bands.length][BANDS];
        for (int i = 0; i < bands.length; i++) {
            for (int b = 0; b < BANDS; b++) {
                for (int k = borders[b]; k < borders[b + 1]; k++) {
                    result[i][b] += bands[i][k] / (borders[b + 1] - borders[b]);
                }
            }
        }
        return result;
    }

    private static float[] compressed(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.log(1 + 10 * values[i]);
        }
        return values;
    }

    /** Largest activation within some milliseconds of a time. */
    double activationNear(double time, int withinFrames) {
        return near(activation, time, withinFrames);
    }

    /** Largest onset strength of a band near a time. */
    double onsetNear(int band, double time, int withinFrames) {
        return near(onsets[band], time, withinFrames);
    }

    private static double near(float[] curve, double time, int within) {
        int middle = (int) Math.round(time * FRAMES_PER_SECOND);
        double largest = 0;
        for (int i = Math.max(0, middle - within); i <= Math.min(curve.length - 1, middle + within); i++) {
            largest = curve[i] > largest ? curve[i] : largest;
        }
        return largest;
    }

    private static float[] loudest(float[] samples) {
        int frame = SAMPLE_RATE / FRAMES_PER_SECOND;
        float[] loudest = new float[Math.ceilDiv(samples.length, frame)];
        for (int k = 0; k < loudest.length; k++) {
            float largest = 0;
            for (int i = k * frame; i < Math.min(samples.length, (k + 1) * frame); i++) {
                float size = Math.abs(samples[i]);
                largest = size > largest ? size : largest;
            }
            loudest[k] = largest;
        }
        return loudest;
    }

    /** Whether there is anything to hear between two times: louder than 60 dB below the peak. */
    boolean isSilent(double from, double to) {
        int begin = Math.clamp(Math.round(from * FRAMES_PER_SECOND), 0, loudest.length);
        int end = Math.clamp(Math.round(to * FRAMES_PER_SECOND), 0, loudest.length);
        for (int i = begin; i < end; i++) {
            if (loudest[i] > 1e-3f) {
                return false;
            }
        }
        return true;
    }

    /** Onsets in one curve of all bands, fine in time: each frame against the second one before it. Only the last frames' bands are held. */
    private static float[] fineCurve(float[] samples) {
        FilterBank bank = FilterBank.logarithmic(SAMPLE_RATE, FINE_SIZE, 6, 60, 16_000);
        float[] curve = new float[Spectrogram.frames(samples.length, FINE_HOP)];
        float[][] last = new float[3][bank.bands()];
        int[] whole = {0, bank.bands()};
        Spectrogram.walkLow(samples, FINE_SIZE, FINE_HOP, bank.usedBins(), (index, magnitudes) -> {
            float[] bands = bank.apply(magnitudes);
            for (int b = 0; b < bands.length; b++) {
                bands[b] = (float) Math.log10(1 + 20 * bands[b]);
            }
            last[0] = last[1];
            last[1] = last[2];
            last[2] = bands;
            curve[index] = Onsets.superFlux(last, 2, whole)[0][2];
        });
        return curve;
    }

    /** A fine onset curve between two times, one value every {@link #finePeriod}; the first one stands for {@link #fineStart}. */
    float[] fineOnsets(double from, double to) {
        int first = Math.clamp(fineFrame(from), 0, fine.length);
        int end = Math.clamp(fineFrame(to) + 1, first, fine.length);
        return Arrays.copyOfRange(fine, first, end);
    }

    /** A new onset is in a frame's difference when the window before holds nothing of it: what a frame tells of lies a little before its middle. */
    double fineStart(double from) {
        return (Math.clamp(fineFrame(from), 0, fine.length) - 1) / FINE_PER_SECOND;
    }

    double finePeriod() {
        return 1 / FINE_PER_SECOND;
    }

    private static int fineFrame(double time) {
        return (int) Math.round(time * FINE_PER_SECOND);
    }
}
