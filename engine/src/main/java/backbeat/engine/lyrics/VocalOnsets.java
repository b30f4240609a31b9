package backbeat.engine.lyrics;

import backbeat.engine.derive.Work;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.SoundReader;
import backbeat.engine.signal.FilterBank;
import backbeat.engine.signal.Onsets;
import backbeat.engine.signal.Spectrogram;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where singing begins, as far as that can be heard in a mix, and lyrics put there.
 *
 * <p>A lead voice is mixed to the middle and is strongest from 200 to 4000 Hz: what both channels share there, less what they do not, is followed by SuperFlux (Böck
 * and Widmer, DAFx 2013). A line is put onto an onset near its own start only where the onset is clear: strong, alone, and followed by more sound than before it. A
 * drum in the middle can fool this, so every other line stays where it was, and it is said which ones did.
 */
public final class VocalOnsets {
    private static final int RATE = 16_000;
    private static final int SIZE = 1024;
    private static final int HOP = 160;
    private static final double FRAMES_PER_SECOND = (double) RATE / HOP;
    private static final int LAG = 3;
    private static final float GAIN = 20;
    private static final double REACH_SECONDS = 0.35;
    private static final double WIDTH_SECONDS = 0.2;
    private static final double ALONE_SECONDS = 0.08;
    private static final double STRONG = 1.2;
    private static final double RISE = 0.4;
    private static final double SECOND_BEST = 0.75;
    private static final double LEAST_CLEARNESS = 0.5;
    /** A window hears an onset before its middle has reached it. */
    private static final double EARLY_SECONDS = 0.018;

    /**
     * What became of a line.
     *
     * @param to null where no onset was clear enough, and the line stayed
     * @param clearness of the best onset near it, 0 to 1
     */
    public record Outcome(
            String text, double from, @Nullable Double to, double clearness) {}

    /** The lyrics with the lines that were put onto the singing. */
    public record Snapped(Lyrics lyrics, List<Outcome> outcomes) {}

    private final float[] strength;
    private final float[] level;
    private final double levelSpread;

    VocalOnsets(float[] middle, float[] sides) {
        float peak = 1e-6f;
        for (float sample : middle) {
            peak = Math.max(peak, Math.abs(sample));
        }
        FilterBank bank = FilterBank.logarithmic(RATE, SIZE, 12, 200, 4000);
        float[][] rows = Spectrogram.logBands(scaled(middle, 1 / peak), HOP, bank, GAIN);
        float[][] beside = Spectrogram.logBands(scaled(sides, 1 / peak), HOP, bank, GAIN);
        level = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int b = 0; b < rows[i].length; b++) {
                rows[i][b] = Math.max(0, rows[i][b] - beside[i][b]);
                level[i] += rows[i][b] / rows[i].length;
            }
        }
        strength = Onsets.levelled(Onsets.superFlux(rows, LAG, new int[] {0, bank.bands()})[0], FRAMES_PER_SECOND);
        levelSpread = spread(level);
    }

    private static float[] scaled(float[] samples, float factor) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= factor;
        }
        return samples;
    }

    private static double spread(float[] values) {
        double[] sorted = new double[values.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = values[i];
        }
        Arrays.sort(sorted);
        return sorted.length == 0 ? 1 : sorted[sorted.length * 9 / 10] - sorted[sorted.length / 10] + 1e-6;
    }

    /** Listens to a song for its singing. */
    public static VocalOnsets of(Media media, MediaFacts facts, Work work) {
        AudioFacts audio = facts.audio();
        int channels = audio == null ? 1 : audio.channels();
        int capacity = (int) Math.ceil(facts.duration().toDouble() * RATE) + RATE;
        float[] middle = new float[capacity];
        float[] sides = new float[capacity];
        int filled = 0;
        float[] block = new float[(1 << 14) * channels];
        try (SoundReader reader = media.interleaved(facts, RATE)) {
            for (int count = reader.readFully(block); count > 0; count = reader.readFully(block)) {
                work.progress(0.5, "listening to the singing");
                for (int i = 0; i + channels <= count && filled < capacity; i += channels) {
                    float left = block[i];
                    float right = channels > 1 ? block[i + 1] : left;
                    middle[filled] = (left + right) / 2;
                    sides[filled++] = (left - right) / 2;
                }
            }
        }
        return new VocalOnsets(Arrays.copyOf(middle, filled), Arrays.copyOf(sides, filled));
    }

    /** Puts each line whose onset is clear there, its syllables with it. */
    public Snapped snapped(Lyrics lyrics) {
        List<Lyrics.Line> lines = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        double before = -1;
        for (int i = 0; i < lyrics.lines().size(); i++) {
            Lyrics.Line line = lyrics.lines().get(i);
            double start = line.start().toDouble();
            double next = i + 1 < lyrics.lines().size()
                    ? lyrics.lines().get(i + 1).start().toDouble()
                    : Double.MAX_VALUE;
            Onset onset = nearest(
                    start,
                    Math.max(before + 0.05, start - REACH_SECONDS),
                    Math.min((start + next) / 2, start + REACH_SECONDS));
            boolean clear = onset.clearness >= LEAST_CLEARNESS;
            double at = clear ? onset.time : start;
            lines.add(clear ? line.movedBy(Rational.nearest(at - start, 1000)) : line);
            outcomes.add(new Outcome(line.text(), start, clear ? at : null, Math.round(onset.clearness * 100) / 100.0));
            before = at;
        }
        return new Snapped(new Lyrics(lyrics.tags(), lines), outcomes);
    }

    private record Onset(double time, double clearness) {}

    private Onset nearest(double time, double from, double to) {
        int first = frame(from - EARLY_SECONDS);
        int last = frame(to - EARLY_SECONDS);
        int best = -1;
        double most = 0;
        for (int i = first; i <= last && i < strength.length; i++) {
            double worth = worth(i, time);
            if (worth > most) {
                most = worth;
                best = i;
            }
        }
        if (best < 0) {
            return new Onset(time, 0);
        }
        double second = 0;
        int alone = (int) Math.round(ALONE_SECONDS * FRAMES_PER_SECOND);
        for (int i = first; i <= last && i < strength.length; i++) {
            second = Math.abs(i - best) > alone ? Math.max(second, worth(i, time)) : second;
        }
        double rise = (mean(best + 2, best + 22) - mean(best - 25, best - 3)) / levelSpread;
        double clearness = Math.clamp(strength[best] / STRONG, 0, 1)
                * Math.clamp(rise / RISE, 0, 1)
                * Math.clamp((1 - second / most) / (1 - SECOND_BEST), 0, 1);
        return new Onset(Math.max(0, best / FRAMES_PER_SECOND + EARLY_SECONDS), clearness);
    }

    private double worth(int frame, double time) {
        double off = (frame / FRAMES_PER_SECOND + EARLY_SECONDS - time) / WIDTH_SECONDS;
        return strength[frame] * Math.exp(-0.5 * off * off);
    }

    private double mean(int from, int to) {
        double sum = 0;
        int count = 0;
        for (int i = Math.max(0, from); i < Math.min(level.length, to); i++) {
            sum += level[i];
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    private int frame(double time) {
        return (int) Math.max(0, Math.round(time * FRAMES_PER_SECOND));
    }
}
