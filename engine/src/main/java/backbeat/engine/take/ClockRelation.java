package backbeat.engine.take;

/**
 * How two clocks go against each other: {@code second = first + offset + rate * (first - at)}.
 *
 * @param at reading of the first clock at which {@code offset} holds
 * @param rate seconds that the second clock gains in a second; 0 unless it was learned
 * @param scatter one standard deviation of single readings around it, in seconds
 * @param takes how many takes say so
 * @param chance probability that clocks which have nothing to do with each other agree so well
 * @param from first reading of the first clock that it stands on
 * @param to the last one
 */
record ClockRelation(
        CameraClock first,
        CameraClock second,
        double at,
        double offset,
        double rate,
        double scatter,
        int takes,
        double chance,
        double from,
        double to) {
    /** What two free crystals may differ by. */
    private static final double FREE_DRIFT = 30e-6;

    double secondFrom(double firstReading) {
        double since = sinceAt(firstReading);
        return at + offset + since * (1 + rate);
    }

    double firstFrom(double secondReading) {
        double since = first.difference(second, secondReading - offset - at);
        return at + since / (1 + rate);
    }

    /** Of a reading of either clock that is told by one of the other, without what its steps leave open. */
    double uncertaintyAt(double firstReading) {
        double reading = at + sinceAt(firstReading);
        double outside = Math.max(0, Math.max(from - reading, reading - to));
        return Math.hypot(scatter / Math.sqrt(takes), FREE_DRIFT * outside);
    }

    private double sinceAt(double firstReading) {
        return first.difference(second, firstReading - at);
    }
}
