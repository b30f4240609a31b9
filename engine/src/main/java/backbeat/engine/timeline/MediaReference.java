package backbeat.engine.timeline;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A media file that items refer to.
 *
 * @param file to decode, absolute: the original, or the parts of a recording joined into one file
 * @param start clip time of its first picture: where sound comes before the picture it is above zero; zero for sound alone
 * @param duration presented length in seconds from there
 * @param rate of its picture; null for sound alone
 * @param timecode label of its first frame; null when the file has none
 * @param width upright; 0 for sound alone
 * @param height upright; 0 for sound alone
 * @param sampleRate 0 without sound
 * @param channels 0 without sound
 * @param parts the originals that {@code file} joins, in order: what editing programs are sent to; empty where {@code file} is the original
 */
public record MediaReference(
        Path file,
        Rational start,
        Rational duration,
        @Nullable Rate rate,
        @Nullable Timecode timecode,
        int width,
        int height,
        int sampleRate,
        int channels,
        List<MediaReference> parts)
        implements SourceMedia {
    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    public MediaReference withTimecode(@Nullable Timecode other) {
        return new MediaReference(file, start, duration, rate, other, width, height, sampleRate, channels, parts);
    }

    /** The same elsewhere. */
    MediaReference moved(UnaryOperator<Path> place) {
        return new MediaReference(
                place.apply(file),
                start,
                duration,
                rate,
                timecode,
                width,
                height,
                sampleRate,
                channels,
                parts.stream().map(part -> part.moved(place)).toList());
    }

    public boolean hasVideo() {
        return rate != null;
    }

    public boolean hasAudio() {
        return channels > 0;
    }
}
