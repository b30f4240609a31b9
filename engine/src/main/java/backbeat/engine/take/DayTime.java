package backbeat.engine.take;

/**
 * When a clip began, on the clock that all cameras of a day share.
 *
 * @param uncertainty one standard deviation, in seconds
 * @param chance probability that the clock was understood wrongly
 * @param clock that told it
 * @param assumed whether the clock was taken to be right without anything that shows it
 */
record DayTime(double seconds, double uncertainty, double chance, CameraClock clock, boolean assumed) {
    /** Seconds from this start to a later one. */
    double until(DayTime other) {
        return clock.difference(other.clock, other.seconds - seconds);
    }

    double uncertaintyUntil(DayTime other) {
        return Math.hypot(uncertainty, other.uncertainty);
    }

    double chanceWith(DayTime other) {
        return Math.min(1, chance + other.chance);
    }
}
