package backbeat.studio.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much lies on a person in the weeks to come, so that it is seen before it hurts. Work counts in the week in which it is due; what is late counts in this one.
 *
 * @param days of work in each week, this one first
 */
public record Load(String accountId, List<Integer> days) {
    /** More than this in a week is too much. */
    public static final int FULL_WEEK = 5;

    public Load {
        days = List.copyOf(days);
    }

    public boolean isTooMuch() {
        return days.stream().anyMatch(week -> week > FULL_WEEK);
    }

    /** The most loaded first. */
    public static List<Load> of(List<Task> tasks, LocalDate today, int weeks) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Map<String, int[]> all = new LinkedHashMap<>();
        for (Task task : tasks) {
            LocalDate due = task.due();
            if (task.isDone() || task.ownerId() == null || due == null) {
                continue;
            }
            long week = due.isBefore(monday) ? 0 : java.time.temporal.ChronoUnit.DAYS.between(monday, due) / 7;
            if (week < weeks) {
                all.computeIfAbsent(task.ownerId(), fresh -> new int[weeks])[(int) week] += task.days();
            }
        }
        List<Load> loads = new ArrayList<>();
        all.forEach((person, days) ->
                loads.add(new Load(person, java.util.Arrays.stream(days).boxed().toList())));
        loads.sort(Comparator.comparingInt((Load load) ->
                        load.days().stream().mapToInt(Integer::intValue).max().orElse(0))
                .reversed());
        return loads;
    }
}
