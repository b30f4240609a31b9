package backbeat.engine.playback;

import backbeat.engine.derive.Work;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.SoundReader;
import backbeat.engine.signal.Resampler;
import backbeat.engine.time.Rational;
import java.util.Arrays;

/** The song as one loudspeaker plays it: all channels as one, at a speed. */
final class SongOnSet {
    private static final int ALL_CHANNELS = -1;
    /** 40 dB below the loudest sample. */
    private static final float AUDIBLE = 0.01f;

    private final float[] song;
    private final double speed;
    private final Resampler resampler;
    private final float gain;

    private SongOnSet(float[] song, Rational speed) {
        this.song = song;
        this.speed = speed.toDouble();
        this.resampler = new Resampler(this.speed);
        this.gain = 1 / Math.max(1, loudest(song));
    }

    static SongOnSet read(Media media, MediaFacts facts, Rational speed, Work work) {
        double seconds = facts.duration().toDouble();
        float[] all = new float[(int) ((seconds + 1) * PlaybackFile.SAMPLE_RATE)];
        int count = 0;
        try (SoundReader reader = media.sound(facts, PlaybackFile.SAMPLE_RATE, ALL_CHANNELS)) {
            float[] block = new float[PlaybackFile.SAMPLE_RATE];
            for (int read = reader.readFully(block); read > 0; read = reader.readFully(block)) {
                work.progress(count / (double) all.length, "reading the song");
                all = count + read > all.length ? Arrays.copyOf(all, 2 * (count + read)) : all;
                System.arraycopy(block, 0, all, count, read);
                count += read;
            }
        }
        return new SongOnSet(Arrays.copyOf(all, count), speed);
    }

    private static float loudest(float[] samples) {
        float most = 0;
        for (float sample : samples) {
            most = Math.max(most, Math.abs(sample));
        }
        return most;
    }

    /** Song time of the first sound. */
    double firstNote() {
        float least = AUDIBLE * loudest(song);
        int i = 0;
        while (i < song.length && Math.abs(song[i]) <= least) {
            i++;
        }
        return i == song.length ? 0 : (double) i / PlaybackFile.SAMPLE_RATE;
    }

    /** Samples that it lasts when played. */
    long samples() {
        return (long) Math.ceil(song.length / speed);
    }

    /** Played samples from one on; silence before the song and after it. */
    float[] played(long from, int count) {
        float[] out = new float[count];
        int silent = Math.clamp(-from, 0, count);
        if (silent < count && from + silent < samples()) {
            float[] sound = resampler.read(song, (from + silent) * speed, count - silent);
            for (int i = silent; i < count; i++) {
                out[i] = gain * sound[i - silent];
            }
        }
        return out;
    }
}
