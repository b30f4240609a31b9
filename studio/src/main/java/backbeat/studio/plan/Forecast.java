package backbeat.studio.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When things will be done if nothing more goes wrong. An open task ends on its due date, but not before today, and not before what it needs has ended and as much
 * of its own work is done as the plan left room for. So a buffer in the plan swallows lateness, and what is left of it reaches the release.
 */
public final class Forecast {
    /** A late task, and those that come later because of it. */
    public record HoldUp(Task late, long daysLate, List<Task> heldUp, long releaseDays) {}

    private final Map<String, Task> tasks = new HashMap<>();
    private final Map<String, LocalDate> ends = new HashMap<>();
    private final Map<String, List<Task>> followers = new HashMap<>();
    private final @Nullable LocalDate release;
    private final LocalDate today;

    private Forecast(List<Task> all, @Nullable LocalDate release, LocalDate today) {
        this.release = release;
        this.today = today;
        for (Task task : all) {
            tasks.put(task.id(), task);
            task.needs()
                    .forEach(need -> followers
                            .computeIfAbsent(need, fresh -> new ArrayList<>())
                            .add(task));
        }
        all.forEach(this::end);
    }

    /** @param release null when no date is set */
    public static Forecast of(List<Task> tasks, @Nullable LocalDate release, LocalDate today) {
        return new Forecast(tasks, release, today);
    }

    /** The day a task ends by all that is known. */
    public LocalDate end(Task task) {
        LocalDate known = ends.get(task.id());
        if (known != null) {
            return known;
        }
        LocalDate end = computed(task);
        ends.put(task.id(), end);
        return end;
    }

    private LocalDate computed(Task task) {
        if (task.done() != null) {
            return task.done();
        }
        LocalDate due = task.due();
        LocalDate end = due == null ? today.plusDays(task.days() - 1L) : due;
        end = later(end, today);
        for (String need : task.needs()) {
            Task before = tasks.get(need);
            if (before != null && !before.isDone()) {
                end = later(end, end(before).plusDays(workAfter(before, task)));
            }
        }
        return end;
    }

    /** How long a task takes once what it needs is there: its work, or less where the plan itself lets them overlap. */
    private static long workAfter(Task before, Task task) {
        return task.due() == null || before.due() == null
                ? task.days()
                : Math.clamp(ChronoUnit.DAYS.between(before.due(), task.due()), 0, task.days());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** How many days after its due date a task ends; zero for one in time or without a date. */
    public long slip(Task task) {
        return task.due() == null || task.isDone() ? 0 : Math.max(0, ChronoUnit.DAYS.between(task.due(), end(task)));
    }

    /** How many days the release comes later than planned. */
    public long releaseSlip() {
        return tasks.values().stream().mapToLong(this::releaseSlip).max().orElse(0);
    }

    private long releaseSlip(Task task) {
        boolean before = task.due() == null || release == null || !task.due().isAfter(release);
        return release == null || task.isDone() || !before
                ? 0
                : Math.max(0, ChronoUnit.DAYS.between(release, end(task)));
    }

    /** What is late, and what each of these holds up; the worst first. */
    public List<HoldUp> holdUps() {
        return tasks.values().stream()
                .filter(task -> task.isLate(today))
                .map(this::holdUp)
                .sorted(Comparator.comparingLong(HoldUp::releaseDays)
                        .thenComparingLong(HoldUp::daysLate)
                        .reversed()
                        .thenComparing(hold -> hold.late().title()))
                .toList();
    }

    private HoldUp holdUp(Task late) {
        Set<Task> after = new LinkedHashSet<>();
        Deque<Task> next = new ArrayDeque<>(List.of(late));
        while (!next.isEmpty()) {
            for (Task follower : followers.getOrDefault(next.remove().id(), List.of())) {
                if (slip(follower) > 0 && after.add(follower)) {
                    next.add(follower);
                }
            }
        }
        long release = Math.max(
                releaseSlip(late),
                after.stream().mapToLong(this::releaseSlip).max().orElse(0));
        return new HoldUp(late, ChronoUnit.DAYS.between(late.due(), today), List.copyOf(after), release);
    }

    /** Whether some tasks need each other in a circle. */
    static boolean goesInACircle(List<Task> tasks) {
        Map<String, List<String>> needs = new HashMap<>();
        tasks.forEach(task -> needs.put(task.id(), task.needs()));
        return goesInACircle(needs);
    }

    /** @param needs by the keys of tasks */
    static boolean goesInACircle(Map<String, List<String>> needs) {
        Map<String, List<String>> open = new HashMap<>(needs);
        boolean removed = true;
        while (removed) {
            removed = open.values().removeIf(before -> before.stream().noneMatch(open::containsKey));
        }
        return !open.isEmpty();
    }
}
