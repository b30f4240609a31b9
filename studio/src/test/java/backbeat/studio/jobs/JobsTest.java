package backbeat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import backbeat.engine.derive.Work;
import backbeat.engine.problem.Problem;
import backbeat.studio.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class JobsTest extends JobsFixture {
    private Jobs open(Steps steps) {
        return Jobs.open(home.store, steps, Clock.systemUTC(), 2, new Work.Limits(1));
    }

    private static void awaitJob(Jobs jobs, Job job, Predicate<Job> state) {
        await(() -> jobs.byId(job.id()).filter(state).isPresent());
    }

    @Test
    void aStepIsDoneAndTheNextFollows() {
        try (Jobs jobs = open(steps((step, work) -> work.progress(0.5, "half of " + step)))) {
            Job job = jobs.ask(production.id(), "first", null);
            awaitJob(jobs, job, now -> now.state() == Job.State.DONE);
            await(() -> jobs.in(List.of(production.id()), 10).stream()
                    .anyMatch(other -> other.step().equals("second") && other.state() == Job.State.DONE));
        }
    }

    @Test
    void aKnownProblemIsKeptWithItsRemedyAndTheStepCanBeAskedForAgain() {
        Problem problem = new Problem("test/no", "It does not work.", "here", "", "Mend it.");
        CountDownLatch mended = new CountDownLatch(1);
        try (Jobs jobs = open(steps((step, work) -> {
            if (mended.getCount() > 0) {
                throw problem.asException();
            }
        }))) {
            Job job = jobs.ask(production.id(), "only", null);
            awaitJob(jobs, job, now -> now.state() == Job.State.FAILED);
            Job failed = jobs.byId(job.id()).orElseThrow();
            assertThat(failed.problem()).isEqualTo(problem);
            mended.countDown();
            awaitJob(jobs, jobs.again(failed, null), now -> now.state() == Job.State.DONE);
        }
    }

    @Test
    void aFaultOfOursIsToldWithoutItsStackTrace() {
        try (Jobs jobs = open(steps((step, work) -> {
            throw new IllegalStateException("secret inside");
        }))) {
            Job job = jobs.ask(production.id(), "only", null);
            awaitJob(jobs, job, now -> now.state() == Job.State.FAILED);
            assertThat(String.valueOf(jobs.byId(job.id()).orElseThrow().problem()))
                    .doesNotContain("secret");
        }
    }

    @Test
    void memoryThatDidNotDoIsToldWithWhatHelps() {
        try (Jobs jobs = open(steps((step, work) -> {
            throw new OutOfMemoryError("Java heap space");
        }))) {
            Job job = jobs.ask(production.id(), "only", null);
            awaitJob(jobs, job, now -> now.state() == Job.State.FAILED);
            assertThat(jobs.byId(job.id()).orElseThrow().problem()).isNotNull().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("jobs/out-of-memory");
                assertThat(problem.remedy()).contains("BACKBEAT_MEMORY");
            });
        }
    }

    @Test
    void aRunningStepStopsWhenItIsToldTo() {
        CountDownLatch begun = new CountDownLatch(1);
        try (Jobs jobs = open(steps((step, work) -> runUntilStopped(begun, work)))) {
            Job job = jobs.ask(production.id(), "only", null);
            await(begun);
            jobs.stop(job);
            awaitJob(jobs, job, now -> now.state() == Job.State.STOPPED);
        }
    }

    @Test
    void itIsToldWhatSomebodyStoppedAndNotWhatTheEndOfTheProgramCutShort() {
        List<String> stopped = new CopyOnWriteArrayList<>();
        CountDownLatch begun = new CountDownLatch(2);
        Steps steps = new Steps() {
            @Override
            public void run(String productionId, String step, Work work) {
                runUntilStopped(begun, work);
            }

            @Override
            public List<String> next(String productionId, String step) {
                return List.of();
            }

            @Override
            public void stopped(String productionId, String step) {
                stopped.add(step);
            }
        };
        try (Jobs jobs = open(steps)) {
            Job first = jobs.ask(production.id(), "first", null);
            jobs.ask(production.id(), "second", null);
            await(begun);
            jobs.stop(jobs.ask(production.id(), "third", null));
            jobs.stop(first);
            awaitJob(jobs, first, now -> now.state() == Job.State.STOPPED);
            await(() -> stopped.size() == 2);
        }
        assertThat(stopped).containsExactly("third", "first");
    }

    /** Two threads: were a waiting job to hold one, nothing else would run. */
    @Test
    void whatSharesATurnIsDoneOneAfterTheOtherAndWaitsWithoutHoldingAThread() {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Steps steps = new Steps() {
            @Override
            public void run(String productionId, String step, Work work) {
                if (step.startsWith("proxies")) {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    await(go);
                    atOnce.decrementAndGet();
                }
            }

            @Override
            public List<String> next(String productionId, String step) {
                return List.of();
            }

            @Override
            public String turn(String productionId, String step) {
                return step.substring(0, 3);
            }
        };
        try (Jobs jobs = open(steps)) {
            List<Job> proxies = List.of(
                    jobs.ask(production.id(), "proxies 1", null),
                    jobs.ask(production.id(), "proxies 2", null),
                    jobs.ask(production.id(), "proxies 3", null));
            awaitJob(jobs, jobs.ask(production.id(), "cut", null), now -> now.state() == Job.State.DONE);
            go.countDown();
            proxies.forEach(job -> awaitJob(jobs, job, now -> now.state() == Job.State.DONE));
            await(() -> home.store.sql().fetch("select * from job_turn").isEmpty());
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void aStepOfAProductionIsNotDoneTwiceAtOnce() {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        try (Jobs jobs = open(steps((step, work) -> {
            begun.incrementAndGet();
            await(go);
        }))) {
            Job first = jobs.ask(production.id(), "only", null);
            awaitJob(jobs, first, now -> now.state() == Job.State.RUNNING);
            Job second = jobs.ask(production.id(), "only", null);
            assertThat(second.id()).isNotEqualTo(first.id());
            jobs.ask(production.id(), "other", null);
            await(() -> begun.get() == 2);
            assertThat(jobs.byId(second.id()).orElseThrow().state()).isEqualTo(Job.State.WAITING);
            go.countDown();
            awaitJob(jobs, second, now -> now.state() == Job.State.DONE);
        }
    }

    private static void runUntilStopped(CountDownLatch begun, Work work) {
        begun.countDown();
        while (true) {
            work.stopIfCancelled();
            Thread.onSpinWait();
        }
    }

    @Test
    void aStepThatWaitsIsNotAskedForTwice() {
        CountDownLatch go = new CountDownLatch(1);
        try (Jobs jobs = open(steps((step, work) -> await(go)))) {
            jobs.ask(production.id(), "a", null);
            jobs.ask(production.id(), "b", null);
            Job waiting = jobs.ask(production.id(), "c", null);
            assertThat(jobs.ask(production.id(), "c", null).id()).isEqualTo(waiting.id());
            jobs.stop(waiting);
            assertThat(jobs.byId(waiting.id()).orElseThrow().state()).isEqualTo(Job.State.STOPPED);
            go.countDown();
        }
    }

    /** What a killed process leaves is what its files hold at that moment. */
    @Test
    void aJobOfAKilledProcessIsBegunAgainByTheNext() throws IOException {
        assumeFalse(TestDatabase.isPostgres(), "its own test looks at a killed worker");
        CountDownLatch begun = new CountDownLatch(1);
        Path killed = folder.resolve("killed");
        String id;
        try (Jobs jobs = open(steps((step, work) -> runUntilStopped(begun, work)))) {
            Job job = jobs.ask(production.id(), "only", null);
            id = job.id();
            await(begun);
            awaitJob(jobs, job, now -> now.state() == Job.State.RUNNING);
            Files.createDirectories(killed);
            home.store
                    .sql()
                    .execute("vacuum into ?", killed.resolve("studio.db").toString());
        }
        long start = System.nanoTime();
        try (backbeat.studio.store.Store next =
                        backbeat.studio.store.Store.open(new backbeat.studio.store.Home(killed));
                Jobs jobs = Jobs.open(next, steps((step, work) -> {}), Clock.systemUTC(), 1, new Work.Limits(1))) {
            await(() ->
                    jobs.byId(id).filter(job -> job.state() == Job.State.DONE).isPresent());
            assertThat(jobs.byId(id).orElseThrow().starts()).isEqualTo(2);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }

    @Test
    void aJobThatRanWhenTheProgramEndedGoesOnWithTheNextStart() {
        CountDownLatch begun = new CountDownLatch(1);
        Job job;
        try (Jobs jobs = open(steps((step, work) -> runUntilStopped(begun, work)))) {
            job = jobs.ask(production.id(), "only", null);
            await(begun);
        }
        try (Jobs jobs = open(steps((step, work) -> {}))) {
            awaitJob(jobs, job, now -> now.state() == Job.State.DONE);
        }
    }
}
