package backbeat.engine.media;

import backbeat.engine.time.Rational;
import java.util.Locale;

/**
 * How to make FFmpeg give a certain frame first.
 *
 * <p>Seeking straight to a frame loses it where it stands just before a key frame of an open GOP: containers are sought by decoding time, and the pictures shown
 * before such a key frame are decoded after it (seen with HEVC: frame 191 asked for, key frame 192 given). So the seek goes some frames ahead of the wanted one,
 * and those are dropped by time. Each time lies half-way between two frames, whatever either was rounded to.
 *
 * @param seek where FFmpeg seeks to, in seconds of the container's own time; empty to read from the start
 * @param drop the filter that drops what comes before, with a comma behind it; empty when nothing does
 */
record FrameSeek(String seek, String drop) {
    /** More pictures than encoders put out of order. */
    private static final int AHEAD = 12;

    static FrameSeek to(MediaFacts facts, VideoFacts video, long frame) {
        if (frame == 0) {
            return new FrameSeek("", "");
        }
        if (frame <= AHEAD) {
            return fromTheStart(frame);
        }
        Rational from = between(facts, video, frame - AHEAD);
        Rational rest = between(facts, video, frame).minus(from);
        return new FrameSeek(seconds(from), "trim=start=" + seconds(rest) + ",");
    }

    /** For containers that cannot be sought. */
    static FrameSeek fromTheStart(long frame) {
        return new FrameSeek("", frame == 0 ? "" : "trim=start_frame=" + frame + ",");
    }

    FfmpegCommand putInto(FfmpegCommand command) {
        return seek.isEmpty() ? command : command.with("-seek_timestamp", "1", "-ss", seek);
    }

    private static Rational between(MediaFacts facts, VideoFacts video, long frame) {
        Rational both = video.timeOfFrame(frame).plus(video.timeOfFrame(frame - 1));
        return facts.start().plus(both.times(Rational.of(1, 2)));
    }

    private static String seconds(Rational seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds.toDouble());
    }
}
