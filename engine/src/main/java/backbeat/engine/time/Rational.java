package backbeat.engine.time;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact fraction in lowest terms with a positive denominator.
 *
 * <p>Arithmetic that leaves the range of {@code long} throws {@link ArithmeticException}: it never wraps and never rounds.
 */
public record Rational(long numerator, long denominator) implements Comparable<Rational> {
    public static final Rational ZERO = new Rational(0, 1);
    public static final Rational ONE = new Rational(1, 1);

    public Rational {
        if (denominator == 0) {
            throw new IllegalArgumentException("denominator of " + numerator + "/0 must not be zero");
        }
        long divisor = gcd(numerator, denominator);
        if (denominator < 0) {
            divisor = Math.negateExact(divisor);
        }
        numerator /= divisor;
        denominator /= divisor;
    }

    public static Rational of(long numerator, long denominator) {
        return new Rational(numerator, denominator);
    }

    public static Rational of(long whole) {
        return new Rational(whole, 1);
    }

    /**
     * Reads {@code "30000/1001"}, {@code "25"} or a decimal such as {@code "0.25"}, exactly.
     *
     * @throws IllegalArgumentException when the text is none of these or does not fit
     */
    public static Rational parse(String text) {
        try {
            int slash = text.indexOf('/');
            if (slash >= 0) {
                return of(
                        Long.parseLong(text.substring(0, slash).strip()),
                        Long.parseLong(text.substring(slash + 1).strip()));
            }
            return exact(new BigDecimal(text.strip()));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalArgumentException("not a fraction or a decimal: \"" + text + "\"", e);
        }
    }

    /** The nearest fraction of the given denominator, halves upwards: the door for numbers that analysis made. */
    public static Rational nearest(double value, long denominator) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not a finite number: " + value);
        }
        BigDecimal scaled = new BigDecimal(value).multiply(BigDecimal.valueOf(denominator));
        return of(
                scaled.add(new BigDecimal("0.5"))
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact(),
                denominator);
    }

    private static Rational exact(BigDecimal decimal) {
        if (Math.abs((long) decimal.scale()) > 18) {
            throw new ArithmeticException("too many digits");
        }
        return decimal.scale() <= 0
                ? of(decimal.longValueExact())
                : reduced(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    public Rational plus(Rational other) {
        if (denominator == other.denominator) {
            return of(Math.addExact(numerator, other.numerator), denominator);
        }
        if (isShort() && other.isShort()) {
            return of(numerator * other.denominator + other.numerator * denominator, denominator * other.denominator);
        }
        return reduced(
                big(numerator)
                        .multiply(big(other.denominator))
                        .add(big(other.numerator).multiply(big(denominator))),
                big(denominator).multiply(big(other.denominator)));
    }

    public Rational minus(Rational other) {
        return plus(other.negated());
    }

    public Rational times(Rational other) {
        if (isShort() && other.isShort()) {
            return of(numerator * other.numerator, denominator * other.denominator);
        }
        return reduced(
                big(numerator).multiply(big(other.numerator)), big(denominator).multiply(big(other.denominator)));
    }

    public Rational times(long factor) {
        return times(of(factor));
    }

    public Rational dividedBy(Rational other) {
        return times(other.inverse());
    }

    public Rational inverse() {
        return of(denominator, numerator);
    }

    public Rational negated() {
        return of(Math.negateExact(numerator), denominator);
    }

    public Rational abs() {
        return numerator < 0 ? negated() : this;
    }

    public Rational min(Rational other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Rational max(Rational other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public int signum() {
        return Long.signum(numerator);
    }

    public long floor() {
        return Math.floorDiv(numerator, denominator);
    }

    public long ceiling() {
        return Math.ceilDiv(numerator, denominator);
    }

    /** The nearest whole number, halves upwards. */
    public long nearest() {
        long rest = Math.floorMod(numerator, denominator);
        return rest >= denominator - rest ? floor() + 1 : floor();
    }

    /** The whole number nearest to the product with another, halves upwards, also where that product is no fraction of {@code long}s. */
    long nearestOf(Rational factor) {
        if (isShort() && factor.isShort()) {
            return times(factor).nearest();
        }
        BigInteger twice = big(numerator).multiply(big(factor.numerator)).shiftLeft(1);
        BigInteger divisor = big(denominator).multiply(big(factor.denominator));
        BigInteger[] found = twice.add(divisor).divideAndRemainder(divisor.shiftLeft(1));
        return found[1].signum() < 0 ? found[0].longValueExact() - 1 : found[0].longValueExact();
    }

    public boolean isWhole() {
        return denominator == 1;
    }

    public double toDouble() {
        return (double) numerator / denominator;
    }

    public boolean isLessThan(Rational other) {
        return compareTo(other) < 0;
    }

    public boolean isGreaterThan(Rational other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Rational other) {
        if (denominator == other.denominator) {
            return Long.compare(numerator, other.numerator);
        }
        if (isShort() && other.isShort()) {
            return Long.compare(numerator * other.denominator, other.numerator * denominator);
        }
        return big(numerator)
                .multiply(big(other.denominator))
                .compareTo(big(other.numerator).multiply(big(denominator)));
    }

    /** {@code "30000/1001"}, or {@code "25"} for a whole number; {@link #parse} reads both. */
    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }

    private static Rational reduced(BigInteger numerator, BigInteger denominator) {
        BigInteger divisor = numerator.gcd(denominator);
        return of(
                numerator.divide(divisor).longValueExact(),
                denominator.divide(divisor).longValueExact());
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    /** Products of such fractions stay within {@code long}: no need of larger numbers, which cost ten times as much. */
    private boolean isShort() {
        return numerator == (int) numerator && denominator == (int) denominator;
    }

    private static long gcd(long a, long b) {
        if (a == Long.MIN_VALUE || b == Long.MIN_VALUE) {
            return big(a).gcd(big(b)).longValueExact();
        }
        long larger = Math.abs(a);
        long smaller = Math.abs(b);
        while (smaller != 0) {
            long rest = larger % smaller;
            larger = smaller;
            smaller = rest;
        }
        return larger;
    }
}
