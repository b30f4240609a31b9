package backbeat.studio.plan;

import static backbeat.studio.store.db.Tables.PLAN_CHANGE;

import backbeat.engine.derive.JsonFile;
import backbeat.studio.store.db.tables.records.PlanChangeRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What was done to plans, as the tasks before and after. Everybody undoes what they did themselves; what others changed since is not written over.
 */
final class PlanLog {
    private record Lot(List<Kept> tasks) {}

    /** A task as it is kept. */
    private record Kept(
            String id,
            String productionId,
            Stage stage,
            String title,
            @Nullable String ownerId,
            @Nullable String dueOn,
            int days,
            @Nullable String doneOn,
            int place,
            List<String> needs) {
        static Kept of(Task task) {
            return new Kept(
                    task.id(),
                    task.productionId(),
                    task.stage(),
                    task.title(),
                    task.ownerId(),
                    TaskTable.text(task.due()),
                    task.days(),
                    TaskTable.text(task.done()),
                    task.place(),
                    task.needs());
        }

        Task task() {
            return new Task(
                    id,
                    productionId,
                    stage,
                    title,
                    ownerId,
                    TaskTable.date(dueOn),
                    days,
                    TaskTable.date(doneOn),
                    place,
                    needs);
        }
    }

    private final Clock clock;

    PlanLog(Clock clock) {
        this.clock = clock;
    }

    void note(
            DSLContext sql,
            String productionId,
            @Nullable String accountId,
            String words,
            Collection<Task> before,
            Collection<Task> after) {
        sql.deleteFrom(PLAN_CHANGE)
                .where(mine(productionId, accountId))
                .and(PLAN_CHANGE.UNDONE.isTrue())
                .execute();
        Integer last = sql.select(DSL.max(PLAN_CHANGE.PLACE))
                .from(PLAN_CHANGE)
                .where(PLAN_CHANGE.PRODUCTION_ID.eq(productionId))
                .fetchOne(0, Integer.class);
        sql.insertInto(PLAN_CHANGE)
                .set(PLAN_CHANGE.PRODUCTION_ID, productionId)
                .set(PLAN_CHANGE.PLACE, last == null ? 1 : last + 1)
                .set(PLAN_CHANGE.ACCOUNT_ID, accountId)
                .set(PLAN_CHANGE.WORDS, words.substring(0, Math.min(300, words.length())))
                .set(PLAN_CHANGE.BEFORE_JSON, text(before))
                .set(PLAN_CHANGE.AFTER_JSON, text(after))
                .set(PLAN_CHANGE.MADE_AT, clock.millis())
                .set(PLAN_CHANGE.UNDONE, false)
                .execute();
    }

    private static Condition mine(String productionId, @Nullable String accountId) {
        return PLAN_CHANGE
                .PRODUCTION_ID
                .eq(productionId)
                .and(accountId == null ? PLAN_CHANGE.ACCOUNT_ID.isNull() : PLAN_CHANGE.ACCOUNT_ID.eq(accountId));
    }

    private static String text(Collection<Task> tasks) {
        return JsonFile.text(new Lot(tasks.stream().map(Kept::of).toList()));
    }

    private static List<Task> tasks(String text) {
        try {
            return JsonFile.parse(text, Lot.class).tasks().stream()
                    .map(Kept::task)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What somebody could undo, or after an undo say again, in words. */
    Optional<String> next(DSLContext sql, String productionId, String accountId, boolean undone) {
        return row(sql, productionId, accountId, undone).map(PlanChangeRecord::getWords);
    }

    private static Optional<PlanChangeRecord> row(
            DSLContext sql, String productionId, String accountId, boolean undone) {
        return sql.selectFrom(PLAN_CHANGE)
                .where(mine(productionId, accountId))
                .and(PLAN_CHANGE.UNDONE.eq(undone))
                .orderBy(undone ? PLAN_CHANGE.PLACE.asc() : PLAN_CHANGE.PLACE.desc())
                .limit(1)
                .fetchOptional();
    }

    /** Turns the last change back, or the last undone one forth. */
    String turn(DSLContext sql, String productionId, String accountId, boolean undone) {
        PlanChangeRecord change = row(sql, productionId, accountId, undone)
                .orElseThrow(() -> PlanProblems.nothingToUndo().asException());
        List<Task> here = tasks(undone ? change.getBeforeJson() : change.getAfterJson());
        List<Task> there = tasks(undone ? change.getAfterJson() : change.getBeforeJson());
        List<Task> now = TaskTable.of(sql, productionId);
        if (!stillAs(here, there, now)) {
            throw PlanProblems.changedMeanwhile(change.getWords()).asException();
        }
        Set<String> gone = here.stream().map(Task::id).collect(Collectors.toCollection(HashSet::new));
        there.forEach(task -> gone.remove(task.id()));
        TaskTable.remove(sql, gone);
        TaskTable.write(sql, there);
        sql.update(PLAN_CHANGE)
                .set(PLAN_CHANGE.UNDONE, !undone)
                .where(PLAN_CHANGE.PRODUCTION_ID.eq(productionId))
                .and(PLAN_CHANGE.PLACE.eq(change.getPlace()))
                .execute();
        return change.getWords();
    }

    private static boolean stillAs(List<Task> here, List<Task> there, List<Task> now) {
        Set<String> touched = here.stream().map(Task::id).collect(Collectors.toCollection(HashSet::new));
        there.forEach(task -> touched.add(task.id()));
        Set<Task> found =
                now.stream().filter(task -> touched.contains(task.id())).collect(Collectors.toSet());
        Set<String> known = now.stream().map(Task::id).collect(Collectors.toSet());
        boolean needsAreThere = there.stream()
                .flatMap(task -> task.needs().stream())
                .allMatch(need -> known.contains(need) || touched.contains(need));
        return found.equals(new HashSet<>(here)) && needsAreThere;
    }
}
