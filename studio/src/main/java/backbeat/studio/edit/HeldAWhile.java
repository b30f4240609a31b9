package backbeat.studio.edit;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.ProblemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What takes a while to bring and is asked for again soon, by one piece of work after the other. It is let go when nobody asked for some time. Safe to use from
 * several threads: who asks while another brings it waits for that, and hears when it cannot be brought; who asks for something else does not wait.
 */
final class HeldAWhile<K, V> {
    private static final long LOOKS_EVERY_MILLIS = 50;

    private static final class Held<V> {
        private final CompletableFuture<V> value = new CompletableFuture<>();
        private long askedAt = System.nanoTime();
    }

    private final long holdsNanos;
    private final Executor later;
    private final Map<K, Held<V>> held = new HashMap<>();
    private boolean letsGoLater;

    HeldAWhile(Duration holds) {
        this.holdsNanos = holds.toNanos();
        this.later = CompletableFuture.delayedExecutor(holds.toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    /**
     * @throws ProblemException why it cannot be brought; asked again, it is tried again
     * @throws CancelledException when the work is cancelled that waits or brings
     */
    V of(K key, Work work, Supplier<V> bring) {
        while (true) {
            Held<V> mine = new Held<>();
            Held<V> known = asked(key, mine);
            if (known == mine) {
                return brought(key, mine, bring);
            }
            Optional<V> others = awaited(known, work);
            if (others.isPresent()) {
                return others.get();
            }
        }
    }

    private synchronized Held<V> asked(K key, Held<V> mine) {
        Held<V> known = held.computeIfAbsent(key, _ -> mine);
        known.askedAt = System.nanoTime();
        if (!letsGoLater) {
            letsGoLater = true;
            later.execute(this::letGo);
        }
        return known;
    }

    private V brought(K key, Held<V> mine, Supplier<V> bring) {
        try {
            V value = bring.get();
            mine.value.complete(value);
            return value;
        } catch (RuntimeException | Error failed) {
            forget(key, mine);
            mine.value.completeExceptionally(failed);
            throw failed;
        }
    }

    private synchronized void forget(K key, Held<V> failed) {
        held.remove(key, failed);
    }

    /** @return empty when the work was cancelled that was to bring it: that of others need not be */
    private static <V> Optional<V> awaited(Held<V> known, Work work) {
        while (true) {
            try {
                return Optional.of(known.value.get(LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException notYet) {
                work.stopIfCancelled();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                work.stopIfCancelled();
            } catch (ExecutionException failed) {
                return unlessCancelled(failed.getCause());
            }
        }
    }

    private static <V> Optional<V> unlessCancelled(@Nullable Throwable why) {
        return switch (why) {
            case CancelledException _ -> Optional.empty();
            case ProblemException known -> throw new ProblemException(known.problem(), known);
            case null, default -> throw new IllegalStateException(why);
        };
    }

    private synchronized void letGo() {
        held.values().removeIf(one -> one.value.isDone() && System.nanoTime() - one.askedAt > holdsNanos);
        letsGoLater = !held.isEmpty();
        if (letsGoLater) {
            later.execute(this::letGo);
        }
    }
}
