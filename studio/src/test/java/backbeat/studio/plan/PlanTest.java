package backbeat.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.studio.OpenHome;
import backbeat.studio.TestClock;
import backbeat.studio.Told;
import backbeat.studio.people.Account;
import backbeat.studio.people.Role;
import backbeat.studio.production.Kind;
import backbeat.studio.production.Production;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {
    @TempDir
    private Path folder;

    private OpenHome home;
    private Plan plan;
    private Production production;

    @BeforeEach
    void openHome() {
        TestClock clock = new TestClock();
        home = new OpenHome(folder.resolve("home"), clock);
        plan = new Plan(home.store, clock);
        production = home.production();
    }

    @AfterEach
    void closeHome() {
        home.close();
    }

    private static Plan.Said said(String title, String due, String... needs) {
        return new Plan.Said(title, Stage.CUT, "", due, 2, List.of(needs));
    }

    private Task task(String title) {
        return plan.of(production.id()).stream()
                .filter(task -> task.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aReleaseThatIsNearSqueezesThePlanInsteadOfBeginningLate(Kind kind) {
        Production made = home.productions.make("Soon", "Band", kind, home.owner);
        plan.begin(made, plan.today().plusDays(20).toString());
        assertThat(plan.of(made.id()))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.due())
                        .isBetween(plan.today(), plan.today().plusDays(20)));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindBeginsWithAPlanThatIsInTime(Kind kind) {
        Production made = home.productions.make("New", "Band", kind, home.owner);
        LocalDate release = plan.today().plusDays(90);
        plan.begin(made, release.toString());
        assertThat(plan.of(made.id())).hasSizeGreaterThan(9).allSatisfy(task -> {
            assertThat(task.title()).isNotBlank();
            assertThat(task.due()).isBefore(release);
        });
        assertThat(plan.forecast(made.id()).releaseSlip()).isZero();
        assertThat(plan.of(made.id()))
                .allSatisfy(
                        task -> assertThat(plan.forecast(made.id()).slip(task)).isZero());
    }

    @Test
    void withoutAReleaseDateTasksHaveNoDates() {
        plan.begin(production, "");
        assertThat(plan.of(production.id()))
                .isNotEmpty()
                .allSatisfy(task -> assertThat(task.due()).isNull());
    }

    @Test
    void whatSomebodyDidIsUndoneStepByStepAndSaidAgain() {
        plan.add(production.id(), said("Cut", "2026-02-01"), home.owner);
        plan.change(task("Cut"), said("Fine cut", "2026-02-03"), home.owner);
        plan.tick(task("Fine cut"), true, home.owner);
        assertThat(plan.undoable(production.id(), home.owner)).hasValue("did \"Fine cut\"");
        plan.undo(production.id(), home.owner);
        assertThat(task("Fine cut").isDone()).isFalse();
        plan.undo(production.id(), home.owner);
        assertThat(task("Cut").due()).isEqualTo("2026-02-01");
        plan.undo(production.id(), home.owner);
        assertThat(plan.of(production.id())).isEmpty();
        assertThatThrownBy(() -> plan.undo(production.id(), home.owner)).satisfies(Told.problem("plan/nothing"));
        for (int i = 0; i < 3; i++) {
            plan.redo(production.id(), home.owner);
        }
        assertThat(task("Fine cut").isDone()).isTrue();
    }

    @Test
    void aRemovedTaskComesBackWithWhatNeededIt() {
        plan.add(production.id(), said("First", ""), home.owner);
        plan.add(production.id(), said("Second", "", task("First").id()), home.owner);
        plan.remove(task("First"), home.owner);
        assertThat(task("Second").needs()).isEmpty();
        plan.undo(production.id(), home.owner);
        assertThat(task("Second").needs()).containsExactly(task("First").id());
    }

    @Test
    void othersChangesAreNotWrittenOver() {
        String secret = home.crew.invite(production.id(), Role.PRODUCER, home.owner);
        Account other = home.crew.accept(secret, "p@example.org", "Paul", "long enough 2");
        plan.add(production.id(), said("Cut", ""), home.owner);
        plan.change(task("Cut"), said("Rough cut", ""), home.owner);
        plan.tick(task("Rough cut"), true, other);
        assertThatThrownBy(() -> plan.undo(production.id(), home.owner)).satisfies(Told.problem("plan/changed"));
        plan.undo(production.id(), other);
        plan.undo(production.id(), home.owner);
        assertThat(task("Cut").isDone()).isFalse();
    }

    @Test
    void aMovedReleaseTakesOpenTasksAlong() {
        plan.begin(production, "2026-04-01");
        Task done = plan.of(production.id()).getFirst();
        plan.tick(done, true, home.owner);
        Task open = plan.of(production.id()).getLast();
        plan.release(production.id(), "2026-04-08", true, home.owner);
        assertThat(plan.release(production.id())).hasValue(LocalDate.parse("2026-04-08"));
        assertThat(task(open.title()).due())
                .isEqualTo(java.util.Objects.requireNonNull(open.due()).plusDays(7));
        assertThat(task(done.title()).due()).isEqualTo(done.due());
    }

    @Test
    void nonsenseIsRefusedAndNothingChanges() {
        plan.add(production.id(), said("A", ""), home.owner);
        plan.add(production.id(), said("B", "", task("A").id()), home.owner);
        assertThatThrownBy(() -> plan.change(task("A"), said("A", "", task("B").id()), home.owner))
                .satisfies(Told.problem("plan/circle"));
        assertThatThrownBy(() -> plan.add(production.id(), said(" ", ""), home.owner))
                .satisfies(Told.problem("plan/title"));
        assertThatThrownBy(() -> plan.add(production.id(), said("C", "tomorrow"), home.owner))
                .satisfies(Told.problem("plan/date"));
        assertThat(plan.of(production.id())).hasSize(2);
    }

    @Test
    void aTaskOfAnotherProductionIsNotNeeded() {
        plan.add(production.id(), said("A", ""), home.owner);
        Production other = home.production();
        plan.add(other.id(), said("B", "", task("A").id()), home.owner);
        assertThat(plan.of(other.id()).getFirst().needs()).isEmpty();
    }
}
