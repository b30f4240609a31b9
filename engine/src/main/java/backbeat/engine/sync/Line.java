package backbeat.engine.sync;

/**
 * A straight playback: {@code played time = playedAtZero + rate * clip time}, where played time is song time divided by the speed.
 *
 * @param rate near 1: the clocks of camera and player
 */
record Line(double playedAtZero, double rate) {
    double playedAt(double clipSeconds) {
        return playedAtZero + rate * clipSeconds;
    }

    /** Through the same point at a clip time, at another rate. */
    Line at(double clipSeconds, double otherRate) {
        return new Line(playedAt(clipSeconds) - otherRate * clipSeconds, otherRate);
    }

    double clipTimeOf(double playedSeconds) {
        return (playedSeconds - playedAtZero) / rate;
    }

    /** The line that is later by {@code laterBy(t) = at + slope * (t - middle)} seconds of played time. */
    Line moved(double at, double slope, double middle) {
        return new Line(playedAtZero + at - slope * middle, rate + slope);
    }
}
