package backbeat.studio.jobs;

import backbeat.engine.derive.Work;
import backbeat.studio.store.Store;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
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
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The work in the background. Jobs of a process that was killed are begun again by the next one at once: a home has one owner, so whatever was picked when it is
 * opened was picked by a dead one.
 */
public final class Jobs implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Jobs.class.getName());
    private static final String TASK = "engine-step";
    static final Duration LOOKS_EVERY = Duration.ofSeconds(2);
    static final Duration LIVES = Duration.ofSeconds(3);
    static final int MISSED_LIVES = 4;
    private static final Duration WAITS_FOR_ITS_TURN = Duration.ofMillis(100);
    static final Duration LETS_END = Duration.ofSeconds(3);

    /** This process, for people. */
    static final String WORKER = ProcessHandle.current().pid() + " on " + machine();

    private final Steps steps;
    private final JobTable table;
    private final CustomTask<Void> task;
    private final Scheduler scheduler;
    private final @Nullable Elsewhere elsewhere;
    private final Units units;
    private final JobRuns runs;
    private final List<Consumer<Job>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean closing;

    private Jobs(Store store, Steps steps, Clock clock, int atOnce, Work.Limits limits) {
        this.steps = steps;
        this.table = new JobTable(store, clock);
        this.task = Tasks.custom(TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(LOOKS_EVERY))
                .execute(this::runInTurn);
        this.scheduler = Scheduler.create(store.source(), task)
                .schedulerName(new SchedulerName.Fixed(WORKER))
                .threads(Math.max(1, atOnce))
                .pollingInterval(LOOKS_EVERY)
                .heartbeatInterval(LIVES)
                .missedHeartbeatsLimit(MISSED_LIVES)
                .shutdownMaxWait(LETS_END)
                .enableImmediateExecution()
                .build();
        this.units = new Units(store, steps, table, limits, this::tell, this::piecesAreOver);
        this.elsewhere = store.isShared() ? new Elsewhere(table, clock, WORKER, this::tell) : null;
        this.runs = new JobRuns(steps, table, units, limits, this);
    }

    /**
     * Begins to work; what an earlier process left undone goes on. In a home of its own that is known at once; in a shared one other processes may be alive, and a
     * dead one is told by its heart-beats that stop.
     *
     * @param atOnce how many jobs run side by side; zero leaves all work to others
     * @param limits of each, and of all pieces of jobs together
     */
    public static Jobs open(Store store, Steps steps, Clock clock, int atOnce, Work.Limits limits) {
        Jobs jobs = new Jobs(store, steps, clock, atOnce, limits);
        if (!store.isShared()) {
            store.sql().execute("delete from scheduled_tasks");
            Units.letGo(store);
        }
        jobs.table.forgetTurnsOfEnded();
        jobs.table.unfinished().forEach(jobs::schedule);
        if (atOnce > 0) {
            jobs.scheduler.start();
            jobs.units.start();
        }
        return jobs;
    }

    /** Asks for a step from a process that does none: whoever works on the home finds it. */
    public static void leave(Store store, Clock clock, String productionId, String step) {
        Job job = new JobTable(store, clock).add(productionId, step, null);
        SchedulerClient.Builder.create(store.source())
                .build()
                .scheduleIfNotExists(new TaskInstance<>(TASK, job.id()), job.made());
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
        table.askToStop(job.id());
        if (runs.cancel(job.id())) {
            return;
        }
        if (elsewhere == null ? table.ended(job.id(), Job.State.STOPPED, null) : table.endedUnlessRun(job.id())) {
            units.cancel(job.id());
            takeBack(job);
            steps.stopped(job.productionId(), job.step());
            tell(job.id());
        }
        runs.cancel(job.id()); // begun here meanwhile
    }

    /** One that is picked just now sees that its job is over. */
    private void takeBack(Job job) {
        try {
            scheduler
                    .getScheduledExecution(task.instance(job.id()))
                    .filter(one -> !one.isPicked())
                    .ifPresent(one -> scheduler.cancel(one.getTaskInstance()));
        } catch (RuntimeException picked) {
            LOG.log(System.Logger.Level.DEBUG, "picked before it could be taken back: " + job.id(), picked);
        }
    }

    public Optional<Job> byId(String id) {
        return table.byId(id);
    }

    /** The newest first. */
    public List<Job> in(Collection<String> productionIds, int most) {
        return table.in(productionIds, most);
    }

    /** Those of a production that wait or run, in the order they were asked for. */
    public List<Job> unfinished(String productionId) {
        return table.unfinished(productionId);
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
        Job job = found.get();
        if (!table.takeTurn(steps.turn(job.productionId(), job.step()), job.id())) {
            return (now, executions) ->
                    executions.reschedule(now, now.getTimeDone().plus(WAITS_FOR_ITS_TURN));
        }
        boolean over;
        try {
            over = runs.run(job);
        } finally {
            lookSoon();
        }
        return over ? new CompletionHandler.OnCompleteRemove<>() : whenItsPiecesAreOver(job);
    }

    /** Whoever does the last piece calls; who calls while this one is being put back is heard with the next look. */
    private CompletionHandler<Void> whenItsPiecesAreOver(Job job) {
        return (now, executions) -> executions.reschedule(
                now, units.table().anyLeft(job.id()) ? now.getTimeDone().plus(LOOKS_EVERY) : now.getTimeDone());
    }

    private void piecesAreOver(String id) {
        try {
            scheduler.reschedule(task.instance(id), Instant.now());
            lookSoon();
        } catch (RuntimeException beingPutBack) {
            LOG.log(System.Logger.Level.DEBUG, "the pieces of " + id + " are over", beingPutBack);
        }
    }

    /** At once, and when those that waited for their turn are due. */
    private void lookSoon() {
        look();
        CompletableFuture.delayedExecutor(WAITS_FOR_ITS_TURN.toMillis() * 3 / 2, TimeUnit.MILLISECONDS)
                .execute(this::look);
    }

    private void look() {
        if (!closing) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    boolean isClosing() {
        return closing;
    }

    boolean isShared() {
        return elsewhere != null;
    }

    void tell(String id) {
        table.byId(id).ifPresent(job -> listeners.forEach(listener -> listener.accept(job)));
    }

    @Override
    public void close() {
        closing = true;
        if (elsewhere != null) {
            elsewhere.close();
        }
        runs.cancelAll();
        units.close();
        scheduler.stop();
    }
}
