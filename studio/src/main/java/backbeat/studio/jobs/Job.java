package backbeat.studio.jobs;

import backbeat.engine.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work.
 *
 * @param step name of what is done
 * @param fraction from 0 to 1
 * @param doing in a few words
 * @param problem why it failed
 * @param starts how often it was begun: more than once after its process was killed
 */
public record Job(
        String id,
        String productionId,
        String step,
        State state,
        double fraction,
        String doing,
        @Nullable Problem problem,
        Instant made,
        @Nullable Instant begun,
        @Nullable Instant ended,
        int starts) {

    /** In which state a job is. */
    public enum State {
        WAITING("Waits"),
        RUNNING("Runs"),
        DONE("Done"),
        FAILED("Failed"),
        STOPPED("Stopped");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public boolean isOver() {
            return this == DONE || this == FAILED || this == STOPPED;
        }
    }

    public int percent() {
        return (int) Math.round(fraction * 100);
    }

    /** How long it took, or has been taking. */
    public Duration took(Instant now) {
        return begun == null ? Duration.ZERO : Duration.between(begun, ended == null ? now : ended);
    }
}
