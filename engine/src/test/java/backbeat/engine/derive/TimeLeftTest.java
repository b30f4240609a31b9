package backbeat.engine.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|1|400|, about 1 s left",
                "4|8|10000|, about 20 s left",
                "3|9|40000|, about 2 min left",
                "2|198|60000|, about 99 min left",
                "1|299|60000|, about 5 h left",
                "0|5|60000|''",
                "5|0|60000|''"
            })
    void isToldByThePaceSoFar(long done, long left, long millis, String words) {
        assertThat(TimeLeft.words(done, left, Duration.ofMillis(millis))).isEqualTo(words);
    }
}
