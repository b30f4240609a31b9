package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import org.jspecify.annotations.Nullable;

/** Numbers and rates as xmeml writes them. */
final class PremiereNumbers {
    private PremiereNumbers() {}

    /** Some programs write whole frames as decimals. Null where there is none. */
    static @Nullable Rational number(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Rational.parse(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }

    /** The rate of an element; what it leaves out it has from where it stands. */
    static Rate rate(XmlElement element, Rate inherited) {
        Rational timebase = number(element.text("rate/timebase"));
        String told = element.text("rate/ntsc");
        boolean sensible = timebase != null
                && timebase.signum() > 0
                && timebase.isLessThan(Rational.of(1_000_000))
                && timebase.isWhole();
        Rational whole = sensible && timebase != null ? timebase : Rational.of(inherited.nominal());
        boolean untold = told == null || told.isEmpty();
        boolean ntsc = untold ? !inherited.perSecond().isWhole() : "TRUE".equalsIgnoreCase(told);
        return new Rate(ntsc ? whole.times(Rational.of(1000, 1001)) : whole);
    }
}
