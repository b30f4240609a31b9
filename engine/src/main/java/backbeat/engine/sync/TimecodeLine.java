package backbeat.engine.sync;

import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.sync.SyncResult.Ltc;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;
import java.util.Optional;

/**
 * Timecode over a stretch of a clip, from its sound or from its file.
 *
 * @param source {@code ltc} or {@code timecode}, as the result names where a place came from
 * @param first label at {@code from}
 * @param framesPerSecond of clip time
 * @param scatterSeconds how far single labels lie from the line
 */
record TimecodeLine(
        String source, Timecode first, double from, double to, double framesPerSecond, double scatterSeconds) {
    static final String LTC = "ltc";
    static final String TRACK = "timecode";

    static TimecodeLine of(Ltc run) {
        Timecode first = Timecode.parse(run.first(), Rate.parse(run.rate()));
        return new TimecodeLine(
                LTC, first, run.clipStart(), run.clipEnd(), run.framesPerSecond(), run.scatterSeconds());
    }

    /** The timecode that a camera wrote for its first frame, and counted on from there at its own rate. */
    static Optional<TimecodeLine> of(MediaFacts facts) {
        VideoFacts video = facts.video();
        if (video == null || video.timecode() == null || video.variableRate()) {
            return Optional.empty();
        }
        try {
            Timecode first = Timecode.parse(video.timecode(), video.rate());
            return Optional.of(new TimecodeLine(
                    TRACK,
                    first,
                    video.start().toDouble(),
                    facts.duration().toDouble(),
                    video.rate().toDouble(),
                    0));
        } catch (IllegalArgumentException noLabelOfThisRate) {
            return Optional.empty();
        }
    }

    /** Labels of one count can be compared: pulled down or not does not matter, dropping does. */
    boolean countsLike(Timecode other) {
        return first.rate().nominal() == other.rate().nominal() && first.dropFrame() == other.dropFrame();
    }

    /** Frames after another label at a clip time, the short way round midnight. */
    double framesAfter(Timecode label, double clipTime) {
        double day = Timecode.framesADay(label.rate().nominal(), label.dropFrame());
        double apart = Math.IEEEremainder((double) (first.frame() - label.frame()), day);
        return apart + framesPerSecond * (clipTime - from);
    }

    boolean forwards() {
        return framesPerSecond > 0;
    }
}
