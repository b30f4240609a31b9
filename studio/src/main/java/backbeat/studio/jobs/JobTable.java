package backbeat.studio.jobs;

import static backbeat.studio.store.db.Tables.JOB;

import backbeat.engine.problem.Problem;
import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import backbeat.studio.store.db.tables.records.JobRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The rows of jobs. */
final class JobTable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Store store;
    private final Clock clock;

    JobTable(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Job add(String productionId, String step, @Nullable String askedBy) {
        String id = Id.fresh();
        store.sql()
                .insertInto(JOB)
                .set(JOB.ID, id)
                .set(JOB.PRODUCTION_ID, productionId)
                .set(JOB.STEP, step)
                .set(JOB.STATE, Job.State.WAITING.name())
                .set(JOB.FRACTION, 0d)
                .set(JOB.DOING, "")
                .set(JOB.ASKED_BY, askedBy)
                .set(JOB.MADE_AT, clock.millis())
                .set(JOB.STARTS, 0)
                .execute();
        return byId(id).orElseThrow();
    }

    Optional<Job> byId(String id) {
        return store.sql().selectFrom(JOB).where(JOB.ID.eq(id)).fetchOptional(JobTable::job);
    }

    Optional<Job> waiting(String productionId, String step) {
        return store.sql()
                .selectFrom(JOB)
                .where(JOB.PRODUCTION_ID.eq(productionId))
                .and(JOB.STEP.eq(step))
                .and(JOB.STATE.eq(Job.State.WAITING.name()))
                .fetchStream()
                .map(JobTable::job)
                .findFirst();
    }

    List<Job> in(Collection<String> productionIds, int most) {
        return store.sql()
                .selectFrom(JOB)
                .where(JOB.PRODUCTION_ID.in(productionIds))
                .orderBy(JOB.MADE_AT.desc())
                .limit(most)
                .fetch(JobTable::job);
    }

    /** In the order they were asked for. */
    List<Job> unfinished() {
        return store.sql()
                .selectFrom(JOB)
                .where(JOB.STATE.in(Job.State.WAITING.name(), Job.State.RUNNING.name()))
                .orderBy(JOB.MADE_AT)
                .fetch(JobTable::job);
    }

    /** Asks the process that runs a job to stop it. */
    void askToStop(String id) {
        store.sql()
                .update(JOB)
                .set(JOB.STOPPING, true)
                .where(JOB.ID.eq(id))
                .and(JOB.STATE.eq(Job.State.RUNNING.name()))
                .execute();
    }

    boolean isToStop(String id) {
        return store.sql().fetchExists(JOB, JOB.ID.eq(id).and(JOB.STOPPING.isTrue()));
    }

    /** Jobs of other processes that run, or ended since a moment. */
    List<Job> movedElsewhere(String worker, long sinceMillis) {
        return store.sql()
                .selectFrom(JOB)
                .where(JOB.WORKER.ne(worker))
                .and(JOB.STATE.eq(Job.State.RUNNING.name()).or(JOB.ENDED_AT.ge(sinceMillis)))
                .fetch(JobTable::job);
    }

    void begun(String id, String worker) {
        store.sql()
                .update(JOB)
                .set(JOB.STATE, Job.State.RUNNING.name())
                .set(JOB.FRACTION, 0d)
                .set(JOB.BEGUN_AT, clock.millis())
                .set(JOB.STARTS, JOB.STARTS.plus(1))
                .set(JOB.WORKER, worker)
                .set(JOB.STOPPING, false)
                .where(JOB.ID.eq(id))
                .execute();
    }

    void progress(String id, double fraction, String doing) {
        store.sql()
                .update(JOB)
                .set(JOB.FRACTION, fraction)
                .set(JOB.DOING, doing.substring(0, Math.min(300, doing.length())))
                .where(JOB.ID.eq(id))
                .and(JOB.STATE.eq(Job.State.RUNNING.name()))
                .execute();
    }

    void ended(String id, Job.State state, @Nullable Problem problem) {
        store.sql()
                .update(JOB)
                .set(JOB.STATE, state.name())
                .set(JOB.DOING, "")
                .set(JOB.PROBLEM, problem == null ? null : JSON.writeValueAsString(problem))
                .set(JOB.ENDED_AT, clock.millis())
                .where(JOB.ID.eq(id))
                .execute();
    }

    private static Job job(JobRecord row) {
        String problem = row.getProblem();
        return new Job(
                row.getId(),
                row.getProductionId(),
                row.getStep(),
                Job.State.valueOf(row.getState()),
                row.getFraction(),
                row.getDoing(),
                problem == null ? null : JSON.readValue(problem, Problem.class),
                Instant.ofEpochMilli(row.getMadeAt()),
                instant(row.getBegunAt()),
                instant(row.getEndedAt()),
                row.getStarts());
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
