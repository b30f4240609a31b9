package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.people.Crew;
import backbeat.studio.plan.Forecast;
import backbeat.studio.plan.Load;
import backbeat.studio.plan.Stage;
import backbeat.studio.plan.Task;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The plan of one production as pages show it.
 *
 * @param rows open tasks first, by date
 * @param release null when none is set
 * @param releaseSlip days by which it will be missed
 * @param load of each person in the weeks to come
 */
public record PlanView(
        List<TaskRow> rows,
        @Nullable LocalDate release,
        LocalDate today,
        long releaseSlip,
        List<Forecast.HoldUp> holdUps,
        List<PersonLoad> load) {
    private static final int WEEKS = 4;

    /** How much lies on a person, in words that need no chart. */
    public record PersonLoad(Account person, Load load) {}

    static PlanView of(Studio studio, String productionId) {
        List<Task> tasks = studio.plan().of(productionId);
        LocalDate release = studio.plan().release(productionId).orElse(null);
        LocalDate today = studio.plan().today();
        Forecast forecast = Forecast.of(tasks, release, today);
        Map<String, String> saidIn = studio.comments().byTask(productionId);
        Map<String, Account> people = studio.crew().of(productionId).stream()
                .map(Crew.Member::account)
                .collect(Collectors.toMap(Account::id, Function.identity(), (one, same) -> one));
        return new PlanView(
                tasks.stream()
                        .map(task -> TaskRow.of(
                                task, people.get(task.ownerId()), saidIn.getOrDefault(task.id(), ""), forecast, today))
                        .sorted(Comparator.comparing(TaskRow::order))
                        .toList(),
                release,
                today,
                forecast.releaseSlip(),
                forecast.holdUps(),
                Load.of(tasks, today, WEEKS).stream()
                        .flatMap(
                                load -> Optional.ofNullable(people.get(load.accountId()))
                                        .map(person -> new PersonLoad(person, load))
                                        .stream())
                        .toList());
    }

    public List<TaskRow> open() {
        return rows.stream().filter(row -> !row.task().isDone()).toList();
    }

    public List<TaskRow> done() {
        return rows.stream().filter(row -> row.task().isDone()).toList();
    }

    public List<TaskRow> of(Account person) {
        return open().stream().filter(row -> person.equals(row.owner())).toList();
    }

    public long late() {
        return rows.stream().filter(TaskRow::late).count();
    }

    /** Days to the release, below zero after it. */
    public long daysLeft() {
        return release == null ? 0 : ChronoUnit.DAYS.between(today, release);
    }

    public String releaseWords() {
        return release == null ? "" : TaskRow.day(release);
    }

    /** What of a stage is done, in hundredths; below zero when it has no tasks. */
    int percent(Stage stage) {
        List<Task> of = rows.stream()
                .map(TaskRow::task)
                .filter(task -> task.stage() == stage)
                .toList();
        return of.isEmpty() ? -1 : (int) (100 * of.stream().filter(Task::isDone).count() / of.size());
    }

    /** The next thing of a stage. */
    @Nullable
    TaskRow next(Stage stage) {
        return open().stream()
                .filter(row -> row.task().stage() == stage)
                .findFirst()
                .orElse(null);
    }
}
