package backbeat.studio.plan;

import static backbeat.studio.store.db.Tables.TASK;
import static backbeat.studio.store.db.Tables.TASK_NEED;

import backbeat.studio.store.db.tables.records.TaskRecord;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The rows of tasks. */
final class TaskTable {
    private TaskTable() {}

    static List<Task> of(DSLContext sql, String productionId) {
        return read(sql, TASK.PRODUCTION_ID.eq(productionId), TASK_NEED.PRODUCTION_ID.eq(productionId));
    }

    static List<Task> of(DSLContext sql, Collection<String> productionIds) {
        return read(sql, TASK.PRODUCTION_ID.in(productionIds), TASK_NEED.PRODUCTION_ID.in(productionIds));
    }

    /** Open tasks that are due before a day, without what they need; the earliest first. */
    static List<Task> dueBefore(DSLContext sql, Collection<String> productionIds, LocalDate day, int most) {
        return sql.selectFrom(TASK)
                .where(TASK.PRODUCTION_ID.in(productionIds))
                .and(TASK.DONE_ON.isNull())
                .and(TASK.DUE_ON.lt(day.toString()))
                .orderBy(TASK.DUE_ON, TASK.PLACE, TASK.ID)
                .limit(most)
                .fetch(row -> task(row, List.of()));
    }

    private static List<Task> read(DSLContext sql, Condition tasks, Condition needs) {
        Map<String, List<String>> needed = sql.select(TASK_NEED.TASK_ID, TASK_NEED.NEEDS_ID)
                .from(TASK_NEED)
                .where(needs)
                .orderBy(TASK_NEED.TASK_ID, TASK_NEED.NEEDS_ID)
                .fetchGroups(TASK_NEED.TASK_ID, TASK_NEED.NEEDS_ID);
        return sql.selectFrom(TASK)
                .where(tasks)
                .orderBy(TASK.PLACE, TASK.ID)
                .fetch(row -> task(row, needed.getOrDefault(row.getId(), List.of())));
    }

    private static Task task(TaskRecord row, List<String> needs) {
        return new Task(
                row.getId(),
                row.getProductionId(),
                Stage.valueOf(row.getStage()),
                row.getTitle(),
                row.getOwnerId(),
                date(row.getDueOn()),
                row.getDays(),
                date(row.getDoneOn()),
                row.getPlace(),
                needs);
    }

    static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    /** Puts tasks in the place of those of the same keys. */
    static void write(DSLContext sql, Collection<Task> tasks) {
        for (Task task : tasks) {
            sql.deleteFrom(TASK_NEED).where(TASK_NEED.TASK_ID.eq(task.id())).execute();
            TaskRecord row = new TaskRecord();
            row.setId(task.id());
            row.setProductionId(task.productionId());
            row.setStage(task.stage().name());
            row.setTitle(task.title());
            row.setOwnerId(task.ownerId());
            row.setDueOn(text(task.due()));
            row.setDays(task.days());
            row.setDoneOn(text(task.done()));
            row.setPlace(task.place());
            sql.insertInto(TASK)
                    .set(row)
                    .onConflict(TASK.ID)
                    .doUpdate()
                    .set(row)
                    .execute();
        }
        for (Task task : tasks) {
            for (String need : task.needs()) {
                sql.insertInto(TASK_NEED)
                        .values(task.id(), need, task.productionId())
                        .execute();
            }
        }
    }

    static void remove(DSLContext sql, Collection<String> ids) {
        sql.deleteFrom(TASK_NEED)
                .where(TASK_NEED.TASK_ID.in(ids).or(TASK_NEED.NEEDS_ID.in(ids)))
                .execute();
        sql.deleteFrom(TASK).where(TASK.ID.in(ids)).execute();
    }
}
