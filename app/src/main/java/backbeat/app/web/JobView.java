package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.studio.Studio;
import backbeat.studio.edit.Step;
import backbeat.studio.jobs.Job;
import backbeat.studio.production.Production;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A job as pages show it, and as events tell of it. */
public record JobView(
        String id,
        String productionId,
        String production,
        String step,
        String words,
        String state,
        String stateWords,
        int percent,
        String doing,
        @Nullable Problem problem,
        String took,
        int starts) {

    static JobView of(Job job, Studio studio) {
        return new JobView(
                job.id(),
                job.productionId(),
                studio.productions()
                        .byId(job.productionId())
                        .map(Production::name)
                        .orElse("?"),
                job.step(),
                Step.of(job.step()).map(Step::words).orElse(job.step()),
                job.state().name(),
                job.state().words(),
                job.state() == Job.State.DONE ? 100 : job.percent(),
                job.doing(),
                job.problem(),
                took(job.took(studio.clock().instant()).toMillis()),
                job.starts());
    }

    private static String took(long millis) {
        return millis == 0 ? "" : millis < 1000 ? "under 1 s" : ProductionRow.clock(millis / 1000.0) + " min";
    }

    /** The newest job of each step. */
    static List<JobView> newestOf(Production production, Studio studio) {
        Set<String> seen = new HashSet<>();
        List<JobView> newest = new ArrayList<>();
        for (Job job : studio.jobs().in(List.of(production.id()), 60)) {
            if (seen.add(job.step())) {
                newest.add(of(job, studio));
            }
        }
        newest.sort(java.util.Comparator.comparing(
                job -> Step.of(job.step()).map(Step::ordinal).orElse(99)));
        return newest;
    }

    public boolean isFailed() {
        return state.equals("FAILED");
    }

    public boolean isActive() {
        return state.equals("WAITING") || state.equals("RUNNING");
    }

    /** Which colours tell the state. */
    public String tone() {
        return switch (state) {
            case "DONE" -> "ok";
            case "FAILED" -> "bad";
            case "RUNNING" -> "info";
            default -> "";
        };
    }
}
