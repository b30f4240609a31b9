package backbeat.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RationalTest {
    @Test
    void keepsLowestTermsAndAPositiveDenominator() {
        assertThat(Rational.of(6, -4)).isEqualTo(Rational.of(-3, 2));
        assertThat(Rational.of(0, -7)).isEqualTo(Rational.ZERO);
    }

    @Test
    void readsFractionsAndDecimalsExactly() {
        assertThat(Rational.parse("30000/1001")).isEqualTo(Rational.of(30000, 1001));
        assertThat(Rational.parse("-0.125")).isEqualTo(Rational.of(-1, 8));
        assertThat(Rational.parse("1e3")).isEqualTo(Rational.of(1000));
    }

    @Test
    void refusesWhatIsNoNumber() {
        for (String text : new String[] {"", "1/0", "x", "1/2/3", "NaN", "1e999999999", "1e-999999999"}) {
            assertThatThrownBy(() -> Rational.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesToWrapAround() {
        Rational huge = Rational.of(Long.MAX_VALUE);
        assertThatThrownBy(() -> huge.times(huge)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> huge.plus(Rational.ONE)).isInstanceOf(ArithmeticException.class);
    }

    @Property
    void addingAndTakingAwayChangesNothing(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long a,
            @ForAll @IntRange(min = 1, max = 90_000) int b,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long c,
            @ForAll @IntRange(min = 1, max = 90_000) int d) {
        Rational x = Rational.of(a, b);
        Rational y = Rational.of(c, d);
        assertThat(x.plus(y).minus(y)).isEqualTo(x);
        assertThat(x.compareTo(y)).isEqualTo(-y.compareTo(x));
        assertThat(x.plus(y).compareTo(x)).isEqualTo(y.signum());
    }

    @Property
    void roundsHalvesUpwardsAndStaysWithinAHalf(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long a,
            @ForAll @IntRange(min = 1, max = 1000) int b) {
        Rational x = Rational.of(a, b);
        assertThat(x.floor()).isEqualTo((long) Math.floor((double) a / b));
        Rational rest = Rational.of(x.nearest()).minus(x);
        assertThat(rest.compareTo(Rational.of(1, 2))).isLessThanOrEqualTo(0);
        assertThat(rest.compareTo(Rational.of(-1, 2))).isGreaterThan(0);
    }

    @Property
    void readsWhatItWrites(
            @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long a, @ForAll @IntRange(min = 1) int b) {
        Rational x = Rational.of(a, b);
        assertThat(Rational.parse(x.toString())).isEqualTo(x);
    }
}
