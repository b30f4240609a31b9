package backbeat.app.cli;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.Work;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Runs long work with a progress line, and stops it at once on Ctrl-C: the work is cancelled, what it started is ended, half-made files are gone. */
final class Job {
    private static final long TIDY_SECONDS = 5;

    private Job() {}

    /** @throws CancelledException when somebody pressed Ctrl-C */
    static <T> T run(Terminal terminal, Function<Work, T> job) {
        ProgressLine line = new ProgressLine(terminal, System::nanoTime);
        Work work = Work.of(line, Work.Limits.ofThisMachine());
        CountDownLatch ended = new CountDownLatch(1);
        Thread stop = new Thread(() -> stop(work, line, terminal, ended), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        Thread.ofVirtual().start(() -> tick(line, ended));
        try {
            T result = job.apply(work);
            line.end();
            return result;
        } catch (RuntimeException | Error failure) {
            line.end();
            if (work.isCancelled()) { // whatever breaks while everything is being stopped is not worth telling
                throw new CancelledException();
            }
            throw failure;
        } finally {
            ended.countDown();
            forget(stop);
        }
    }

    private static void tick(ProgressLine line, CountDownLatch ended) {
        try {
            while (!ended.await(1, TimeUnit.SECONDS)) {
                line.tick();
            }
        } catch (InterruptedException goesNow) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Work work, ProgressLine line, Terminal terminal, CountDownLatch ended) {
        work.cancel();
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        line.end();
        terminal.err().println("backbeat: Stopped. What was finished is kept; the same command goes on from there.");
        try {
            ended.await(TIDY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException goesNow) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyStopping) {
            return;
        }
    }
}
