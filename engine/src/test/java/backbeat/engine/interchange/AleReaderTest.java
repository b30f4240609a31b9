package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rate;
import org.junit.jupiter.api.Test;

class AleReaderTest {
    static final String LOG = """
            Heading
            FIELD_DELIM\tTABS
            FPS\t23.976

            Column
            Name\tTape\tTracks\tStart\tEnd\t

            Data
            A001C001\tA001\tVA1\t01:00:00:00\t01:00:10:03\t
            short\tA001
            """;

    @Test
    void rowsBecomeClipsWithTheirTimecode() {
        ForeignFile read = Reading.of(LOG);
        ForeignClip first = Reading.clips(read).getFirst();
        assertThat(read.format()).isEqualTo("ale");
        assertThat(first.reel()).isEqualTo("A001");
        assertThat(first.sourceIn()).isEqualTo(Rate.FPS_23_976.timeOf(86400));
        assertThat(first.recordOut()).isEqualTo(Rate.FPS_23_976.timeOf(243));
        assertThat(Reading.codes(read)).containsExactly("ale/short-row");
    }
}
