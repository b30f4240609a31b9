package backbeat.engine.ltc;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;

/**
 * A stretch of sound in which timecode counts on by one. The line {@code count = framesPerSecond * (time - firstSeconds)}, counted from the first label, goes
 * through all frames that were read; a label's time is the first transition of its bit 0.
 *
 * @param first label that was read first, at the guessed rate
 * @param last label that was read last; the smaller one when played backwards
 * @param framesRead how many frames between the two, with both, could be read
 * @param firstSeconds where the line has the first label, in seconds of the sound
 * @param framesPerSecond slope of the line; below zero when played backwards
 * @param uncertaintySeconds one standard deviation of the line in the middle of the run
 * @param slopeUncertainty one standard deviation of the slope, relative
 * @param scatterSeconds how far single frames lie from the line (RMS): far more than a sample means a speed that varied
 * @param userBits of the last frame
 */
public record LtcRun(
        Timecode first,
        Timecode last,
        long framesRead,
        double firstSeconds,
        double framesPerSecond,
        double uncertaintySeconds,
        double slopeUncertainty,
        double scatterSeconds,
        int userBits) {
    /** The guess: 23.976 and 24, 29.97 and 30 differ by 0.1 %, which a player's varispeed hides. Drop frame is read, not guessed. */
    public Rate rate() {
        return first.rate();
    }

    public boolean backwards() {
        return framesPerSecond < 0;
    }

    /** Frames from the first label to the last one, with both, read or not. */
    public long framesSpanned() {
        long day = Timecode.framesADay(rate().nominal(), first.dropFrame());
        return 1 + Math.floorMod(backwards() ? first.frame() - last.frame() : last.frame() - first.frame(), day);
    }

    /** Where the line has the last label, in seconds of the sound. */
    public double lastSeconds() {
        return firstSeconds + (framesSpanned() - 1) / Math.abs(framesPerSecond);
    }

    /** Frames since midnight at a time of the sound, not wrapped at 24 hours. */
    public double frameAt(double seconds) {
        return first.frame() + framesPerSecond * (seconds - firstSeconds);
    }

    /** Seconds of timecode in a second of sound: 1 for a player at its own speed. */
    public double speed() {
        return framesPerSecond / rate().toDouble();
    }
}
