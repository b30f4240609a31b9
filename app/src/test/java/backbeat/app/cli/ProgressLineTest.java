package backbeat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter written = new StringWriter();
    private long now;

    private ProgressLine line(boolean interactive, int columns) {
        Terminal terminal =
                new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(written, true), interactive, columns);
        return new ProgressLine(terminal, () -> now);
    }

    private void wait(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void onATerminalOneLineIsWrittenOverAndTellsTheTimeLeft() {
        ProgressLine line = line(true, 80);
        wait(30);
        line.progress(0.25, "rendering");
        assertThat(written.toString())
                .startsWith("\r")
                .contains("25 %", "1:30 left", "rendering")
                .doesNotContain("\n");
    }

    @Test
    void aLineNeverFillsTheTerminalSoThatItNeverWraps() {
        ProgressLine line = line(true, 40);
        line.progress(0.5, "a very long name of a clip that would not fit anywhere");
        assertThat(written.toString()).hasSize(1 + 39).endsWith("…");
    }

    @Test
    void progressNeverGoesBack() {
        ProgressLine line = line(true, 80);
        line.progress(0.5, "one");
        wait(1);
        line.progress(0.3, "two");
        assertThat(written.toString()).contains("50 %").doesNotContain("30 %");
    }

    @Test
    void elsewhereAPlainLineComesNowAndThen() {
        ProgressLine line = line(false, 80);
        for (int second = 0; second < 60; second++) {
            line.progress(second / 60.0, "syncing");
            wait(1);
        }
        assertThat(written.toString().lines()).hasSize(6).allMatch(text -> text.contains("syncing"));
        assertThat(written.toString()).doesNotContain("\r");
    }

    @Test
    void elsewhereEachStepIsToldAndALongOneIsToldAgain() {
        ProgressLine line = line(false, 80);
        line.progress(0.1, "reading clip 1 of 2");
        wait(3);
        line.progress(0.2, "reading clip 2 of 2");
        line.progress(0.3, "rendering");
        wait(9);
        line.tick();
        wait(1);
        line.tick();
        assertThat(written.toString().lines().map(text -> text.replaceAll("  .*", "")))
                .containsExactly("10 % reading clip 1 of 2", "30 % rendering", "30 % rendering");
    }

    @Test
    void theEndLeavesAnEmptyLine() {
        ProgressLine line = line(true, 20);
        line.progress(0.5, "x");
        line.end();
        assertThat(written.toString()).endsWith("\r" + " ".repeat(19) + "\r");
    }
}
