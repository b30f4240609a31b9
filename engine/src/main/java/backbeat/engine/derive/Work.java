package backbeat.engine.derive;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a computation is given besides its input: where to tell progress, when to stop, where to put scratch files, how much it may take.
 *
 * <p>{@link #part} hands a stretch of the progress to a step; steps of steps nest. Safe to use from several threads.
 */
public final class Work {
    /** Hears of progress: a fraction from 0 to 1, and what is being done in a few words. */
    @FunctionalInterface
    public interface Listener {
        void progress(double fraction, String doing);
    }

    /**
     * @param processes how many processes or computing threads may run at once
     */
    public record Limits(int processes) {
        public static Limits ofThisMachine() {
            return new Limits(Runtime.getRuntime().availableProcessors());
        }
    }

    private final Listener listener;
    private final AtomicBoolean cancelled;
    private final Limits limits;
    private final double from;
    private final double to;

    private Work(Listener listener, AtomicBoolean cancelled, Limits limits, double from, double to) {
        this.listener = listener;
        this.cancelled = cancelled;
        this.limits = limits;
        this.from = from;
        this.to = to;
    }

    public static Work quiet() {
        return of((fraction, doing) -> {}, Limits.ofThisMachine());
    }

    public static Work of(Listener listener, Limits limits) {
        return new Work(listener, new AtomicBoolean(), limits, 0, 1);
    }

    /** The stretch of this work's progress between two fractions, as a work of its own with the same cancellation and limits. */
    public Work part(double partFrom, double partTo) {
        double length = to - from;
        return new Work(listener, cancelled, limits, from + length * partFrom, from + length * partTo);
    }

    /** The same work under other limits. */
    public Work within(Limits others) {
        return new Work(listener, cancelled, others, from, to);
    }

    /** Tells progress and stops here if the work was cancelled. */
    public void progress(double fraction, String doing) {
        stopIfCancelled();
        listener.progress(from + (to - from) * Math.clamp(fraction, 0, 1), doing);
    }

    public void cancel() {
        cancelled.set(true);
    }

    public boolean isCancelled() {
        return cancelled.get() || Thread.currentThread().isInterrupted();
    }

    /** @throws CancelledException when somebody cancelled */
    public void stopIfCancelled() {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }

    public Limits limits() {
        return limits;
    }
}
