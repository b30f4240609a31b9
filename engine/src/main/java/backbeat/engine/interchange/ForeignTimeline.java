package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A timeline of another program, as told by its file: places are kept on the clock they were written on, and what a file leaves open stays open.
 *
 * @param rate of the frames; null where the file has none
 * @param start seconds of the first frame's label
 * @param duration seconds from there to the end of the last clip
 */
public record ForeignTimeline(
        String name,
        @Nullable Rate rate,
        boolean dropFrame,
        Rational start,
        Rational duration,
        List<ForeignTrack> tracks,
        List<ForeignMarker> markers) {}
