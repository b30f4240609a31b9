package backbeat.engine.take;

/**
 * When a clip began, on a clock that several cameras share.
 *
 * @param uncertainty one standard deviation, in seconds
 * @param chance probability that the clock was understood wrongly
 * @param clock that told it
 * @param reference the clock that is shared
 * @param assumed whether the clock was taken to be right without anything that shows it
 */
record DayTime(
        double seconds, double uncertainty, double chance, CameraClock clock, CameraClock reference, boolean assumed) {
    boolean isOnClockOf(DayTime other) {
        return reference.equals(other.reference);
    }

    /** From this start to another one. */
    DayClock.Between to(DayTime other) {
        return new DayClock.Between(
                clock.difference(other.clock, other.seconds - seconds),
                Math.hypot(uncertainty, other.uncertainty),
                Math.min(1, chance + other.chance),
                other.clock.kind(),
                assumed || other.assumed);
    }
}
