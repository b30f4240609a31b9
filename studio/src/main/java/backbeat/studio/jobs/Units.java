package backbeat.studio.jobs;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.jobs.UnitTable.Unit;
import backbeat.studio.store.Store;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does the pieces of jobs, on threads of their own: a piece of any job on any of them, in this process and all others on the database. A piece whose process was
 * killed is done again elsewhere; what the others did stays done.
 */
final class Units implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Units.class.getName());
    private static final Work.Limits ONE = new Work.Limits(1);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final int AWAITED = 10;
    private static final int NOT_AWAITED = 1;

    private final Steps steps;
    private final JobTable jobs;
    private final UnitTable table;
    private final Consumer<String> moved;
    private final Consumer<String> whole;
    private final CustomTask<Void> task;
    private final Scheduler scheduler;
    private final Map<String, Work> running = new ConcurrentHashMap<>();
    private final Map<String, Long> noted = new ConcurrentHashMap<>();
    private volatile boolean closing;

    /**
     * @param threads of this process for pieces
     * @param moved is told of jobs that got on
     * @param whole is told of jobs all of whose pieces are over
     */
    Units(Store store, Steps steps, JobTable jobs, int threads, Consumer<String> moved, Consumer<String> whole) {
        this.steps = steps;
        this.jobs = jobs;
        this.table = new UnitTable(store);
        this.moved = moved;
        this.whole = whole;
        this.task = Tasks.custom("engine-unit", Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Jobs.LOOKS_EVERY))
                .execute(this::execute);
        this.scheduler = Scheduler.create(store.source(), task)
                .schedulerName(new SchedulerName.Fixed(Jobs.WORKER))
                .tableName("scheduled_units")
                .threads(Math.max(1, threads))
                .pollingInterval(LOOKS_EVERY)
                .heartbeatInterval(Jobs.LIVES)
                .missedHeartbeatsLimit(Jobs.MISSED_LIVES)
                .shutdownMaxWait(Jobs.LETS_END)
                .enablePriority()
                .enableImmediateExecution()
                .build();
    }

    UnitTable table() {
        return table;
    }

    void start() {
        scheduler.start();
    }

    /** Hands out the pieces of a job. */
    void begin(Job job, List<String> names) {
        table.add(job.id(), names);
        scheduler.scheduleBatch(
                table.left(job.id()).stream().<TaskInstance<?>>map(unit -> instance(job, unit)), job.made());
    }

    /** Hands out what a process that is gone had not handed out yet. */
    void goOn(Job job) {
        table.left(job.id()).forEach(unit -> scheduler.scheduleIfNotExists(instance(job, unit), job.made()));
    }

    /** Brings pieces to the front. */
    void hurry(Job job, Collection<String> names) {
        Set<String> wanted = new HashSet<>(names);
        for (Unit unit : table.left(job.id())) {
            if (wanted.contains(unit.name())) {
                hurry(instance(job, unit), Instant.EPOCH.plusSeconds(unit.number()));
            }
        }
    }

    /** One that is being done already, or was meanwhile, is not moved. */
    private void hurry(TaskInstance<Void> piece, Instant when) {
        try {
            scheduler.reschedule(piece, when);
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException done) {
            LOG.log(System.Logger.Level.DEBUG, "piece " + piece.getId() + " need not hurry", done);
        }
    }

    private TaskInstance<Void> instance(Job job, Unit unit) {
        int urgency = steps.isAwaited(job.step()) ? AWAITED : NOT_AWAITED;
        return new TaskInstance<>(task.getName(), unit.jobId() + "#" + unit.number(), () -> null, urgency);
    }

    /** Cuts the pieces short that this process does; those elsewhere look whether their job is over. */
    void cancel(String jobId) {
        running.forEach((id, work) -> {
            if (id.startsWith(jobId + "#")) {
                work.cancel();
            }
        });
    }

    private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        String id = instance.getId();
        String jobId = id.substring(0, id.indexOf('#'));
        Optional<Job> job = jobs.byId(jobId).filter(one -> !one.state().isOver());
        Optional<Unit> unit = table.byNumber(jobId, Integer.parseInt(id.substring(id.indexOf('#') + 1)));
        if (job.isPresent() && unit.isPresent()) {
            if (!unit.get().over()) {
                run(id, job.get(), unit.get());
            }
            tellHowFar(jobId);
        }
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private void run(String id, Job job, Unit unit) {
        Work work = Work.of((fraction, doing) -> stopIfOver(id, job.id()), ONE);
        running.put(id, work);
        try {
            table.over(unit, problemOf(job, unit, work));
        } finally {
            running.remove(id);
            noted.remove(id);
        }
    }

    private @Nullable Problem problemOf(Job job, Unit unit, Work work) {
        try {
            steps.runUnit(job.productionId(), job.step(), unit.name(), work);
            return null;
        } catch (CancelledException stopped) {
            if (closing) {
                throw stopped;
            }
            return null;
        } catch (ProblemException known) {
            return known.problem();
        } catch (RuntimeException | Error fault) {
            LOG.log(System.Logger.Level.ERROR, job.step() + " of " + unit.name(), fault);
            return Jobs.faultOfOurs();
        }
    }

    /** Asks the database a few times a second. */
    private void stopIfOver(String id, String jobId) {
        Work work = running.get(id);
        if (work != null && isTime(id) && (jobs.isToStop(jobId) || isOver(jobId))) {
            work.cancel();
        }
    }

    private boolean isOver(String jobId) {
        return jobs.byId(jobId).map(job -> job.state().isOver()).orElse(true);
    }

    private boolean isTime(String what) {
        long now = System.nanoTime();
        Long before = noted.get(what);
        boolean time = before == null || now - before > Jobs.NOTES_EVERY_NANOS;
        if (time) {
            noted.put(what, now);
        }
        return time;
    }

    private void tellHowFar(String jobId) {
        boolean left = table.anyLeft(jobId);
        if (!left || isTime(jobId)) {
            UnitTable.Count count = table.count(jobId);
            jobs.progress(jobId, Jobs.PIECES * count.fraction(), count.over() + " of " + count.all() + " pieces");
            moved.accept(jobId);
        }
        if (!left) {
            noted.keySet().removeIf(what -> what.startsWith(jobId));
            whole.accept(jobId);
        }
    }

    @Override
    public void close() {
        closing = true;
        running.values().forEach(Work::cancel);
        scheduler.stop();
    }
}
