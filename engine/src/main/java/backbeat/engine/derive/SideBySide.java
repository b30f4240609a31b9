package backbeat.engine.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Does the same to many things, as many at once as the work allows. The first failure stops the others: what is finished and kept stays so. */
public final class SideBySide {
    private SideBySide() {}

    /**
     * @return results in the order of the things
     * @throws CancelledException when this thread is interrupted
     */
    public static <T, R> List<R> each(List<T> things, Function<T, R> one, Work work) {
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.max(1, work.limits().processes()));
        try {
            List<Future<R>> running = new ArrayList<>();
            for (T thing : things) {
                running.add(threads.submit(() -> one.apply(thing)));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> each : running) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    /**
     * The same, telling progress as each thing is done.
     *
     * @param doing words for a thing, given how many are done
     */
    public static <T, R> List<R> each(
            List<T> things, Function<T, R> one, Function<T, IntFunction<String>> doing, Work work) {
        AtomicInteger done = new AtomicInteger();
        return each(
                things,
                thing -> {
                    R result = one.apply(thing);
                    int count = done.incrementAndGet();
                    work.progress(
                            (double) count / things.size(), doing.apply(thing).apply(count));
                    return result;
                },
                work);
    }
}
