package backbeat.engine.ltc;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Timecode;
import java.util.BitSet;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bits against a table that two independent programs made. */
class LtcFrameTest {
    @ParameterizedTest
    @CsvSource({
        "01:23:45:12, 25, 02010504030201 00FCBF",
        "01:23:45:13, 25, 03010504030201 08FCBF",
        "23:59:59:23, 24, 0302090D090503 02FCBF",
        "10:00:00;00, 30000/1001, 00040008000000 01FCBF",
        "00:01:00;02, 30000/1001, 02040000010000 00FCBF"
    })
    void bitsAreTheOnesOtherProgramsSend(String label, String rate, String bytes) {
        Rate frames = Rate.parse(rate);
        BitSet bits = LtcFrame.of(Timecode.parse(label, frames), 0).bits(frames);
        byte[] expected = HexFormat.of().parseHex(bytes.replace(" ", ""));
        assertThat(bits).isEqualTo(BitSet.valueOf(expected));
    }

    @Property(tries = 300)
    void whatWasWrittenIsRead(@ForAll @IntRange(max = 2_159_999) int frame, @ForAll int userBits) {
        for (Rate rate : LtcSound.RATES) {
            Timecode timecode = new Timecode(frame, rate, rate.canDropFrame());
            LtcFrame sent = LtcFrame.of(timecode, userBits);
            assertThat(LtcFrame.read(sent.bits(rate))).contains(sent);
            assertThat(sent.timecode(rate)).isEqualTo(timecode);
            assertThat(sent.count(rate.nominal())).isEqualTo(timecode.frame());
            assertThat(sent.bits(rate).cardinality()).isEven();
        }
    }
}
