package backbeat.engine.media;

import backbeat.engine.time.Rational;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How to make FFmpeg give a certain frame first.
 *
 * <p>Seeking straight to a frame loses it where it stands just before a key frame of an open GOP: containers are sought by decoding time, and the pictures shown
 * before such a key frame are decoded after it (seen with HEVC: frame 191 asked for, key frame 192 given). So the seek goes some frames ahead of the wanted one,
 * and those are dropped by time. Each time lies half-way between two frames, whatever either was rounded to.
 *
 * @param from where FFmpeg seeks to, on the container's own clock; null to read from the start
 * @param drop the filter that drops what comes before, with a comma behind it; empty when nothing does
 */
record FrameSeek(@Nullable Rational from, String drop) {
    /** More pictures than encoders put out of order. */
    private static final int AHEAD = 12;

    static FrameSeek to(MediaFacts facts, VideoFacts video, long frame) {
        if (frame <= AHEAD) {
            return fromTheStart(frame);
        }
        Rational from = between(facts, video, frame - AHEAD);
        Rational rest = between(facts, video, frame).minus(from);
        return new FrameSeek(from, "trim=start=" + seconds(rest) + ",");
    }

    /** For those who count what comes: a frame may be lost. */
    static FrameSeek straightTo(MediaFacts facts, VideoFacts video, long frame) {
        return frame == 0 ? fromTheStart(0) : new FrameSeek(between(facts, video, frame), "");
    }

    /** For containers that cannot be sought. */
    static FrameSeek fromTheStart(long frame) {
        return new FrameSeek(null, frame == 0 ? "" : "trim=start_frame=" + frame + ",");
    }

    FfmpegCommand putInto(FfmpegCommand command) {
        return from == null ? command : command.with("-seek_timestamp", "1", "-ss", seconds(from));
    }

    /** Half-way between a frame and the one before, on the container's own clock. */
    static Rational between(MediaFacts facts, VideoFacts video, long frame) {
        Rational both = video.timeOfFrame(frame).plus(video.timeOfFrame(frame - 1));
        return facts.start().plus(both.times(Rational.of(1, 2)));
    }

    private static String seconds(Rational seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds.toDouble());
    }
}
