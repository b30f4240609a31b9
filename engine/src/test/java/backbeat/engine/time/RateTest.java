package backbeat.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {
    private static final Rate[] USUAL = {
        Rate.FPS_23_976, Rate.FPS_24, Rate.FPS_25, Rate.FPS_29_97, Rate.FPS_30, Rate.FPS_50, Rate.FPS_59_94, Rate.FPS_60
    };

    @ParameterizedTest
    @CsvSource({
        "23.976, 24000/1001",
        "23.98, 24000/1001",
        "23.976024, 24000/1001",
        "29.97, 30000/1001",
        "47.952, 48000/1001",
        "59.94, 60000/1001",
        "119.88, 120000/1001",
        "25, 25",
        "25.0, 25",
        "12.5, 25/2",
        "30000/1001, 30000/1001"
    })
    void understandsRatesAsPeopleWriteThem(String written, String exact) {
        assertThat(Rate.parse(written)).hasToString(exact);
    }

    @Test
    void refusesRatesThatAreNotAboveZero() {
        assertThatThrownBy(() -> Rate.parse("0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.parse("-25")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aFramesStartIsInThatFrame(
            @ForAll @LongRange(min = 0, max = 10_000_000) long frame, @ForAll @IntRange(min = 0, max = 7) int which) {
        Rate rate = USUAL[which];
        assertThat(rate.floorFrame(rate.timeOf(frame))).isEqualTo(frame);
        assertThat(rate.nearestFrame(rate.timeOf(frame))).isEqualTo(frame);
    }

    @Property
    void microsecondsFindTheirFrameAgain(
            @ForAll @LongRange(min = 0, max = 5_000_000) long frame, @ForAll @IntRange(min = 0, max = 7) int which) {
        Rate rate = USUAL[which];
        Rational start = rate.timeOf(frame);
        BigDecimal microseconds = BigDecimal.valueOf(start.numerator())
                .divide(BigDecimal.valueOf(start.denominator()), 6, RoundingMode.FLOOR);
        assertThat(rate.frameOfDecimal(Rational.parse(microseconds.toPlainString())))
                .isEqualTo(frame);
    }
}
