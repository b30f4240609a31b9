package backbeat.engine.shotlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.shotlist.PlannedShot.Framing;
import backbeat.engine.shotlist.PlannedShot.Kind;
import backbeat.engine.shotlist.PlannedShot.Priority;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShotListFileTest {
    private static ShotListFile.Reading read(String text) {
        return ShotListFile.read(text.getBytes(StandardCharsets.UTF_8), "shots.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Where,Camera,Kind,Size,Length,Note\n17-24,B,performance,MCU,2 bars,hair light",
                "note;length;SIZE;kind;camera;bars\nhair light;2 bars;close;lip-sync;B;17-24",
                "\uFEFFcam\tfrom\tto\ttype\tshot size\tduration\tremarks\nB\t17\t24\tPerf\tclose-up\t2 bars\thair light",
                "sep=;\n\nSection;Bars covered;Angle;Performance/Story;Framing;Shot length;Description\nchorus;17-24;B;playback;CU;2 bars;hair light"
            })
    void columnsStandInAnyOrderUnderSeveralNames(String text) {
        assertThat(read(text).findings()).isEmpty();
        assertThat(read(text).list().shots()).singleElement().satisfies(shot -> {
            assertThat(shot.where().replace(" ", "")).isEqualTo("17-24");
            assertThat(shot.angle()).isEqualTo("B");
            assertThat(shot.kind()).isEqualTo(Kind.PERFORMANCE);
            assertThat(shot.framing()).isEqualTo(Framing.CLOSE);
            assertThat(shot.length()).isEqualTo(new ShotLength(2, ShotLength.Unit.BARS));
            assertThat(shot.note()).isEqualTo("hair light");
        });
    }

    @Test
    void aCellThatIsNotUnderstoodIsToldWithItsLineAndTheRestCounts() {
        ShotListFile.Reading reading = read("where,camera,size\nchorus,A,wide\nverse,B,enormous\noutro,C,medium\n");
        assertThat(reading.list().shots()).extracting(PlannedShot::angle).containsExactly("A", "B", "C");
        assertThat(reading.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem().oneLine())
                        .contains("shots.csv, line 3", "enormous", "wide, medium or close"));
    }

    @Test
    void whatIsDroppedIsLeftOutAndHowHighACameraStandsIsANote() {
        ShotListFile.Reading reading =
                read("shot id,section,angle,camera,status,priority,lens\n1,C1,low,B,open,must,35\n2,C1,,A,dropped,,50");
        assertThat(reading.list().shots()).singleElement().satisfies(shot -> {
            assertThat(shot.angle()).isEqualTo("B");
            assertThat(shot.note()).isEqualTo("low");
            assertThat(shot.priority()).isEqualTo(Priority.MUST);
        });
        assertThat(reading.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem().what()).endsWith("lens."));
    }

    @Test
    void lettersOfOldSpreadsheetsAreRead() {
        byte[] old = "where;note\nchorus;Türen auf".getBytes(Charset.forName("windows-1252"));
        assertThat(ShotListFile.read(old, "").list().shots().getFirst().note()).isEqualTo("Türen auf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "camera,note\nA,x", "no table at all"})
    void whatIsNoShotListIsRefusedInWords(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no shot list");
    }

    /** The second column of the first is one for where, by chance. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo,bar\n1,2",
                "foo,bar\n1,2\n3,4\n",
                "where,camera,size\nchorus,,\nverse,,\n",
                "where,camera",
                "where,camera,status\nchorus,A,dropped\n"
            })
    void aTableInWhichNoRowSaysAnythingIsRefusedWithItsColumnsAndThoseOfAShotList(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("No row says what should be seen")
                .hasMessageContaining(text.lines().findFirst().orElseThrow().replace(",", ", "))
                .hasMessageContaining("where, camera, clip, kind, size, length, note");
    }

    @Test
    void aRowThatOnlyHasAPlaceCountsBesideOthers() {
        assertThat(read("where,camera\nchorus,A\nverse,\n").list().shots()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"2 bars,4", "1 bar,2", "4 beats,2", "1.5 s,1.5", "'1,5',1.5", "3 sec,3", "short,2", "long,8"})
    void lengthsAreSaidInBarsBeatsOrSeconds(String written, double seconds) {
        ShotLength length = ShotLength.of(written).orElseThrow();
        assertThat(length.seconds(2, 0.5, 4)).isEqualTo(seconds);
        assertThat(ShotLength.of(length.toString())).contains(length);
    }

    @Test
    void whatIsWrittenIsReadAgainAlsoAsJson() throws IOException {
        ShotList list = read("shot,where,camera,clip,kind,size,length,priority,note\n"
                        + "1A,\"bars 1-4; 9\",A,\"12A, 12B\",story,WS,short,wish,\"=so, \"\"that\"\"\"\n,chorus,,,,,1 beat,,")
                .list();
        assertThat(read(ShotListFile.text(list)).list()).isEqualTo(list);
        assertThat(JsonFile.parse(JsonFile.text(list), ShotList.class)).isEqualTo(list);
        assertThat(list.shots()).hasSize(2);
    }

    @Property(tries = 300)
    void noTextBreaksIt(@ForAll String cell, @ForAll List<String> cells) {
        String text = "where,camera,size,length,kind\n" + cell + "\nchorus,A,,,\n" + String.join(",", cells);
        assertThat(read(text).list().shots()).isNotEmpty();
    }
}
