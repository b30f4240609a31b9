package backbeat.engine.sync;

import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.SoundReader;
import java.util.Arrays;

/** Decodes the song as it comes out of one loudspeaker. */
final class SongSound {
    private static final int MONO_MIX = -1;

    private SongSound() {}

    static float[] mono(Media media, MediaFacts facts) {
        try (SoundReader reader = media.sound(facts, Sound.WIDE_RATE, MONO_MIX)) {
            float[] all = new float[(int) (Sound.WIDE_RATE * (facts.duration().toDouble() + 1))];
            float[] block = new float[Sound.WIDE_RATE];
            int count = 0;
            int read = reader.read(block);
            while (read >= 0) {
                if (count + read > all.length) {
                    all = Arrays.copyOf(all, Math.max(count + read, all.length * 2));
                }
                System.arraycopy(block, 0, all, count, read);
                count += read;
                read = reader.read(block);
            }
            return Arrays.copyOf(all, count);
        }
    }
}
