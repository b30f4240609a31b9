package backbeat.studio.jobs;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.TimeLeft;
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
 * killed is done again elsewhere; what the others did stays done. What somebody waits for may take all that a process may use; the rest half of it, so that a day's
 * footage keeps nobody waiting.
 */
final class Units implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Units.class.getName());
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
    private static final String AWAITED = "scheduled_awaited_units";
    private static final String OTHERS = "scheduled_units";

    private final Steps steps;
    private final JobTable jobs;
    private final UnitTable table;
    private final Consumer<String> moved;
    private final Consumer<String> whole;
    private final Work.Limits limits;
    private final Pool awaited;
    private final Pool others;
    private final Map<String, Work> running = new ConcurrentHashMap<>();
    private final Map<String, Long> noted = new ConcurrentHashMap<>();
    private final Map<String, Begin> begins = new ConcurrentHashMap<>();
    private volatile boolean closing;

    /**
     * Where a job was when this process did its first piece of it: the pace is counted from there, since before that the job may have stood still.
     *
     * @param over of its pieces, wherever they were done
     */
    private record Begin(long nanos, int over) {
        String timeLeft(UnitTable.Count count) {
            return TimeLeft.words(
                    count.over() - over, count.all() - count.over(), Duration.ofNanos(System.nanoTime() - nanos));
        }
    }

    /** Threads, and the pieces that are for them. */
    private record Pool(CustomTask<Void> task, Scheduler scheduler) {
        TaskInstance<Void> instance(Unit unit) {
            return new TaskInstance<>(task.getName(), unit.jobId() + "#" + unit.number());
        }
    }

    /**
     * @param limits of all pieces that this process does side by side
     * @param moved is told of jobs that got on
     * @param whole is told of jobs all of whose pieces are over
     */
    Units(Store store, Steps steps, JobTable jobs, Work.Limits limits, Consumer<String> moved, Consumer<String> whole) {
        this.steps = steps;
        this.jobs = jobs;
        this.table = new UnitTable(store);
        this.limits = limits;
        this.moved = moved;
        this.whole = whole;
        this.awaited = pool(store, "awaited-unit", AWAITED, limits.processes());
        this.others = pool(store, "engine-unit", OTHERS, limits.processes() / 2);
    }

    private Pool pool(Store store, String name, String tableName, int threads) {
        CustomTask<Void> task = Tasks.custom(name, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(Jobs.LOOKS_EVERY))
                .execute(this::execute);
        Scheduler scheduler = Scheduler.create(store.source(), task)
                .schedulerName(new SchedulerName.Fixed(Jobs.WORKER))
                .tableName(tableName)
                .threads(Math.max(1, threads))
                .pollingInterval(LOOKS_EVERY)
                .heartbeatInterval(Jobs.LIVES)
                .missedHeartbeatsLimit(Jobs.MISSED_LIVES)
                .shutdownMaxWait(Jobs.LETS_END)
                .enableImmediateExecution()
                .build();
        return new Pool(task, scheduler);
    }

    private Pool poolOf(Job job) {
        return steps.isAwaited(job.step()) ? awaited : others;
    }

    UnitTable table() {
        return table;
    }

    void start() {
        awaited.scheduler.start();
        others.scheduler.start();
    }

    /** No process is left that could be at one of them. */
    static void letGo(Store store) {
        for (String name : List.of(AWAITED, OTHERS)) {
            store.sql()
                    .execute("update " + name + " set picked = false, picked_by = null, last_heartbeat = null"
                            + " where picked = true");
        }
    }

    /** Hands out the pieces of a job. */
    void begin(Job job, List<String> names) {
        table.add(job.id(), names);
        Pool pool = poolOf(job);
        pool.scheduler.scheduleBatch(table.left(job.id()).stream().<TaskInstance<?>>map(pool::instance), job.made());
    }

    /** Hands out what a process that is gone had not handed out yet. */
    void goOn(Job job) {
        Pool pool = poolOf(job);
        table.left(job.id()).forEach(unit -> pool.scheduler.scheduleIfNotExists(pool.instance(unit), job.made()));
    }

    /** Brings pieces to the front. */
    void hurry(Job job, Collection<String> names) {
        Set<String> wanted = new HashSet<>(names);
        Pool pool = poolOf(job);
        for (Unit unit : table.left(job.id())) {
            if (wanted.contains(unit.name())) {
                hurry(pool, pool.instance(unit), Instant.EPOCH.plusSeconds(unit.number()));
            }
        }
    }

    /** One that is being done already, or was meanwhile, is not moved. */
    private static void hurry(Pool pool, TaskInstance<Void> piece, Instant when) {
        try {
            pool.scheduler.reschedule(piece, when);
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException done) {
            LOG.log(System.Logger.Level.DEBUG, "piece " + piece.getId() + " need not hurry", done);
        }
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
            noteBegin(jobId);
            if (!unit.get().over()) {
                run(id, job.get(), unit.get());
            }
            tellHowFar(jobId);
        }
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private void run(String id, Job job, Unit unit) {
        Work work = Work.of((fraction, doing) -> stopIfOver(id, job.id()), limits);
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
            return JobFaults.toldOf(fault);
        }
    }

    /** Asks the database a few times a second. */
    private void stopIfOver(String id, String jobId) {
        Work work = running.get(id);
        if (work != null && isTime(id) && jobs.isToStop(jobId)) {
            work.cancel();
        }
    }

    private boolean isTime(String what) {
        long now = System.nanoTime();
        Long before = noted.get(what);
        boolean time = before == null || now - before > JobRuns.NOTES_EVERY_NANOS;
        if (time) {
            noted.put(what, now);
        }
        return time;
    }

    private void noteBegin(String jobId) {
        if (!begins.containsKey(jobId)) {
            begins.keySet().stream().filter(other -> !table.anyLeft(other)).forEach(this::forget); // ended elsewhere
            begins.putIfAbsent(
                    jobId, new Begin(System.nanoTime(), table.count(jobId).over()));
        }
    }

    private void forget(String jobId) {
        begins.remove(jobId);
        noted.keySet().removeIf(what -> what.startsWith(jobId));
    }

    private void tellHowFar(String jobId) {
        boolean left = table.anyLeft(jobId);
        if (!left || isTime(jobId)) {
            UnitTable.Count count = table.count(jobId);
            Begin begin = begins.getOrDefault(jobId, new Begin(System.nanoTime(), count.over()));
            jobs.progress(
                    jobId,
                    JobRuns.PIECES * count.fraction(),
                    count.over() + " of " + count.all() + " pieces" + begin.timeLeft(count));
            moved.accept(jobId);
        }
        if (!left) {
            forget(jobId);
            whole.accept(jobId);
        }
    }

    @Override
    public void close() {
        closing = true;
        running.values().forEach(Work::cancel);
        awaited.scheduler.stop();
        others.scheduler.stop();
    }
}
