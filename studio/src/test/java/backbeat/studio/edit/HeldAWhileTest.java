package backbeat.studio.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HeldAWhileTest {
    private final AtomicInteger brought = new AtomicInteger();

    @Test
    void whatIsAskedForAgainIsBroughtOnce() {
        HeldAWhile<String, Integer> held = new HeldAWhile<>(Duration.ofMinutes(1));
        assertThat(held.of("a", Work.quiet(), brought::incrementAndGet)).isEqualTo(1);
        assertThat(held.of("a", Work.quiet(), brought::incrementAndGet)).isEqualTo(1);
        assertThat(held.of("b", Work.quiet(), brought::incrementAndGet)).isEqualTo(2);
        assertThat(held.of("a", Work.quiet(), brought::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void whatNobodyAskedForIsLetGo() throws InterruptedException {
        HeldAWhile<String, Integer> held = new HeldAWhile<>(Duration.ofMillis(20));
        assertThat(held.of("a", Work.quiet(), brought::incrementAndGet)).isEqualTo(1);
        Thread.sleep(500);
        assertThat(held.of("a", Work.quiet(), brought::incrementAndGet)).isEqualTo(2);
    }

    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    private final HeldAWhile<String, Integer> held = new HeldAWhile<>(Duration.ofMinutes(1));
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    /** Brings "slow" until it may go. */
    private CompletableFuture<Integer> slow(Work work, RuntimeException... failure) {
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(
                () -> held.of("slow", work, () -> {
                    begun.countDown();
                    await(go);
                    for (RuntimeException one : failure) {
                        throw one;
                    }
                    return brought.incrementAndGet();
                }),
                THREADS);
        await(begun);
        return first;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Integer> waiting(Work work) throws InterruptedException {
        CompletableFuture<Integer> other =
                CompletableFuture.supplyAsync(() -> held.of("slow", work, brought::incrementAndGet), THREADS);
        Thread.sleep(200);
        assertThat(other).isNotDone();
        return other;
    }

    @Test
    void whoAsksForSomethingElseDoesNotWait() throws Exception {
        CompletableFuture<Integer> first = slow(Work.quiet());
        assertThat(CompletableFuture.supplyAsync(() -> held.of("quick", Work.quiet(), () -> 7), THREADS)
                        .get(5, TimeUnit.SECONDS))
                .isEqualTo(7);
        go.countDown();
        assertThat(first.get(5, TimeUnit.SECONDS)).isOne();
    }

    @Test
    void whoWaitsCanBeStopped() throws Exception {
        CompletableFuture<Integer> first = slow(Work.quiet());
        Work work = Work.quiet();
        CompletableFuture<Integer> other = waiting(work);
        work.cancel();
        assertThatThrownBy(() -> other.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(CancelledException.class);
        go.countDown();
        assertThat(first.get(5, TimeUnit.SECONDS)).isOne();
    }

    @Test
    void whatCannotBeBroughtIsToldToAllWhoWaitAndTriedAgainForTheNext() throws Exception {
        CompletableFuture<Integer> first =
                slow(Work.quiet(), new Problem("test/no", "It does not work.", "", "", "Mend it.").asException());
        CompletableFuture<Integer> other = waiting(Work.quiet());
        go.countDown();
        assertThatThrownBy(() -> first.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> other.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(ProblemException.class);
        assertThat(brought).hasValue(0);
        assertThat(held.of("slow", Work.quiet(), brought::incrementAndGet)).isOne();
    }

    @Test
    void whenTheOneThatBringsIsStoppedAnotherBringsIt() throws Exception {
        CompletableFuture<Integer> first = slow(Work.quiet(), new CancelledException());
        CompletableFuture<Integer> other = waiting(Work.quiet());
        go.countDown();
        assertThatThrownBy(() -> first.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(CancelledException.class);
        assertThat(other.get(5, TimeUnit.SECONDS)).isOne();
    }
}
