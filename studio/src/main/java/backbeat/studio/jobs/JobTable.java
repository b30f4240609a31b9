package backbeat.studio.jobs;

import static backbeat.studio.store.db.Tables.JOB;
import static backbeat.studio.store.db.Tables.JOB_TURN;
import static backbeat.studio.store.db.Tables.JOB_UNIT;

import backbeat.engine.problem.Problem;
import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import backbeat.studio.store.db.tables.records.JobRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
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
                .where(isUnfinished())
                .orderBy(JOB.MADE_AT)
                .fetch(JobTable::job);
    }

    List<Job> unfinished(String productionId) {
        return store.sql()
                .selectFrom(JOB)
                .where(JOB.PRODUCTION_ID.eq(productionId))
                .and(isUnfinished())
                .orderBy(JOB.MADE_AT)
                .fetch(JobTable::job);
    }

    /** Asks the process that runs a job to stop it, or that will. */
    void askToStop(String id) {
        store.sql()
                .update(JOB)
                .set(JOB.STOPPING, true)
                .where(JOB.ID.eq(id))
                .and(JOB.STATE.eq(Job.State.RUNNING.name()))
                .execute();
    }

    /** Whether somebody asked to stop it, or it is over, or gone with its production. */
    boolean isToStop(String id) {
        return !store.sql().fetchExists(JOB, JOB.ID.eq(id).and(isUnfinished()).and(JOB.STOPPING.isNull()));
    }

    /** Jobs of other processes that run, or ended since a moment. */
    List<Job> movedElsewhere(String worker, long sinceMillis) {
        return store.sql()
                .selectFrom(JOB)
                .where(JOB.WORKER.ne(worker))
                .and(JOB.STATE.eq(Job.State.RUNNING.name()).or(JOB.ENDED_AT.ge(sinceMillis)))
                .fetch(JobTable::job);
    }

    /** @return whether it may begin: not when somebody stopped it meanwhile */
    boolean begun(String id, String worker) {
        return store.sql()
                        .update(JOB)
                        .set(JOB.STATE, Job.State.RUNNING.name())
                        .set(JOB.FRACTION, 0d)
                        .set(JOB.BEGUN_AT, clock.millis())
                        .set(JOB.STARTS, JOB.STARTS.plus(1))
                        .set(JOB.WORKER, worker)
                        .where(JOB.ID.eq(id))
                        .and(isUnfinished())
                        .execute()
                == 1;
    }

    /** Its pieces are done by whoever comes; all processes watch it. */
    void isEverybodys(String id) {
        store.sql().update(JOB).set(JOB.WORKER, "").where(JOB.ID.eq(id)).execute();
    }

    /**
     * Takes what follows the pieces of a job, which were everybody's.
     *
     * @return whether it may go on: not when somebody stopped it meanwhile
     */
    boolean takeOver(String id, String worker) {
        return store.sql()
                        .update(JOB)
                        .set(JOB.WORKER, worker)
                        .where(JOB.ID.eq(id))
                        .and(isUnfinished())
                        .and(JOB.STOPPING.isNull())
                        .execute()
                == 1;
    }

    /**
     * Stops a job that waits, or whose pieces are everybody's. One that a process runs is over, and its turn free, when that lets go of it.
     *
     * @return whether it ended now
     */
    boolean endedUnlessRun(String id) {
        Condition nobodyRunsIt = JOB.STATE.eq(Job.State.WAITING.name()).or(JOB.WORKER.eq(""));
        boolean now = ended(id, Job.State.STOPPED, null, nobodyRunsIt);
        if (now) {
            forgetPiecesAndTurn(id);
        }
        return now;
    }

    private static Condition isUnfinished() {
        return JOB.STATE.in(Job.State.WAITING.name(), Job.State.RUNNING.name());
    }

    /** Takes a turn for a job until that is over. A job that had it in a process that is gone has it still. */
    boolean takeTurn(String turn, String jobId) {
        return holds(store.sql(), turn, jobId)
                || (isFree(store.sql(), turn)
                        && store.changed(sql -> {
                            if (!isFree(sql, turn)) {
                                return holds(sql, turn, jobId);
                            }
                            sql.deleteFrom(JOB_TURN)
                                    .where(JOB_TURN.TURN.eq(turn))
                                    .execute();
                            sql.insertInto(JOB_TURN).values(turn, jobId).execute();
                            return true;
                        }));
    }

    private static boolean holds(DSLContext sql, String turn, String jobId) {
        return sql.fetchExists(JOB_TURN, JOB_TURN.TURN.eq(turn).and(JOB_TURN.JOB_ID.eq(jobId)));
    }

    private static boolean isFree(DSLContext sql, String turn) {
        return !sql.fetchExists(sql.selectOne()
                .from(JOB_TURN)
                .join(JOB)
                .on(JOB.ID.eq(JOB_TURN.JOB_ID))
                .where(JOB_TURN.TURN.eq(turn))
                .and(isUnfinished()));
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

    /** @return whether it ended now: not when it had ended before */
    boolean ended(String id, Job.State state, @Nullable Problem problem) {
        boolean now = ended(id, state, problem, DSL.noCondition());
        forgetPiecesAndTurn(id);
        return now;
    }

    private void forgetPiecesAndTurn(String id) {
        store.sql().deleteFrom(JOB_UNIT).where(JOB_UNIT.JOB_ID.eq(id)).execute();
        store.sql().deleteFrom(JOB_TURN).where(JOB_TURN.JOB_ID.eq(id)).execute();
    }

    private boolean ended(String id, Job.State state, @Nullable Problem problem, Condition when) {
        return store.sql()
                        .update(JOB)
                        .set(JOB.STATE, state.name())
                        .set(JOB.DOING, "")
                        .set(JOB.PROBLEM, problem == null ? null : JSON.writeValueAsString(problem))
                        .set(JOB.ENDED_AT, clock.millis())
                        .where(JOB.ID.eq(id))
                        .and(isUnfinished())
                        .and(when)
                        .execute()
                == 1;
    }

    /** A process that was killed between the end of a job and the end of its turn leaves one. */
    void forgetTurnsOfEnded() {
        store.sql()
                .deleteFrom(JOB_TURN)
                .where(JOB_TURN.JOB_ID.notIn(
                        store.sql().select(JOB.ID).from(JOB).where(isUnfinished())))
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
