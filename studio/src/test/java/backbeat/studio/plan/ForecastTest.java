package backbeat.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    private static Task task(String id, @Nullable Integer dueIn, int days, String... needs) {
        LocalDate due = dueIn == null ? null : TODAY.plusDays(dueIn);
        return new Task(id, "p", Stage.CUT, id, "somebody", due, days, null, 0, List.of(needs));
    }

    private static Forecast forecast(int releaseIn, Task... tasks) {
        return Forecast.of(List.of(tasks), TODAY.plusDays(releaseIn), TODAY);
    }

    @Test
    void aPlanThatIsInTimeStaysAsItIs() {
        Task shoot = task("shoot", 5, 2);
        Task copy = task("copy", 5, 1, "shoot");
        Task cut = task("cut", 9, 3, "copy");
        Forecast forecast = forecast(12, shoot, copy, cut);
        assertThat(List.of(shoot, copy, cut))
                .allSatisfy(task -> assertThat(forecast.slip(task)).isZero());
        assertThat(forecast.releaseSlip()).isZero();
        assertThat(forecast.holdUps()).isEmpty();
    }

    @Test
    void lateWorkHoldsUpWhatNeedsItAndARoomyPlanSwallowsIt() {
        Task late = task("late", -3, 2);
        Task tight = task("tight", -1, 2, "late");
        Task roomy = task("roomy", 20, 2, "tight");
        Forecast forecast = forecast(30, late, tight, roomy);
        assertThat(forecast.end(late)).isEqualTo(TODAY);
        assertThat(forecast.end(tight)).isEqualTo(TODAY.plusDays(2));
        assertThat(forecast.slip(tight)).isEqualTo(3);
        assertThat(forecast.slip(roomy)).isZero();
        assertThat(forecast.releaseSlip()).isZero();
        assertThat(forecast.holdUps().getFirst().heldUp()).containsExactly(tight);
    }

    @Test
    void whatIsLeftOfItReachesTheRelease() {
        Task late = task("late", -3, 2);
        Task next = task("next", 1, 4, "late");
        Task last = task("last", 2, 3, "next");
        Forecast forecast = forecast(3, late, next, last);
        assertThat(forecast.end(last)).isEqualTo(TODAY.plusDays(5));
        assertThat(forecast.releaseSlip()).isEqualTo(2);
        assertThat(forecast.holdUps()).singleElement().satisfies(hold -> {
            assertThat(hold.daysLate()).isEqualTo(3);
            assertThat(hold.heldUp()).containsExactly(next, last);
            assertThat(hold.releaseDays()).isEqualTo(2);
        });
    }

    @Test
    void whatIsDoneHoldsUpNothing() {
        Task done = task("done", -3, 2).doneOn(TODAY.minusDays(1));
        Task next = task("next", 0, 1, "done");
        assertThat(forecast(1, done, next).slip(next)).isZero();
    }

    @Test
    void tasksWithoutDatesTakeTheirDays() {
        Task first = task("first", null, 3);
        Task second = task("second", null, 2, "first");
        Forecast forecast = forecast(3, first, second);
        assertThat(forecast.end(first)).isEqualTo(TODAY.plusDays(2));
        assertThat(forecast.end(second)).isEqualTo(TODAY.plusDays(4));
        assertThat(forecast.releaseSlip()).isEqualTo(1);
    }

    @Test
    void circlesAreSeen() {
        assertThat(Forecast.goesInACircle(List.of(task("a", 1, 1, "b"), task("b", 1, 1, "a"), task("c", 1, 1))))
                .isTrue();
        assertThat(Forecast.goesInACircle(List.of(task("a", 1, 1, "b"), task("b", 1, 1))))
                .isFalse();
    }

    @Test
    void loadCountsByTheWeekAndLateWorkCountsNow() {
        Task late = task("late", -20, 3);
        Task thisWeek = task("this", 1, 3);
        Task nextWeek = task("next", 8, 2);
        Task far = task("far", 80, 9);
        assertThat(Load.of(List.of(late, thisWeek, nextWeek, far), TODAY, 3))
                .singleElement()
                .satisfies(load -> {
                    assertThat(load.days()).containsExactly(6, 2, 0);
                    assertThat(load.isTooMuch()).isTrue();
                });
    }
}
