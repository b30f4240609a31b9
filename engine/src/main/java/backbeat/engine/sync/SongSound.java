package backbeat.engine.sync;

import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.SoundReader;
import java.util.Arrays;

/** Sound as it comes out of one loudspeaker: all channels mixed. */
final class SongSound {
    private static final int MONO_MIX = -1;

    private SongSound() {}

    static float[] mono(Media media, MediaFacts facts) {
        return mono(media, facts, facts.duration().toDouble() + 1);
    }

    /** At most so many seconds of it, at {@link Sound#WIDE_RATE}. */
    static float[] mono(Media media, MediaFacts facts, double mostSeconds) {
        double seconds = Math.min(mostSeconds, facts.duration().toDouble() + 1);
        try (SoundReader reader = media.sound(facts, Sound.WIDE_RATE, MONO_MIX)) {
            float[] all = new float[(int) (Sound.WIDE_RATE * seconds)];
            return Arrays.copyOf(all, reader.readFully(all));
        }
    }
}
