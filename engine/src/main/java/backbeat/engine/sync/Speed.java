package backbeat.engine.sync;

import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The nominal speed at which a song was played, as the exact fraction that a set would call it by. */
record Speed(Rational ratio) {
    static final Speed ONE = of(1, 1);
    /** Pull-down and pull-up: as close to 1 as no drift of a clock is. */
    static final List<Speed> PULLED = List.of(of(1000, 1001), of(1001, 1000));

    /** What songs are played at on sets, more often than not. */
    static final List<Speed> USUAL = List.of(
            ONE,
            of(6, 5),
            of(1, 2),
            of(5, 4),
            of(4, 3),
            of(3, 2),
            of(2, 1),
            of(12, 5),
            of(5, 2),
            of(2, 3),
            of(3, 4),
            of(4, 5),
            of(9, 10),
            of(11, 10),
            of(24, 25),
            of(25, 24));

    private static final List<Rational> FRAME_RATES = List.of(
            Rational.of(24_000, 1001),
            Rational.of(24, 1),
            Rational.of(25, 1),
            Rational.of(30_000, 1001),
            Rational.of(30, 1),
            Rational.of(48, 1),
            Rational.of(50, 1),
            Rational.of(60_000, 1001),
            Rational.of(60, 1));
    /** What the clocks of camera and player may be off together. */
    private static final double CLOCKS = 150e-6;

    private static final double SURELY_A_PAIR_OF_RATES = 60e-6;
    private static final long FINEST = 10_000;

    private static Speed of(long numerator, long denominator) {
        return new Speed(Rational.of(numerator, denominator));
    }

    /** The speed that a measured one most likely was meant to be: a usual one, a pair of frame rates, a whole per cent; else itself to four places. */
    static Speed named(double measured) {
        return named(measured, CLOCKS);
    }

    /** @param tolerance share by which the measured speed may be off */
    static Speed named(double measured, double tolerance) {
        List<Speed> usual = new ArrayList<>(USUAL);
        usual.addAll(PULLED);
        List<Speed> percent = List.of(of(Math.round(measured * 100), 100));
        for (List<Speed> known : List.of(usual, percent)) {
            Speed nearest = nearest(known, measured);
            if (nearest.isWithin(tolerance, measured)) {
                return nearest;
            }
        }
        Speed pair = nearest(pairsOfRates(), measured);
        return pair.isWithin(Math.min(tolerance, SURELY_A_PAIR_OF_RATES), measured)
                ? pair
                : of(Math.round(measured * FINEST), FINEST);
    }

    boolean isUsual() {
        return USUAL.contains(this) || PULLED.contains(this);
    }

    /** Whether a roughly measured speed may well be one of the usual ones. */
    static boolean isNearUsual(double speed, double tolerance) {
        return USUAL.stream().anyMatch(usual -> usual.isWithin(tolerance, speed));
    }

    private static Speed nearest(List<Speed> speeds, double measured) {
        return speeds.stream()
                .min(Comparator.comparingDouble(speed -> Math.abs(speed.value() - measured)))
                .orElseThrow();
    }

    private boolean isWithin(double tolerance, double measured) {
        return Math.abs(measured / value() - 1) <= tolerance;
    }

    private static List<Speed> pairsOfRates() {
        List<Speed> pairs = new ArrayList<>();
        for (Rational camera : FRAME_RATES) {
            for (Rational shown : FRAME_RATES) {
                pairs.add(new Speed(camera.dividedBy(shown)));
            }
        }
        return pairs;
    }

    double value() {
        return ratio.toDouble();
    }

    String fraction() {
        return ratio.toString();
    }
}
