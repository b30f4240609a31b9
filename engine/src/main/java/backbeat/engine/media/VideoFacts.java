package backbeat.engine.media;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a media file.
 *
 * @param stream index of the stream in the file
 * @param width of the upright picture, in stored pixels
 * @param height of the upright picture, in stored pixels
 * @param rotation degrees clockwise that the stored picture is turned to stand upright: 0, 90, 180 or 270
 * @param pixelAspect width of a pixel of the upright picture against its height
 * @param rate exact; for a variable rate that of the median step
 * @param frames presented frames
 * @param start clip time of the first presented frame, in seconds
 * @param variableRate whether frames come at times that no rate explains
 * @param frameTimes clip times of all presented frames in seconds when the rate is variable, else empty
 * @param timecode label of the first frame as the file says it, {@code ;} for drop frame
 * @param fieldOrder FFmpeg's word, {@code progressive}, {@code tt}, {@code bb} ..., or {@code unknown}
 * @param keyframeSpacing frames from key frame to key frame at the median; 0 when only the first frame is one
 */
public record VideoFacts(
        int stream,
        String codec,
        int width,
        int height,
        int rotation,
        Rational pixelAspect,
        Rate rate,
        long frames,
        Rational start,
        boolean variableRate,
        List<Rational> frameTimes,
        @Nullable String timecode,
        String fieldOrder,
        String pixelFormat,
        Colour colour,
        int keyframeSpacing) {

    /** Colour tags in FFmpeg's words; {@code unknown} where the file says nothing. */
    public record Colour(String range, String primaries, String transfer, String matrix) {}

    /** Whether parts of it may be transparent. */
    public boolean hasAlpha() {
        return pixelFormat.matches("(yuva|gbrap|rgba|bgra|argb|abgr|ya|pal8).*");
    }

    /** Clip time at which a frame is shown first, in seconds. */
    public Rational timeOfFrame(long frame) {
        return variableRate ? frameTimes.get(Math.toIntExact(frame)) : start.plus(rate.timeOf(frame));
    }

    /** The frame that is shown at a clip time: 0 before the first, the last one after the end. */
    public long frameAt(Rational clipSeconds) {
        long frame = variableRate ? lastFrameNotAfter(clipSeconds) : rate.floorFrame(clipSeconds.minus(start));
        return Math.clamp(frame, 0, Math.max(0, frames - 1));
    }

    private long lastFrameNotAfter(Rational clipSeconds) {
        int low = 0;
        int high = frameTimes.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (frameTimes.get(middle).compareTo(clipSeconds) <= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
