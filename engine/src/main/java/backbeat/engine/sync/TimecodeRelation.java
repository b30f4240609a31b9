package backbeat.engine.sync;

import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;

/**
 * How timecode and song hang together: at the label {@code zero}, and so many frames after it, the song is at its start.
 *
 * @param speed seconds of song in a second of timecode
 * @param witnesses clips whose sound told it; 0 when a person did
 * @param confidence that it is right
 * @param uncertaintyFrames of the places that it tells
 */
record TimecodeRelation(
        Timecode zero, double offsetFrames, double speed, int witnesses, double confidence, double uncertaintyFrames) {

    private static final double GIVEN_CONFIDENCE = 0.999;
    private static final double GIVEN_UNCERTAINTY_FRAMES = 0.25;

    static TimecodeRelation given(SongAt told) {
        return new TimecodeRelation(
                told.start(), 0, told.speed().toDouble(), 0, GIVEN_CONFIDENCE, GIVEN_UNCERTAINTY_FRAMES);
    }

    boolean isOf(TimecodeLine line) {
        return line.countsLike(zero);
    }

    double songTime(TimecodeLine line, double clipTime) {
        return (line.framesAfter(zero, clipTime) - offsetFrames) * songSecondsPerFrame();
    }

    double songSecondsPerFrame() {
        return speed / zero.rate().toDouble();
    }

    double songSecondsPerClipSecond(TimecodeLine line) {
        return line.framesPerSecond() * songSecondsPerFrame();
    }

    /** Seconds of song that a stretch of timecode covers. */
    double covered(TimecodeLine line, double songSeconds) {
        double from = Math.max(0, songTime(line, line.from()));
        double to = Math.min(songSeconds, songTime(line, line.to()));
        return to - from;
    }

    /** The label at which the song begins, as a person would tell it. */
    String spoken() {
        Rational told = Speed.named(speed).ratio();
        return new SongAt(zero.plusFrames(Math.round(offsetFrames)), told).toString();
    }
}
