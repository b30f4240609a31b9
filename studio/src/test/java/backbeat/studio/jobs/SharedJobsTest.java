package backbeat.studio.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.Work;
import backbeat.studio.TestDatabase;
import backbeat.studio.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A server and workers on one database. */
@EnabledIfSystemProperty(named = "backbeat.test.database", matches = "postgres")
class SharedJobsTest extends JobsFixture {
    private Store visit() {
        return Store.visit(TestDatabase.home(folder.resolve("home")));
    }

    private static Jobs open(Store store, int atOnce, Doing doing) {
        return Jobs.open(store, steps(doing), Clock.systemUTC(), atOnce, new Work.Limits(1));
    }

    @Test
    void workersShareTheJobsOfAServerThatDoesNoneAndEachIsDoneOnce() throws Exception {
        Set<String> done = ConcurrentHashMap.newKeySet();
        AtomicInteger times = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        Doing doing = (step, work) -> {
            done.add(step);
            times.incrementAndGet();
        };
        try (Store one = visit();
                Store other = visit();
                Jobs server = open(home.store, 0, doing);
                Jobs first = open(one, 2, doing);
                Jobs second = open(other, 2, doing)) {
            assertThat(first).isNotSameAs(second);
            server.listen(job -> told.incrementAndGet());
            IntStream.range(0, 12).forEach(i -> server.ask(production.id(), "s" + i, null));
            await(
                    () -> server.in(List.of(production.id()), 50).stream()
                            .allMatch(job -> job.state() == Job.State.DONE),
                    Duration.ofSeconds(20));
            assertThat(done).hasSize(12);
            assertThat(times).hasValue(12);
        }
    }

    @Test
    void whatSharesATurnIsDoneByOneProcessAtATime() throws Exception {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger times = new AtomicInteger();
        Doing doing = (step, work) -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
            times.incrementAndGet();
            atOnce.decrementAndGet();
        };
        try (Store one = visit();
                Store other = visit();
                Jobs server = open(home.store, 0, doing);
                Jobs first = open(one, 2, doing);
                Jobs second = open(other, 2, doing)) {
            assertThat(first).isNotSameAs(second);
            for (int i = 0; i < 5; i++) {
                int asked = i;
                server.ask(production.id(), "same", null);
                // The next one is not taken together with it once it has begun.
                await(() -> atOnce.get() > 0 || times.get() > asked, Duration.ofSeconds(10));
            }
            await(
                    () -> server.in(List.of(production.id()), 50).stream()
                            .allMatch(job -> job.state() == Job.State.DONE),
                    Duration.ofSeconds(20));
            assertThat(most).hasValue(1);
            assertThat(times.get()).isGreaterThan(1);
        }
    }

    /** A process without its database beats no more, as a killed one. */
    @Test
    void whatAKilledWorkerDidIsBegunAgainByAnotherWithinFifteenSeconds() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Store dying = visit();
        Jobs killed = open(dying, 1, (step, work) -> {
            begun.countDown();
            while (true) {
                LockSupport.park();
            }
        });
        assertThat(killed).isNotNull();
        try (Store living = visit();
                Jobs server = open(home.store, 0, (step, work) -> {})) {
            Job job = server.ask(production.id(), "only", null);
            await(begun);
            dying.close();
            try (Jobs other = open(living, 1, (step, work) -> {})) {
                assertThat(other).isNotNull();
                await(
                        () -> server.byId(job.id())
                                .filter(now -> now.state() == Job.State.DONE)
                                .isPresent(),
                        Duration.ofSeconds(25));
                assertThat(server.byId(job.id()).orElseThrow().starts()).isEqualTo(2);
            }
        }
    }

    @Test
    void aJobThatRunsElsewhereIsStoppedFromHere() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (Store elsewhere = visit();
                Jobs server = open(home.store, 0, (step, work) -> {});
                Jobs worker = open(elsewhere, 1, (step, work) -> {
                    while (true) {
                        begun.countDown();
                        work.progress(0.5, "on and on");
                        work.stopIfCancelled();
                        Thread.onSpinWait();
                    }
                })) {
            assertThat(worker).isNotNull();
            Job job = server.ask(production.id(), "endless", null);
            await(begun);
            await(
                    () -> {
                        server.stop(server.byId(job.id()).orElseThrow());
                        return server.byId(job.id()).orElseThrow().state() == Job.State.STOPPED;
                    },
                    Duration.ofSeconds(15));
        }
    }
}
