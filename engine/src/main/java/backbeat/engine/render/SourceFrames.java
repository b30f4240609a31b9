package backbeat.engine.render;

import backbeat.engine.media.VideoFacts;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item.ClipItem;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Which frame of a source stands at each output frame: the one that is shown at the exact clip time of the output frame's start, whatever the two rates and the
 * speed are. A clip time that was once a rounded decimal may lie a hair before the frame it means; that hair is forgiven.
 */
final class SourceFrames {
    private static final Rational HAIR_OF_A_FRAME = Rational.of(1, 1000);

    /** Matroska rounds the times of frames to milliseconds. */
    private static final Rational HAIR_OF_VARIABLE_RATE = Rational.of(1, 1000);

    private SourceFrames() {}

    /**
     * @param from first output frame, counted from the shot's start
     * @param to the output frame after the last
     */
    static List<Long> of(ClipItem shot, VideoFacts source, Rate rate, long from, long to) {
        Rational hair = source.variableRate()
                ? HAIR_OF_VARIABLE_RATE
                : HAIR_OF_A_FRAME.times(source.rate().frameDuration());
        return LongStream.range(from, to)
                .mapToObj(k -> shot.sourceStart().plus(rate.timeOf(k).times(shot.speed())))
                .map(time -> source.frameAt(time.plus(hair)))
                .toList();
    }
}
