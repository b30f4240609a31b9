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

    private static String withRow(String columns, String row) {
        return "Heading\r\nFIELD_DELIM\tTABS\tVIDEO_FORMAT\tUHD\tFPS\t25\r\n\r\nColumn\r\n" + columns
                + "\r\n\r\nData\r\n" + row + "\r\n";
    }

    @Test
    void rowsFollowEachOtherAndTheirOwnRateCounts() {
        ForeignFile read = Reading.of(withRow(
                "Name\tStart\tEnd\tFPS",
                "a\t01:00:00:00\t01:00:02:00\t\r\n\r\nb\t01:00:00:00\t01:00:01:00\t50\r\nc\tno\tlabel\t"));
        assertThat(Reading.clips(read))
                .extracting(clip -> clip.name() + " " + clip.recordIn() + " " + clip.recordOut())
                .containsExactly("a 0 2", "b 2 3", "c 3 3");
        assertThat(Reading.clips(read).get(1).sourceRate()).isEqualTo(Rate.FPS_50);
    }

    @Test
    void aGradeInTheLogIsTheClips() {
        ForeignFile read = Reading.of(withRow("Name\tASC_SOP\tASC_SAT", "a\t(1.1 1 1)(0 0 0)(1 1 1)\t0.8"));
        assertThat(Reading.clips(read).getFirst().colour())
                .isNotNull()
                .satisfies(colour -> assertThat(colour.saturation()).isEqualTo(0.8));
    }

    @Test
    void columnsThatNobodyKnowsSurviveWritingTheLogAgain() {
        String log = withRow("Name\tTape\tStart\tEnd\tShutter\tLens", "a\tA001\t01:00:00:00\t01:00:02:00\t180\t35 mm");
        ForeignTimeline read = Reading.of(log).timelines().getFirst();
        String again =
                Interchange.texts(Adopted.of(read, null).timeline(), Format.ALE).getFirst();
        assertThat(again).contains("VIDEO_FORMAT\tUHD", "\tLens\tShutter\r\n", "\t35 mm\t180\r\n");
        assertThat(ToldOf.timeline(Reading.of(again).timelines().getFirst())).isEqualTo(ToldOf.timeline(read));
    }
}
