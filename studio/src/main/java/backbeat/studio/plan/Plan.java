package backbeat.studio.plan;

import static backbeat.studio.store.db.Tables.PRODUCTION;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import backbeat.studio.people.Account;
import backbeat.studio.production.Production;
import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import backbeat.studio.store.db.tables.records.TaskNeedRecord;
import backbeat.studio.store.db.tables.records.TaskRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The tasks of productions and their release dates. */
public final class Plan {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DAYS = 365;
    private static final int MOST_TASKS = 2000;

    /**
     * What people say of a task.
     *
     * @param due as ISO date; empty for none
     * @param ownerId empty for nobody
     */
    public record Said(String title, Stage stage, String ownerId, String due, int days, List<String> needs) {}

    private final Store store;
    private final Clock clock;
    private final PlanLog log;

    public Plan(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.log = new PlanLog(clock);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    public List<Task> of(String productionId) {
        return TaskTable.of(store.sql(), productionId);
    }

    /** Of several productions, in one look. */
    public List<Task> of(Collection<String> productionIds) {
        return TaskTable.of(store.sql(), productionIds);
    }

    /** Open tasks that are due before a day, without what they need; the earliest first. */
    public List<Task> dueBefore(Collection<String> productionIds, LocalDate day, int most) {
        return TaskTable.dueBefore(store.sql(), productionIds, day, most);
    }

    public Optional<LocalDate> release(String productionId) {
        return Optional.ofNullable(releases(List.of(productionId)).get(productionId));
    }

    public Map<String, LocalDate> releases(Collection<String> productionIds) {
        Map<String, LocalDate> all = new HashMap<>();
        store.sql()
                .select(PRODUCTION.ID, PRODUCTION.RELEASE_ON)
                .from(PRODUCTION)
                .where(PRODUCTION.ID.in(productionIds))
                .and(PRODUCTION.RELEASE_ON.isNotNull())
                .forEach(row -> all.put(row.value1(), LocalDate.parse(row.value2())));
        return all;
    }

    public Forecast forecast(String productionId) {
        return Forecast.of(of(productionId), release(productionId).orElse(null), today());
    }

    /** Begins with the tasks of the production's kind. */
    public void begin(Production production, String release) {
        LocalDate day = date(release);
        store.change(sql -> {
            sql.update(PRODUCTION)
                    .set(PRODUCTION.RELEASE_ON, TaskTable.text(day))
                    .where(PRODUCTION.ID.eq(production.id()))
                    .execute();
            TaskTable.write(sql, TaskTemplates.of(production.kind(), production.id(), day, today()));
        });
    }

    /** @return its key */
    public String add(String productionId, Said said, Account by) {
        return add(productionId, said, by, (_, _) -> {});
    }

    /**
     * @param along what is done with the key of the task in the same change; where it refuses, there is no task either
     * @return its key
     */
    public String add(String productionId, Said said, Account by, BiConsumer<DSLContext, String> along) {
        String id = Id.fresh();
        store.change(sql -> {
            along.accept(sql, id);
            add(sql, id, productionId, said, by);
        });
        return id;
    }

    private void add(DSLContext sql, String id, String productionId, Said said, Account by) {
        change(sql, productionId, by, "added \"" + said.title().strip() + "\"", now -> {
            if (now.size() >= MOST_TASKS) {
                throw PlanProblems.tooMany().asException();
            }
            int last = now.stream().mapToInt(Task::place).max().orElse(-1);
            return List.of(task(id, productionId, said, null, last + 1, now));
        });
    }

    public void change(Task task, Said said, Account by) {
        change(
                task.productionId(),
                by,
                "changed \"" + task.title() + "\"",
                now -> List.of(task(task.id(), task.productionId(), said, task.done(), task.place(), now)));
    }

    public void tick(Task task, boolean done, Account by) {
        change(
                task.productionId(),
                by,
                (done ? "did \"" : "opened again \"") + task.title() + "\"",
                now -> List.of(task.doneOn(done ? today() : null)));
    }

    private static Task task(
            String id, String productionId, Said said, @Nullable LocalDate done, int place, List<Task> now) {
        String title = said.title().strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw PlanProblems.title().asException();
        }
        if (said.days() < 1 || said.days() > LONGEST_DAYS) {
            throw PlanProblems.days().asException();
        }
        List<String> needs = now.stream()
                .map(Task::id)
                .filter(other -> said.needs().contains(other) && !other.equals(id))
                .sorted()
                .toList();
        String owner = said.ownerId().isEmpty() ? null : Id.checked(said.ownerId());
        return new Task(
                id, productionId, said.stage(), title, owner, date(said.due()), said.days(), done, place, needs);
    }

    /** Whether a row that comes from elsewhere is a task that could have been made here. */
    public static boolean isTask(TaskRecord row) {
        return Stream.of(Stage.values()).anyMatch(stage -> stage.name().equals(row.getStage()))
                && !row.getTitle().isBlank()
                && row.getDays() >= 1
                && row.getDays() <= LONGEST_DAYS
                && isDate(row.getDueOn())
                && isDate(row.getDoneOn());
    }

    /** Whether tasks that come from elsewhere could be worked on, one after another. */
    public static boolean canBeDone(List<TaskNeedRecord> needs) {
        Map<String, List<String>> byTask = needs.stream()
                .collect(groupingBy(TaskNeedRecord::getTaskId, mapping(TaskNeedRecord::getNeedsId, toList())));
        return byTask.size() <= MOST_TASKS && !Forecast.goesInACircle(byTask);
    }

    /** Whether a text that comes from elsewhere is a day as it is kept here, or none. */
    public static boolean isDate(@Nullable String text) {
        try {
            return text == null || TaskTable.date(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw PlanProblems.date().asException();
        }
    }

    /** Takes a task away; what needed it needs it no more. */
    public void remove(Task task, Account by) {
        store.change(sql -> {
            List<Task> before = new ArrayList<>(List.of(task));
            List<Task> after = new ArrayList<>();
            for (Task other : TaskTable.of(sql, task.productionId())) {
                if (other.needs().contains(task.id())) {
                    before.add(other);
                    after.add(other.needing(other.needs().stream()
                            .filter(need -> !need.equals(task.id()))
                            .toList()));
                }
            }
            TaskTable.remove(sql, List.of(task.id()));
            TaskTable.write(sql, after);
            log.note(sql, task.productionId(), by.id(), "removed \"" + task.title() + "\"", before, after);
        });
    }

    /**
     * Sets the release date.
     *
     * @param day as ISO date; empty for none
     * @param alongToo whether open tasks move by as many days
     */
    public void release(String productionId, String day, boolean alongToo, Account by) {
        LocalDate to = date(day);
        LocalDate from = release(productionId).orElse(null);
        store.sql()
                .update(PRODUCTION)
                .set(PRODUCTION.RELEASE_ON, TaskTable.text(to))
                .where(PRODUCTION.ID.eq(productionId))
                .execute();
        if (alongToo && from != null && to != null && !from.equals(to)) {
            long days = ChronoUnit.DAYS.between(from, to);
            change(
                    productionId,
                    by,
                    "moved the open tasks by " + days + " days",
                    now -> now.stream()
                            .filter(task -> !task.isDone() && task.due() != null)
                            .map(task -> task.movedBy(days))
                            .toList());
        }
    }

    private interface Change {
        List<Task> of(List<Task> now);
    }

    private void change(String productionId, Account by, String words, Change change) {
        store.change(sql -> change(sql, productionId, by, words, change));
    }

    private void change(DSLContext sql, String productionId, Account by, String words, Change change) {
        List<Task> now = TaskTable.of(sql, productionId);
        List<Task> after = change.of(now);
        Map<String, Task> all = new HashMap<>();
        now.forEach(task -> all.put(task.id(), task));
        List<Task> before = after.stream()
                .map(task -> all.put(task.id(), task))
                .filter(java.util.Objects::nonNull)
                .toList();
        if (Forecast.goesInACircle(List.copyOf(all.values()))) {
            throw PlanProblems.circle().asException();
        }
        TaskTable.write(sql, after);
        log.note(sql, productionId, by.id(), words, before, after);
    }

    /** What somebody could undo here, in words. */
    public Optional<String> undoable(String productionId, Account by) {
        return log.next(store.sql(), productionId, by.id(), false);
    }

    public Optional<String> redoable(String productionId, Account by) {
        return log.next(store.sql(), productionId, by.id(), true);
    }

    /** Takes back what somebody did last, and tells in words what that was. */
    public String undo(String productionId, Account by) {
        return store.changed(sql -> log.turn(sql, productionId, by.id(), false));
    }

    public String redo(String productionId, Account by) {
        return store.changed(sql -> log.turn(sql, productionId, by.id(), true));
    }
}
