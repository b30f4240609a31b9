package backbeat.engine.time;

import java.util.List;

/** Frames (or samples) in a second, as an exact fraction: 23.976 is 24000/1001. */
public record Rate(Rational perSecond) implements Comparable<Rate> {
    public static final Rate FPS_23_976 = of(24000, 1001);
    public static final Rate FPS_24 = of(24, 1);
    public static final Rate FPS_25 = of(25, 1);
    public static final Rate FPS_29_97 = of(30000, 1001);
    public static final Rate FPS_30 = of(30, 1);
    public static final Rate FPS_50 = of(50, 1);
    public static final Rate FPS_59_94 = of(60000, 1001);
    public static final Rate FPS_60 = of(60, 1);

    /** A time that came from a decimal may lie this part of a frame before the frame it means. */
    private static final Rational SNAP = Rational.of(1, 100);

    /** Frames a second by which a rounded decimal may lie beside the NTSC rate it stands for. Exact differences of decimals of many digits would not fit into a fraction. */
    private static final double NEARLY_NTSC = 0.005;

    public Rate {
        if (perSecond.signum() <= 0) {
            throw new IllegalArgumentException("a rate must be above zero, not " + perSecond);
        }
    }

    public static Rate of(long numerator, long denominator) {
        return new Rate(Rational.of(numerator, denominator));
    }

    public static Rate of(long wholePerSecond) {
        return of(wholePerSecond, 1);
    }

    /**
     * Reads a rate as people and files write it. Decimals that stand for an NTSC rate (23.976, 23.98, 29.97, 47.952, 59.94, 119.88) become n·1000/1001.
     *
     * @throws IllegalArgumentException when the text is no rate above zero
     */
    public static Rate parse(String text) {
        Rational value = Rational.parse(text);
        if (text.indexOf('.') < 0) {
            return new Rate(value);
        }
        return List.of(24L, 30L, 48L, 60L, 120L).stream()
                .map(n -> Rational.of(n * 1000, 1001))
                .filter(ntsc -> Math.abs(ntsc.toDouble() - value.toDouble()) < NEARLY_NTSC)
                .findFirst()
                .map(Rate::new)
                .orElseGet(() -> new Rate(value));
    }

    /** Length of one frame in seconds. */
    public Rational frameDuration() {
        return perSecond.inverse();
    }

    /** Start of a frame, in seconds after frame 0. */
    public Rational timeOf(long frame) {
        return perSecond.inverse().times(frame);
    }

    /** The frame that is shown at an exact time. */
    public long floorFrame(Rational seconds) {
        return seconds.times(perSecond).floor();
    }

    /** The frame whose start lies nearest, halves upwards. */
    public long nearestFrame(Rational seconds) {
        return seconds.nearestOf(perSecond);
    }

    /** The frame shown at a time that was written as a decimal: within a hundredth of a frame of a start it means that start. */
    public long frameOfDecimal(Rational seconds) {
        Rational position = seconds.times(perSecond);
        long nearest = position.nearest();
        boolean meansTheStart = position.minus(Rational.of(nearest)).abs().isLessThan(SNAP);
        return meansTheStart ? nearest : position.floor();
    }

    /** Labels in a second of timecode: the rate rounded up to a whole number. */
    public int nominal() {
        return Math.toIntExact(perSecond.ceiling());
    }

    /** Whether timecode at this rate may leave out labels: the NTSC rates of 30, 60 and 120. */
    public boolean canDropFrame() {
        return perSecond.denominator() == 1001 && nominal() % 30 == 0;
    }

    public double toDouble() {
        return perSecond.toDouble();
    }

    @Override
    public int compareTo(Rate other) {
        return perSecond.compareTo(other.perSecond);
    }

    /** As a fraction, {@code "24000/1001"} or {@code "25"}. */
    @Override
    public String toString() {
        return perSecond.toString();
    }

    /** For people: {@code "23.976"} or {@code "25"}. */
    public String spoken() {
        return perSecond.isWhole()
                ? perSecond.toString()
                : String.format(java.util.Locale.ROOT, "%.3f", toDouble()).replaceAll("0+$", "");
    }
}
