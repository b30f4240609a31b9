package backbeat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.Problem;
import backbeat.studio.TestDatabase;
import backbeat.studio.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Steps that are done in pieces. */
class PiecesTest extends JobsFixture {
    private final List<String> done = new CopyOnWriteArrayList<>();

    /** The step "whole" has no pieces. */
    private class InPieces implements Steps {
        private final List<String> pieces;
        private final Consumer<Work> doing;

        InPieces(int pieces, Consumer<Work> doing) {
            this.pieces = IntStream.range(0, pieces).mapToObj(i -> "piece " + i).toList();
            this.doing = doing;
        }

        @Override
        public void run(String productionId, String step, Work work) {
            done.add("rest of " + step);
        }

        @Override
        public List<String> next(String productionId, String step) {
            return List.of();
        }

        @Override
        public List<String> units(String productionId, String step, Work work) {
            return step.equals("whole") ? List.of() : pieces;
        }

        @Override
        public void runUnit(String productionId, String step, String unit, Work work) {
            doing.accept(work);
            done.add(unit);
        }

        @Override
        public List<String> urgent(String productionId, String step) {
            return List.of(pieces.getFirst(), pieces.getLast());
        }
    }

    private Jobs open(Store store, Steps steps, int threads) {
        return Jobs.open(store, steps, Clock.systemUTC(), threads, new Work.Limits(Math.max(1, threads)));
    }

    private static void awaitState(Jobs jobs, Job job, Job.State state) {
        await(() -> jobs.byId(job.id()).orElseThrow().state() == state, Duration.ofSeconds(20));
    }

    @Test
    void allPiecesAreDoneOnceAndThenTheRest() {
        try (Jobs jobs = open(home.store, new InPieces(30, work -> {}), 2)) {
            Job job = jobs.ask(production.id(), "in pieces", null);
            awaitState(jobs, job, Job.State.DONE);
            assertThat(done).hasSize(31).doesNotHaveDuplicates().endsWith("rest of in pieces");
            assertThat(jobs.byId(job.id()).orElseThrow().starts()).isOne();
        }
    }

    @Test
    void theTimeThatIsLeftIsToldByThePaceOfThePieces() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        Consumer<Work> slowly =
                work -> LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
        try (Jobs jobs = open(home.store, new InPieces(20, slowly), 1);
                AutoCloseable listening = jobs.listen(job -> told.add(job.doing()))) {
            assertThat(listening).isNotNull();
            awaitState(jobs, jobs.ask(production.id(), "in pieces", null), Job.State.DONE);
        }
        assertThat(told)
                .anyMatch(words -> words.matches("[1-9] of 20 pieces, about [2-9] s left"))
                .contains("20 of 20 pieces");
    }

    @Test
    void whatIsWantedFirstNowComesFirst() {
        CountDownLatch go = new CountDownLatch(1);
        try (Jobs jobs = open(home.store, new InPieces(12, work -> await(go)), 1)) {
            Job job = jobs.ask(production.id(), "in pieces", null);
            awaitState(jobs, job, Job.State.RUNNING);
            awaitState(jobs, jobs.ask(production.id(), "whole", null), Job.State.DONE);
            go.countDown();
            awaitState(jobs, job, Job.State.DONE);
            // The first runs already, and some had been fetched with it.
            assertThat(done.indexOf("piece 11")).isBetween(1, 6);
        }
    }

    @Test
    void aPieceThatFailsFailsTheJobBeforeTheOthersAreBegun() {
        Problem problem = new Problem("test/no", "It does not work.", "", "", "Mend it.");
        AtomicInteger calls = new AtomicInteger();
        Consumer<Work> third = work -> {
            if (calls.incrementAndGet() == 3) {
                throw problem.asException();
            }
        };
        try (Jobs jobs = open(home.store, new InPieces(40, third), 1)) {
            Job job = jobs.ask(production.id(), "in pieces", null);
            awaitState(jobs, job, Job.State.FAILED);
            assertThat(jobs.byId(job.id()).orElseThrow().problem()).isEqualTo(problem);
            assertThat(calls).hasValue(3);
            assertThat(done).containsExactly("piece 0", "piece 1");
        }
    }

    @Test
    void aStoppedJobCutsItsPiecesShort() {
        CountDownLatch begun = new CountDownLatch(1);
        Consumer<Work> endless = work -> {
            begun.countDown();
            while (true) {
                work.progress(0.5, "on and on");
                Thread.onSpinWait();
            }
        };
        try (Jobs jobs = open(home.store, new InPieces(6, endless), 1)) {
            Job job = jobs.ask(production.id(), "in pieces", null);
            await(begun);
            jobs.stop(job);
            awaitState(jobs, job, Job.State.STOPPED);
            awaitState(jobs, jobs.ask(production.id(), "whole", null), Job.State.DONE);
            assertThat(done).containsExactly("rest of whole");
        }
    }

    @Test
    void theNextStartDoesOnlyThePiecesThatAreLeft() {
        CountDownLatch someDone = new CountDownLatch(4);
        Consumer<Work> slowly = work -> {
            someDone.countDown();
            if (someDone.getCount() == 0) {
                while (true) {
                    work.stopIfCancelled();
                    Thread.onSpinWait();
                }
            }
        };
        Job job;
        try (Jobs jobs = open(home.store, new InPieces(8, slowly), 1)) {
            job = jobs.ask(production.id(), "in pieces", null);
            await(someDone);
        }
        assertThat(done).hasSize(3);
        try (Jobs jobs = open(home.store, new InPieces(8, work -> {}), 1)) {
            awaitState(jobs, job, Job.State.DONE);
            assertThat(done).hasSize(9).doesNotHaveDuplicates();
        }
    }

    /** What follows the pieces would put its result into its place, and the next job of its kind would begin beside it. */
    @Test
    @EnabledIfSystemProperty(named = "backbeat.test.database", matches = "postgres")
    void stopReachesWhatFollowsThePiecesInAnotherProcessAndItsTurnIsFreeWhenThatLetsGo() {
        CountDownLatch joining = new CountDownLatch(1);
        CountDownLatch mayLetGo = new CountDownLatch(1);
        AtomicBoolean wasStopped = new AtomicBoolean();
        Steps steps = new InPieces(3, work -> {}) {
            @Override
            public void run(String productionId, String step, Work work) {
                if (joining.getCount() > 0) {
                    joining.countDown();
                    try {
                        untilStopped(work);
                    } catch (CancelledException stopped) {
                        wasStopped.set(true);
                        await(mayLetGo);
                        done.add("let go");
                        throw stopped;
                    }
                }
                super.run(productionId, step, work);
            }
        };
        try (Store elsewhere = Store.visit(TestDatabase.home(folder.resolve("home")));
                Jobs server = open(home.store, steps, 0);
                Jobs worker = open(elsewhere, steps, 2)) {
            assertThat(worker).isNotNull();
            Job job = server.ask(production.id(), "in pieces", null);
            await(joining);
            server.stop(server.byId(job.id()).orElseThrow());
            Job next = server.ask(production.id(), "in pieces", null);
            await(wasStopped::get);
            assertThat(server.byId(job.id()).orElseThrow().state()).isEqualTo(Job.State.RUNNING);
            assertThat(server.byId(next.id()).orElseThrow().state()).isEqualTo(Job.State.WAITING);
            mayLetGo.countDown();
            awaitState(server, next, Job.State.DONE);
            awaitState(server, job, Job.State.STOPPED);
            assertThat(done).endsWith("rest of in pieces").containsOnlyOnce("let go", "rest of in pieces");
            assertThat(done.indexOf("let go")).isEqualTo(3);
        }
    }

    private static void untilStopped(Work work) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            work.progress(0.5, "joining");
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** A process without its database beats no more, as a killed one. */
    @Test
    @EnabledIfSystemProperty(named = "backbeat.test.database", matches = "postgres")
    void aKilledWorkerCostsItsPieceAlone() {
        CountDownLatch begun = new CountDownLatch(1);
        Store dying = Store.visit(TestDatabase.home(folder.resolve("home")));
        Jobs killed = open(
                dying,
                new InPieces(12, work -> {
                    begun.countDown();
                    while (true) {
                        LockSupport.park();
                    }
                }),
                1);
        assertThat(killed).isNotNull();
        try (Store living = Store.visit(TestDatabase.home(folder.resolve("home")));
                Jobs server = open(home.store, new InPieces(12, work -> {}), 0)) {
            Job job = server.ask(production.id(), "in pieces", null);
            await(begun);
            dying.close();
            try (Jobs other = open(living, new InPieces(12, work -> {}), 1)) {
                assertThat(other).isNotNull();
                awaitState(server, job, Job.State.DONE);
                assertThat(done).hasSize(13).doesNotHaveDuplicates();
                assertThat(server.byId(job.id()).orElseThrow().starts()).isOne();
            }
        }
    }
}
