package backbeat.studio.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that must be done.
 *
 * @param ownerId account of who does it
 * @param days of work
 * @param done the day it was done
 * @param place order in the list
 * @param needs keys of tasks that must be done before
 */
public record Task(
        String id,
        String productionId,
        Stage stage,
        String title,
        @Nullable String ownerId,
        @Nullable LocalDate due,
        int days,
        @Nullable LocalDate done,
        int place,
        List<String> needs) {

    public Task {
        needs = List.copyOf(needs);
    }

    public boolean isDone() {
        return done != null;
    }

    public boolean isLate(LocalDate today) {
        return done == null && due != null && due.isBefore(today);
    }

    Task doneOn(@Nullable LocalDate day) {
        return new Task(id, productionId, stage, title, ownerId, due, days, day, place, needs);
    }

    Task movedBy(long daysLater) {
        return new Task(
                id,
                productionId,
                stage,
                title,
                ownerId,
                due == null ? null : due.plusDays(daysLater),
                days,
                done,
                place,
                needs);
    }

    Task needing(List<String> others) {
        return new Task(id, productionId, stage, title, ownerId, due, days, done, place, others);
    }
}
