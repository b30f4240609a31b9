package backbeat.studio.jobs;

import static backbeat.studio.store.db.Tables.JOB_UNIT;

import backbeat.engine.problem.Problem;
import backbeat.studio.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The rows of jobs' pieces. They are gone when their job is over. */
final class UnitTable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ROWS_AT_ONCE = 500;

    /** One piece of a job. */
    record Unit(String jobId, int number, String name, boolean over) {}

    /** How far a job's pieces are. */
    record Count(int all, int over) {
        double fraction() {
            return all == 0 ? 0 : (double) over / all;
        }
    }

    private final Store store;

    UnitTable(Store store) {
        this.store = store;
    }

    boolean any(String jobId) {
        return store.sql().fetchExists(JOB_UNIT, JOB_UNIT.JOB_ID.eq(jobId));
    }

    /** All or none. What is there stays. */
    void add(String jobId, List<String> names) {
        store.change(sql -> {
            Set<String> there = new HashSet<>(sql.select(JOB_UNIT.NAME)
                    .from(JOB_UNIT)
                    .where(JOB_UNIT.JOB_ID.eq(jobId))
                    .fetch(JOB_UNIT.NAME));
            List<String> fresh =
                    names.stream().filter(name -> !there.contains(name)).toList();
            int number = there.size();
            for (int from = 0; from < fresh.size(); from += ROWS_AT_ONCE) {
                var rows = sql.insertInto(JOB_UNIT, JOB_UNIT.JOB_ID, JOB_UNIT.NUMBER, JOB_UNIT.NAME, JOB_UNIT.OVER);
                for (String name : fresh.subList(from, Math.min(fresh.size(), from + ROWS_AT_ONCE))) {
                    rows = rows.values(jobId, number++, name, false);
                }
                rows.execute();
            }
        });
    }

    List<Unit> left(String jobId) {
        return new ArrayList<>(store.sql()
                .selectFrom(JOB_UNIT)
                .where(JOB_UNIT.JOB_ID.eq(jobId))
                .and(JOB_UNIT.OVER.isFalse())
                .orderBy(JOB_UNIT.NUMBER)
                .fetch(row -> new Unit(jobId, row.getNumber(), row.getName(), false)));
    }

    Optional<Unit> byNumber(String jobId, int number) {
        return store.sql()
                .selectFrom(JOB_UNIT)
                .where(JOB_UNIT.JOB_ID.eq(jobId))
                .and(JOB_UNIT.NUMBER.eq(number))
                .fetchOptional(row -> new Unit(jobId, number, row.getName(), row.getOver()));
    }

    boolean anyLeft(String jobId) {
        return store.sql().fetchExists(JOB_UNIT, JOB_UNIT.JOB_ID.eq(jobId).and(JOB_UNIT.OVER.isFalse()));
    }

    /** With one that could not be done, those that were not begun are over too: the job will fail. */
    void over(Unit unit, @Nullable Problem problem) {
        store.change(sql -> {
            over(sql, unit, problem);
            if (problem != null) {
                sql.update(JOB_UNIT)
                        .set(JOB_UNIT.OVER, true)
                        .where(JOB_UNIT.JOB_ID.eq(unit.jobId()))
                        .execute();
            }
        });
    }

    private static void over(DSLContext sql, Unit unit, @Nullable Problem problem) {
        sql.update(JOB_UNIT)
                .set(JOB_UNIT.OVER, true)
                .set(JOB_UNIT.PROBLEM, problem == null ? null : JSON.writeValueAsString(problem))
                .where(JOB_UNIT.JOB_ID.eq(unit.jobId()))
                .and(JOB_UNIT.NUMBER.eq(unit.number()))
                .execute();
    }

    Count count(String jobId) {
        return store.sql()
                .select(DSL.count(), DSL.count(DSL.when(JOB_UNIT.OVER.isTrue(), 1)))
                .from(JOB_UNIT)
                .where(JOB_UNIT.JOB_ID.eq(jobId))
                .fetchOptional(row -> new Count(row.value1(), row.value2()))
                .orElse(new Count(0, 0));
    }

    /** Of the first one that could not be done. */
    Optional<Problem> problem(String jobId) {
        return store.sql()
                .select(JOB_UNIT.PROBLEM)
                .from(JOB_UNIT)
                .where(JOB_UNIT.JOB_ID.eq(jobId))
                .and(JOB_UNIT.PROBLEM.isNotNull())
                .orderBy(JOB_UNIT.NUMBER)
                .limit(1)
                .fetchOptional(JOB_UNIT.PROBLEM)
                .map(text -> JSON.readValue(text, Problem.class));
    }
}
