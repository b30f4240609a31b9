package backbeat.studio.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.studio.OpenHome;
import backbeat.studio.TestClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LyricSheetTest {
    @TempDir
    private Path folder;

    @Test
    void linesThatStayKeepTheirTimesWhenTheTextIsEdited() {
        LyricSheet timed = LyricSheet.EMPTY.withText("one\n\ntwo\r\nthree").withTimes(List.of(1.0, 2.0, 3.0));
        LyricSheet edited = timed.withText("one\nand a half\nthree\nfour");
        assertThat(edited.lines()).extracting(LyricSheet.Line::start).containsExactly(1.0, null, 3.0, null);
    }

    @Test
    void repeatedLinesKeepTheirTimesInTheirOrder() {
        LyricSheet timed = LyricSheet.EMPTY.withText("la\nho\nla").withTimes(List.of(1.0, 2.0, 3.0));
        assertThat(timed.withText("la\nho\nla").lines())
                .extracting(LyricSheet.Line::start)
                .containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void wordsMoveWithTheirLine() {
        LyricSheet.Line line = new LyricSheet.Line(
                "go on",
                10.0,
                12.0,
                List.of(new LyricSheet.Word("go ", 10, 11.0), new LyricSheet.Word("on", 11, null)));
        LyricSheet moved = new LyricSheet(List.of(line)).withTimes(List.of(11.5));
        assertThat(moved.lines().getFirst().end()).isEqualTo(13.5);
        assertThat(moved.lines().getFirst().words())
                .extracting(LyricSheet.Word::start)
                .containsExactly(11.5, 12.5);
        assertThat(new LyricSheet(List.of(line))
                        .withTimes(Arrays.asList((Double) null))
                        .lines()
                        .getFirst()
                        .words())
                .isEmpty();
    }

    @Test
    void timesThatAreNoneAreRefused() {
        LyricSheet sheet = LyricSheet.EMPTY.withText("one");
        for (double time : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e9}) {
            assertThatThrownBy(() -> sheet.withTimes(List.of(time))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> sheet.withTimes(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileWithTimesIsReadAndTheLastStateIsTakenBack() {
        try (OpenHome home = new OpenHome(folder, new TestClock())) {
            SongLyrics lyrics = new SongLyrics(home.store, new TestClock());
            String id = home.production().id();
            lyrics.keep(id, LyricSheet.EMPTY.withText("before"), home.owner);
            byte[] file = "[00:01.50]<00:01.50>Go <00:02.00>on\n[00:04.00]Stop\n".getBytes(StandardCharsets.UTF_8);
            lyrics.bring(id, new ByteArrayInputStream(file), home.owner);
            LyricSheet sheet = lyrics.of(id).sheet();
            assertThat(sheet.text()).isEqualTo("Go on\nStop");
            assertThat(sheet.hasWords()).isTrue();
            assertThat(sheet.timed().lines()).hasSize(2);
            assertThat(lyrics.undo(id)).isTrue();
            assertThat(lyrics.of(id).sheet().text()).isEqualTo("before");
            assertThatThrownBy(() -> lyrics.bring(id, new ByteArrayInputStream(new byte[0]), home.owner))
                    .isInstanceOf(backbeat.engine.problem.ProblemException.class);
        }
    }
}
