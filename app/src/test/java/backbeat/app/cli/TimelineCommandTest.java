package backbeat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineCommandTest {
    private static final String EVENT =
            "001  A001  V  C  00:00:10:00 00:00:12:00 01:00:00:00 01:00:02:00\n* FROM CLIP NAME: one.mov\n";

    @TempDir
    private Path folder;

    private Path list;

    @BeforeEach
    void writeTheList() throws IOException {
        list = Files.writeString(folder.resolve("cut.edl"), EVENT);
    }

    @Test
    void aTimelineIsToldToProgramsInExactTimes() {
        Spoken spoken = Spoken.by("timeline", "show", "--json", "--rate", "25", list.toString());
        assertThat(spoken.status()).isZero();
        assertThat(spoken.out())
                .contains("\"contract\":\"timeline/1\"", "\"recordIn\":\"3600/1\"", "\"recordInFrame\":90000");
    }

    @Test
    void aTimelineIsToldToPeople() {
        Spoken spoken = Spoken.by("timeline", "show", list.toString());
        assertThat(spoken.out()).contains("one.mov", "edl/rate-assumed");
    }

    @Test
    void whatIsNoTimelineIsRefusedWithASentence() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "buy strings\n");
        Spoken spoken = Spoken.by("timeline", "show", text.toString());
        assertThat(spoken.status()).isEqualTo(2);
        assertThat(spoken.err()).contains("interchange/not-a-timeline");
    }

    @Test
    void aWrongRateIsRefused() {
        Spoken spoken = Spoken.by("timeline", "show", "--rate", "fast", list.toString());
        assertThat(spoken.err()).contains("cli/bad-argument");
    }

    @Test
    void aConversionIsWrittenAgainUntilSomebodyChangesIt() throws IOException {
        Path out = folder.resolve("cut.fcpxml");
        assertThat(Spoken.by("timeline", "convert", list, out, "--rate", "25").status())
                .isZero();
        assertThat(Spoken.by("timeline", "convert", list, out, "--rate", "24").status())
                .isZero();
        Files.writeString(out, Files.readString(out).replace("one.mov", "two.mov"));
        Spoken refused = Spoken.by("timeline", "convert", list, out, "--rate", "25");
        assertThat(refused.err()).contains("cli/would-replace");
        assertThat(out).content().contains("two.mov");
    }

    @Test
    void theSizeThatWasAssumedIsTold() {
        Spoken toldSize = Spoken.by("timeline", "convert", list, folder.resolve("cut.xml"), "--rate", "25");
        assertThat(toldSize.out()).contains("interchange/assumed-size");
        Spoken noSize = Spoken.by("timeline", "convert", list, folder.resolve("cut.ale"), "--rate", "25");
        assertThat(noSize.out()).doesNotContain("interchange/assumed-size");
    }
}
