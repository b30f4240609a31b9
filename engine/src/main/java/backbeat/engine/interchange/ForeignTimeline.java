package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A timeline of another program, as told by its file: places are kept on the clock they were written on, and what a file leaves open stays open.
 *
 * <p>What is not understood but can be carried back is kept as it was written in {@code foreign}: the key names the format and the place, the value is text in that
 * format. {@code otio/metadata} is a JSON object and {@code otio/effects} a JSON array; {@code fcpxml/children} and {@code xmeml/children} are XML elements in the order
 * of the file; {@code edl/comments} are lines; {@code ale/NAME} is a field of a log. What is longer than a person would ever have written is not kept.
 *
 * @param rate of the frames; null where the file has none
 * @param start seconds of the first frame's label
 * @param duration seconds from there to the end of the last clip
 * @param foreign what was not understood
 * @param size null where the file tells none
 */
public record ForeignTimeline(
        String name,
        @Nullable Rate rate,
        boolean dropFrame,
        Rational start,
        Rational duration,
        List<ForeignTrack> tracks,
        List<ForeignMarker> markers,
        Map<String, String> foreign,
        @Nullable Size size) {
    private static final int MOST_PIXELS = 16_384;

    /** Of the picture, in pixels. */
    public record Size(int width, int height) {
        /** Null where no picture has that size. */
        static @Nullable Size of(@Nullable Rational width, @Nullable Rational height) {
            return width == null || height == null || !isSide(width) || !isSide(height)
                    ? null
                    : new Size((int) width.numerator(), (int) height.numerator());
        }

        private static boolean isSide(Rational pixels) {
            return pixels.isWhole() && pixels.signum() > 0 && !pixels.isGreaterThan(Rational.of(MOST_PIXELS));
        }
    }

    public ForeignTimeline(
            String name,
            @Nullable Rate rate,
            boolean dropFrame,
            Rational start,
            Rational duration,
            List<ForeignTrack> tracks,
            List<ForeignMarker> markers) {
        this(name, rate, dropFrame, start, duration, tracks, markers, Map.of(), null);
    }

    ForeignTimeline withSize(@Nullable Size told) {
        return new ForeignTimeline(name, rate, dropFrame, start, duration, tracks, markers, foreign, told);
    }
}
