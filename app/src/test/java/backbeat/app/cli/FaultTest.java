package backbeat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.Work;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whatever breaks, nobody is shown a stack trace. */
class FaultTest {
    private final StringWriter err = new StringWriter();
    private final Terminal terminal =
            new Terminal(new PrintWriter(new StringWriter(), true), new PrintWriter(err, true), false, 80);

    private int statusOf(Function<Work, String> job) {
        return Main.guarded(terminal, List.of("cut"), () -> {
            Job.run(terminal, job);
            return 0;
        });
    }

    @Test
    void tooLittleMemoryIsAProblemWithARemedyWhereverItStruck() {
        assertThat(statusOf(work -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isEqualTo(2);
        assertThat(statusOf(work -> {
                    throw new IllegalStateException(new ExecutionException(new OutOfMemoryError("Java heap space")));
                }))
                .isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.contains("BACKBEAT_MEMORY"));
    }

    @Test
    void anErrorOfOursIsALineAndAReport() {
        assertThat(statusOf(work -> {
                    throw new StackOverflowError();
                }))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("[cli/fault]")
                .doesNotContain("\tat ")
                .hasLineCount(1);
    }
}
