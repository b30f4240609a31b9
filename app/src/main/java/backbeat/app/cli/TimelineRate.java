package backbeat.app.cli;

import backbeat.engine.problem.Problem;
import backbeat.engine.time.Rate;
import org.jspecify.annotations.Nullable;

/** A frame rate as a person writes it. */
final class TimelineRate {
    private TimelineRate() {}

    static @Nullable Rate of(@Nullable String rate) {
        try {
            return rate == null ? null : Rate.parse(rate);
        } catch (IllegalArgumentException e) {
            throw new Problem(
                            "cli/bad-argument",
                            "This is no frame rate: \"" + rate + "\".",
                            "",
                            "",
                            "Write it as 25, 23.976 or 30000/1001.")
                    .asException();
        }
    }
}
