package backbeat.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimecodeTest {
    @ParameterizedTest
    @CsvSource({
        "30000/1001, true, 1799, 00:00:59;29", "30000/1001, true, 1800, 00:01:00;02",
                "30000/1001, true, 3597, 00:01:59;29",
        "30000/1001, true, 10789, 00:05:59;29", "30000/1001, false, 10789, 00:05:59:19",
                "30000/1001, true, 10790, 00:06:00;02",
        "30000/1001, true, 17981, 00:09:59;29", "30000/1001, true, 17982, 00:10:00;00",
                "30000/1001, false, 17982, 00:09:59:12",
        "30000/1001, true, 107892, 01:00:00;00", "30000/1001, true, 1084319, 10:03:00;05",
                "30000/1001, false, 1084319, 10:02:23:29",
        "30000/1001, true, 2589407, 23:59:59;29", "60000/1001, true, 3600, 00:01:00;04",
                "60000/1001, true, 7195, 00:01:59;59",
        "60000/1001, true, 35964, 00:10:00;00", "60000/1001, true, 1084319, 05:01:30;03",
                "60000/1001, true, 2157840, 10:00:00;00",
        "25, false, 2999, 00:01:59:24", "25, false, 3000, 00:02:00:00", "24000/1001, false, 86400, 01:00:00:00"
    })
    void knowsTheLabelOfAFrame(String rate, boolean drop, long frame, String label) {
        Timecode timecode = new Timecode(frame, Rate.parse(rate), drop);
        assertThat(timecode).hasToString(label);
        assertThat(Timecode.parse(label, Rate.parse(rate))).isEqualTo(timecode);
    }

    @Test
    void countsFramesNotSeconds() {
        assertThat(Timecode.parse("01:00:00:00", Rate.FPS_23_976).seconds()).isEqualTo(Rational.of(18018, 5));
    }

    @Test
    void refusesALabelThatDropFrameLeavesOutAndNamesTheNext() {
        assertThatThrownBy(() -> Timecode.parse("00:01:00;00", Rate.FPS_29_97)).hasMessageContaining("00:01:00;02");
        assertThatThrownBy(() -> Timecode.parse("00:02:00;02", Rate.FPS_59_94)).hasMessageContaining("00:02:00;04");
        assertThatThrownBy(() -> Timecode.parse("00:00:00:25", Rate.FPS_25))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDayOfDropFrameTimecodeLeavesOutTwoFramesInNineOfTenMinutes() {
        assertThat(Timecode.framesADay(30, false)).isEqualTo(2_592_000);
        assertThat(Timecode.framesADay(30, true)).isEqualTo(2_589_408);
        assertThat(Timecode.framesADay(60, true)).isEqualTo(5_178_816);
    }

    @Test
    void wrapsAtMidnight() {
        assertThat(Timecode.parse("23:59:59;29", Rate.FPS_29_97).plusFrames(1)).hasToString("00:00:00;00");
        assertThat(Timecode.parse("00:00:00:00", Rate.FPS_25).plusFrames(-1)).hasToString("23:59:59:24");
    }

    @Test
    void hasNoDropFrameAtOtherRates() {
        assertThatThrownBy(() -> new Timecode(0, Rate.FPS_23_976, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Timecode(0, Rate.FPS_30, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void readsEveryLabelItWrites(@ForAll @LongRange(min = 0, max = 5_178_815) long frame) {
        for (Rate rate : List.of(Rate.FPS_29_97, Rate.FPS_59_94, Rate.of(120000, 1001))) {
            Timecode timecode = new Timecode(frame, rate, true);
            assertThat(Timecode.parse(timecode.toString(), rate)).isEqualTo(timecode);
        }
    }

    @Test
    void agreesWithATableCountedLabelByLabel() throws IOException {
        Path table = Path.of("../../shared/data/media/timecode-checks.csv");
        assumeTrue(Files.exists(table), "skipped: the shared table of timecodes is not beside this checkout");
        List<String> rows = Files.readAllLines(table);
        List<String> columns = List.of(rows.getFirst().split(",", -1));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split(",", -1);
            boolean drop = List.of("1", "true", "yes", "DF", "drop").contains(cells[columns.indexOf("drop")]);
            long frame = Long.parseLong(cells[columns.indexOf("frame")]);
            Timecode timecode = new Timecode(frame, Rate.parse(cells[columns.indexOf("rate")]), drop);
            assertThat(timecode.toString().replace(';', ':'))
                    .as(row)
                    .isEqualTo(cells[columns.indexOf("label")].replace(';', ':'));
        }
    }
}
