package backbeat.engine.sync;

import backbeat.engine.time.Rational;
import java.util.List;

/** The nominal speeds at which songs are played on sets. */
record Speed(Rational ratio) {
    static final Speed ONE = new Speed(Rational.of(1, 1));
    /** Pull-down and pull-up: as close to 1 as no drift of a clock is. */
    static final List<Speed> PULLED = List.of(of(1000, 1001), of(1001, 1000));
    /** Slow motion, fast motion and their frame-rate pairs, the usual ones first. */
    static final List<Speed> RARE = List.of(
            of(6, 5),
            of(1, 2),
            of(5, 4),
            of(4, 3),
            of(3, 2),
            of(2, 1),
            of(12, 5),
            of(3, 4),
            of(9, 10),
            of(24, 25),
            of(25, 24),
            of(960, 1001),
            of(11, 10),
            of(4, 5),
            of(5, 2));

    private static Speed of(long numerator, long denominator) {
        return new Speed(Rational.of(numerator, denominator));
    }

    double value() {
        return ratio.toDouble();
    }

    String fraction() {
        return ratio.toString();
    }
}
