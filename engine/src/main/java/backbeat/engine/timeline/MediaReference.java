package backbeat.engine.timeline;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A media file that items refer to.
 *
 * @param file absolute: the original, never a joined or proxied copy of it unless there is no other
 * @param duration presented length in seconds
 * @param rate of its picture; null for sound alone
 * @param timecode label of its first frame; null when the file has none
 * @param width upright; 0 for sound alone
 * @param height upright; 0 for sound alone
 * @param sampleRate 0 without sound
 * @param channels 0 without sound
 */
public record MediaReference(
        Path file,
        Rational duration,
        @Nullable Rate rate,
        @Nullable Timecode timecode,
        int width,
        int height,
        int sampleRate,
        int channels) {
    public String name() {
        return String.valueOf(file.getFileName());
    }

    public boolean hasVideo() {
        return rate != null;
    }

    public boolean hasAudio() {
        return channels > 0;
    }
}
