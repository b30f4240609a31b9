package backbeat.studio.jobs;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.store.Store;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The work in the background. Jobs of a process that was killed are begun again by the next one at once: a home has one owner, so whatever was picked when it is
 * opened was picked by a dead one.
 */
public final class Jobs implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Jobs.class.getName());
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(2);
    private static final Duration LIVES = Duration.ofSeconds(3);
    private static final Duration WAITS_FOR_ITS_TURN = Duration.ofMillis(100);
    private static final Duration LETS_END = Duration.ofSeconds(3);

    /** This process, for people. */
    private static final String WORKER = ProcessHandle.current().pid() + " on " + machine();

    private final Steps steps;
    private final JobTable table;
    private final CustomTask<Void> task;
    private final Scheduler scheduler;
    private final Work.Limits limits;
    private final @Nullable Elsewhere elsewhere;
    private final Set<String> turns = ConcurrentHashMap.newKeySet();
    private final Map<String, Work> running = new ConcurrentHashMap<>();
    private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();

    private Jobs(Store store, Steps steps, Clock clock, int atOnce, Work.Limits limits) {
        this.steps = steps;
        this.limits = limits;
        this.table = new JobTable(store, clock);
        this.task = Tasks.custom("engine-step", Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(LOOKS_EVERY))
                .execute(this::runInTurn);
        this.scheduler = Scheduler.create(store.source(), task)
                .threads(Math.max(1, atOnce))
                .pollingInterval(LOOKS_EVERY)
                .heartbeatInterval(LIVES)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(LETS_END)
                .enableImmediateExecution()
                .build();
        this.elsewhere = store.isShared() ? new Elsewhere(table, clock, WORKER, this::tell) : null;
    }

    /**
     * Begins to work; what an earlier process left undone goes on. In a home of its own that is known at once; in a shared one other processes may be alive, and a
     * dead one is told by its heart-beats that stop.
     *
     * @param atOnce how many jobs run side by side; zero leaves all work to others
     * @param limits of each
     */
    public static Jobs open(Store store, Steps steps, Clock clock, int atOnce, Work.Limits limits) {
        Jobs jobs = new Jobs(store, steps, clock, atOnce, limits);
        if (!store.isShared()) {
            store.sql().execute("delete from scheduled_tasks");
        }
        jobs.table.unfinished().forEach(jobs::schedule);
        if (atOnce > 0) {
            jobs.scheduler.start();
        }
        return jobs;
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this machine";
        }
    }

    /** Asks for a step. One that waits already is not asked for twice. */
    public Job ask(String productionId, String step, @Nullable String askedBy) {
        Optional<Job> waiting = table.waiting(productionId, step);
        if (waiting.isPresent()) {
            return waiting.get();
        }
        Job job = table.add(productionId, step, askedBy);
        schedule(job);
        tell(job.id());
        return job;
    }

    /** First come, first served. */
    private void schedule(Job job) {
        scheduler.scheduleIfNotExists(task.instance(job.id()), job.made());
    }

    /** Asks for the step of an ended job once more. */
    public Job again(Job ended, @Nullable String askedBy) {
        return ask(ended.productionId(), ended.step(), askedBy);
    }

    /** Stops a job that waits or runs; nothing half-made is kept. */
    public void stop(Job job) {
        Work work = running.get(job.id());
        if (work != null) {
            work.cancel();
            return;
        }
        Job now = table.byId(job.id()).orElse(job);
        if (elsewhere != null && now.state() == Job.State.RUNNING) {
            table.askToStop(job.id());
            return;
        }
        if (!now.state().isOver()) {
            table.ended(job.id(), Job.State.STOPPED, null);
            scheduler.getScheduledExecution(task.instance(job.id())).ifPresent(one -> {
                if (!one.isPicked()) {
                    scheduler.cancel(one.getTaskInstance());
                }
            });
            steps.stopped(job.productionId(), job.step());
            tell(job.id());
        }
    }

    public Optional<Job> byId(String id) {
        return table.byId(id);
    }

    /** The newest first. */
    public List<Job> in(Collection<String> productionIds, int most) {
        return table.in(productionIds, most);
    }

    /** Tells of every change from now on. The listener must be quick. */
    public AutoCloseable listen(Consumer<Job> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** What has to wait for another job gives its thread back, and is looked at again when one ends. */
    private CompletionHandler<Void> runInTurn(TaskInstance<Void> instance, ExecutionContext context) {
        Optional<Job> found =
                table.byId(instance.getId()).filter(job -> !job.state().isOver());
        if (found.isEmpty()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        String turn = steps.turn(found.get().productionId(), found.get().step());
        if (!turns.add(turn)) {
            return (now, executions) ->
                    executions.reschedule(now, now.getTimeDone().plus(WAITS_FOR_ITS_TURN));
        }
        try {
            run(found.get());
        } finally {
            turns.remove(turn);
            lookSoon();
        }
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private void lookSoon() {
        if (!scheduler.getSchedulerState().isShuttingDown()) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    private void run(Job job) {
        String id = job.id();
        Work work = Work.of(new ProgressNotes(id), limits);
        running.put(id, work);
        table.begun(id, WORKER);
        tell(id);
        try {
            steps.run(job.productionId(), job.step(), work);
            table.ended(id, Job.State.DONE, null);
            steps.next(job.productionId(), job.step()).forEach(next -> ask(job.productionId(), next, null));
        } catch (CancelledException stopped) {
            endOfStopped(job);
        } catch (ProblemException known) {
            table.ended(id, Job.State.FAILED, known.problem());
        } catch (RuntimeException | Error fault) {
            LOG.log(System.Logger.Level.ERROR, "step " + job.step() + " of job " + id, fault);
            table.ended(id, Job.State.FAILED, faultOfOurs());
        } finally {
            running.remove(id);
            tell(id);
        }
    }

    /** Somebody stopped it; or the program ends, and it is begun again with the next start. */
    private void endOfStopped(Job job) {
        if (scheduler.getSchedulerState().isShuttingDown()) {
            throw new CancelledException();
        }
        table.ended(job.id(), Job.State.STOPPED, null);
        steps.stopped(job.productionId(), job.step());
    }

    private static Problem faultOfOurs() {
        return new Problem(
                "jobs/fault",
                "Backbeat made a mistake here.",
                "",
                "",
                "Try again; if it stays, the log of the server says more.");
    }

    private void tell(String id) {
        table.byId(id).ifPresent(job -> listeners.forEach(listener -> listener.accept(job)));
    }

    /** Keeps progress a few times a second: each note is a write. */
    private final class ProgressNotes implements Work.Listener {
        private static final long EVERY_NANOS = 400_000_000;

        private final String id;
        private long noted = System.nanoTime() - EVERY_NANOS;

        ProgressNotes(String id) {
            this.id = id;
        }

        @Override
        public synchronized void progress(double fraction, String doing) {
            long now = System.nanoTime();
            if (now - noted >= EVERY_NANOS) {
                noted = now;
                table.progress(id, fraction, doing);
                stopIfAsked();
                tell(id);
            }
        }

        /** Who asked may have been another process. */
        private void stopIfAsked() {
            Work work = running.get(id);
            if (elsewhere != null && work != null && table.isToStop(id)) {
                work.cancel();
            }
        }
    }

    @Override
    public void close() {
        if (elsewhere != null) {
            elsewhere.close();
        }
        running.values().forEach(Work::cancel);
        scheduler.stop();
    }
}
