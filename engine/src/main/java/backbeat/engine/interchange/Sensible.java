package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;

/**
 * Which numbers of a foreign file can be meant. Arithmetic on fractions is exact and refuses what it cannot hold, so what is beyond these limits is sorted out before
 * anything is computed with it: no timeline is longer than years, and no speed is a million.
 */
final class Sensible {
    private static final Rational LONGEST = Rational.of(1_000_000_000);
    private static final Rational FASTEST = Rational.of(100_000);
    private static final Rate SLOWEST_RATE = Rate.of(1, 3600);
    private static final Rate FASTEST_RATE = Rate.of(1_000_000);

    /** Fractions of a second finer than this are decimals of some program, no counts of frames or samples. */
    private static final long FINEST = 1L << 31;

    /** A speed is multiplied, not added up: what a decimal of a program tells is kept as it is. */
    private static final long FINEST_SPEED = 1L << 53;

    /** Parts of a second of which frames and samples of all common rates are whole numbers. */
    private static final long FLICKS = 705_600_000;

    private Sensible() {}

    /** As it is, or on a grid far finer than samples where its fraction is not one of any clock. */
    static Rational time(Rational seconds) {
        if (seconds.isGreaterThan(LONGEST) || seconds.isLessThan(LONGEST.negated())) {
            throw new ArithmeticException("no such time: " + seconds);
        }
        return seconds.denominator() <= FINEST ? seconds : Rational.nearest(seconds.toDouble(), FLICKS);
    }

    static Rational speed(Rational speed) {
        if (speed.isGreaterThan(FASTEST) || speed.isLessThan(FASTEST.negated())) {
            throw new ArithmeticException("no such speed: " + speed);
        }
        return speed.denominator() <= FINEST_SPEED ? speed : Rational.nearest(speed.toDouble(), FLICKS);
    }

    static boolean isRate(Rate rate) {
        return rate.compareTo(SLOWEST_RATE) >= 0
                && rate.compareTo(FASTEST_RATE) <= 0
                && rate.perSecond().denominator() <= FASTEST_RATE.perSecond().numerator();
    }
}
