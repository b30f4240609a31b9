package backbeat.engine.time;

/** A point on one clock (of a song, a clip or a timeline), in exact seconds after that clock's zero. */
public record Moment(Rational seconds) implements Comparable<Moment> {
    public static final Moment ZERO = new Moment(Rational.ZERO);

    public static Moment ofSeconds(Rational seconds) {
        return new Moment(seconds);
    }

    public static Moment ofFrame(long frame, Rate rate) {
        return new Moment(rate.timeOf(frame));
    }

    public static Moment ofSample(long sample, int sampleRate) {
        return new Moment(Rational.of(sample, sampleRate));
    }

    public Moment plus(Rational duration) {
        return new Moment(seconds.plus(duration));
    }

    public Moment minus(Rational duration) {
        return new Moment(seconds.minus(duration));
    }

    /** Seconds from the other moment to this one. */
    public Rational since(Moment other) {
        return seconds.minus(other.seconds);
    }

    public long floorFrame(Rate rate) {
        return rate.floorFrame(seconds);
    }

    public long nearestFrame(Rate rate) {
        return rate.nearestFrame(seconds);
    }

    public long nearestSample(int sampleRate) {
        return seconds.times(sampleRate).nearest();
    }

    public boolean isBefore(Moment other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Moment other) {
        return seconds.compareTo(other.seconds);
    }

    @Override
    public String toString() {
        return seconds + " s";
    }
}
