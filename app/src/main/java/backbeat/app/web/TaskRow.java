package backbeat.app.web;

import backbeat.studio.people.Account;
import backbeat.studio.plan.Forecast;
import backbeat.studio.plan.Task;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A task as lists show it.
 *
 * @param when its date in words
 * @param saidIn key of the comment that it was made of; empty for none
 * @param expected when it will end, where that is later than its date
 */
public record TaskRow(
        Task task, @Nullable Account owner, String saidIn, String when, String expected, boolean late, boolean soon) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    static TaskRow of(Task task, @Nullable Account owner, String saidIn, Forecast forecast, LocalDate today) {
        long slip = forecast.slip(task);
        LocalDate due = task.due();
        boolean late = task.isLate(today);
        return new TaskRow(
                task,
                owner,
                saidIn,
                task.done() != null ? "done " + day(task.done()) : due == null ? "no date" : when(due, today),
                slip > 0 && !late ? "expected " + day(forecast.end(task)) : "",
                late,
                !late && !task.isDone() && due != null && due.isBefore(today.plusDays(2)));
    }

    static String when(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        if (days < 0) {
            return days(-days) + " late";
        }
        return days == 0 ? "today" : days == 1 ? "tomorrow" : day(due);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }

    /** Open work with a date first, by its date; then without; then what is done. */
    String order() {
        LocalDate due = task.due();
        return (task.isDone() ? "2" : due == null ? "1" : "0" + due)
                + String.format(Locale.ROOT, " %05d", task.place());
    }
}
