package backbeat.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SpanTest {
    private static Span span(long from, long to) {
        return Span.of(Rational.of(from), Rational.of(to));
    }

    private static Moment at(long seconds) {
        return Moment.ofSeconds(Rational.of(seconds));
    }

    @Test
    void itsStartBelongsToItAndItsEndDoesNot() {
        assertThat(span(2, 5).contains(at(2))).isTrue();
        assertThat(span(2, 5).contains(at(5))).isFalse();
        assertThat(span(2, 5).duration()).isEqualTo(Rational.of(3));
    }

    @Test
    void neighboursDoNotOverlap() {
        assertThat(span(0, 2).overlaps(span(2, 4))).isFalse();
        assertThat(span(0, 2).intersection(span(2, 4))).isEmpty();
    }

    @Test
    void anEmptyOneHoldsNothing() {
        assertThat(span(3, 3).isEmpty()).isTrue();
        assertThat(span(3, 3).contains(at(3))).isFalse();
        assertThat(span(0, 9).contains(span(3, 3))).isTrue();
    }

    @Test
    void mustNotEndBeforeItStarts() {
        assertThatThrownBy(() -> span(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void whatTwoHaveInCommonIsEveryMomentThatIsInBoth(
            @ForAll @IntRange(min = 0, max = 9) int a,
            @ForAll @IntRange(min = 1, max = 5) int lengthA,
            @ForAll @IntRange(min = 0, max = 9) int b,
            @ForAll @IntRange(min = 1, max = 5) int lengthB) {
        Span one = span(a, a + lengthA);
        Span other = span(b, b + lengthB);
        for (int second = 0; second < 20; second++) {
            Moment moment = at(second);
            boolean inBoth = one.contains(moment) && other.contains(moment);
            boolean inCommon = one.intersection(other)
                    .map(common -> common.contains(moment))
                    .orElse(false);
            assertThat(inCommon).isEqualTo(inBoth);
        }
        assertThat(one.intersection(other)).isEqualTo(other.intersection(one));
        one.intersection(other)
                .ifPresent(common -> assertThat(one.contains(common) && other.contains(common))
                        .isTrue());
    }
}
