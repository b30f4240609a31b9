package backbeat.app.web;

import backbeat.engine.problem.Problem;
import backbeat.studio.Studio;
import backbeat.studio.jobs.Job;

/** Waits for a job that is mostly done in less than a second, so that the next page shows what came of it. */
final class Waiting {
    private static final long PATIENCE_MS = 5000;
    private static final long LOOK_EVERY_MS = 40;

    private final Studio studio;

    Waiting(Studio studio) {
        this.studio = studio;
    }

    /** @throws backbeat.engine.problem.ProblemException why it failed */
    void forEndOf(Job asked) {
        Job job = asked;
        try {
            for (long waited = 0; waited < PATIENCE_MS && !job.state().isOver(); waited += LOOK_EVERY_MS) {
                Thread.sleep(LOOK_EVERY_MS);
                job = studio.jobs().byId(asked.id()).orElse(job);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Problem problem = job.problem();
        if (job.state() == Job.State.FAILED && problem != null) {
            throw problem.asException();
        }
    }
}
