package backbeat.engine.song;

import backbeat.engine.derive.Work;
import backbeat.engine.media.SoundReader;
import backbeat.engine.signal.Loudness;
import backbeat.engine.signal.Resampler;
import java.util.Arrays;

/**
 * Takes a song in once, at its own rate: its loudness in all channels, and one channel at the rate of the analysis. A pair's channels weigh three to two, as everywhere where sound is
 * listened to: a side that is wired the wrong way round would cancel the other in an even mix.
 */
final class SongSound {
    private static final int BLOCK_FRAMES = 1 << 15;
    /** More than any resampling looks to both sides. */
    private static final int AROUND = 256;
    /** Samples that the file announced and did not have: silence at the end, if they are few. */
    private static final int NEARLY_ALL = SongSpectra.SAMPLE_RATE / 10;

    private final int channels;
    private final double step;
    private final Resampler resampler;
    private final Loudness loudness;
    /** The mix at the file's rate that is still needed, and how many samples came before it. */
    private float[] pending = new float[0];

    private long before;
    private float[] mono;
    private int filled;

    /** @param seconds that it will last, as far as is known */
    SongSound(int channels, int sampleRate, double seconds) {
        this.channels = channels;
        step = (double) sampleRate / SongSpectra.SAMPLE_RATE;
        resampler = new Resampler(step);
        loudness = new Loudness(sampleRate, channels);
        mono = new float[(int) Math.round(seconds * SongSpectra.SAMPLE_RATE) + 1];
    }

    /**
     * @param seconds that the file says it lasts
     * @param longest seconds that are taken at most
     */
    static SongSound of(SoundReader reader, double seconds, double longest, Work work) {
        SongSound sound = new SongSound(reader.channels(), reader.sampleRate(), seconds);
        float[] block = new float[BLOCK_FRAMES * sound.channels];
        long limit = Math.round(longest * reader.sampleRate());
        for (int count = reader.readFully(block); count > 0; count = reader.readFully(block)) {
            int frames = count / sound.channels;
            if (sound.before < limit) {
                sound.take(block, frames);
            }
            work.progress(Math.min(1, sound.filled / (seconds * SongSpectra.SAMPLE_RATE + 1)), "reading the song");
        }
        sound.end();
        return sound;
    }

    void take(float[] interleaved, int frames) {
        loudness.add(interleaved, frames);
        int kept = pending.length;
        pending = Arrays.copyOf(pending, kept + frames);
        mix(interleaved, frames, kept);
        fill(pending.length - AROUND);
        int done = Math.clamp((long) (filled * step) - AROUND - before, 0, pending.length);
        pending = Arrays.copyOfRange(pending, done, pending.length);
        before += done;
    }

    void end() {
        fill(pending.length);
    }

    /** Adds all channels to what is pending, by their weights. */
    private void mix(float[] interleaved, int frames, int to) {
        float[] mixed = pending;
        float weights = 0;
        for (int c = 0; c < channels; c++) {
            float weight = c % 2 == 0 ? 3 : 2;
            weights += weight;
            int at = c;
            for (int i = to; i < to + frames; i++) {
                mixed[i] += weight * interleaved[at];
                at += channels;
            }
        }
        for (int i = to; i < to + frames; i++) {
            mixed[i] /= weights;
        }
    }

    /** All samples that lie before a place in {@link #pending}. */
    private void fill(int end) {
        int to = (int) Math.ceil((before + end) / step);
        int count = to - filled;
        if (count <= 0) {
            return;
        }
        if (to > mono.length) {
            mono = Arrays.copyOf(mono, to + BLOCK_FRAMES);
        }
        if (step == 1) {
            System.arraycopy(pending, (int) (filled - before), mono, filled, count);
        } else {
            System.arraycopy(resampler.read(pending, filled * step - before, count), 0, mono, filled, count);
        }
        filled = to;
    }

    Loudness loudness() {
        return loudness;
    }

    /** Seconds that were heard. */
    double seconds() {
        return (double) filled / SongSpectra.SAMPLE_RATE;
    }

    /** Rarely longer than the file says, and then by little: a long song fits into memory once, not twice. */
    float[] mono() {
        return mono.length - filled < NEARLY_ALL ? mono : Arrays.copyOf(mono, filled);
    }
}
