package backbeat.studio.jobs;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The jobs that this process runs just now: each first hands out its pieces, if it has any, and does its step when they are over. */
final class JobRuns {
    private static final System.Logger LOG = System.getLogger(JobRuns.class.getName());
    static final long NOTES_EVERY_NANOS = 400_000_000;

    /** How much of a job's progress its pieces are. */
    static final double PIECES = 0.97;

    private final Steps steps;
    private final JobTable table;
    private final Units units;
    private final Work.Limits limits;
    private final Jobs jobs;
    private final Set<String> handedOutHere = ConcurrentHashMap.newKeySet();
    private final Map<String, Work> running = new ConcurrentHashMap<>();

    JobRuns(Steps steps, JobTable table, Units units, Work.Limits limits, Jobs jobs) {
        this.steps = steps;
        this.table = table;
        this.units = units;
        this.limits = limits;
        this.jobs = jobs;
    }

    /** @return whether it runs here */
    boolean cancel(String id) {
        Optional<Work> work = Optional.ofNullable(running.get(id));
        work.ifPresent(Work::cancel);
        return work.isPresent();
    }

    void cancelAll() {
        running.values().forEach(Work::cancel);
    }

    /** @return whether it is over: not while its pieces are being done */
    boolean run(Job job) {
        boolean over = handOutOrDo(job);
        if (over) {
            handedOutHere.remove(job.id());
        }
        return over;
    }

    private boolean handOutOrDo(Job job) {
        String id = job.id();
        Work work = Work.of(new ProgressNotes(id), limits);
        running.put(id, work);
        try {
            boolean inPieces = units.table().any(id);
            if (!inPieces && !table.begun(id, Jobs.WORKER)) {
                return true;
            }
            jobs.tell(id);
            if (table.isToStop(id)) {
                throw new CancelledException();
            }
            boolean piecesLeft = handsOutPieces(job, inPieces, work.part(0, 1 - PIECES));
            work.stopIfCancelled();
            if (piecesLeft) {
                return false;
            }
            units.table().problem(id).ifPresent(problem -> {
                throw problem.asException();
            });
            if (inPieces && !table.takeOver(id, Jobs.WORKER)) {
                throw new CancelledException();
            }
            steps.run(job.productionId(), job.step(), inPieces ? work.part(PIECES, 1) : work);
            if (table.ended(id, Job.State.DONE, null)) {
                steps.next(job.productionId(), job.step()).forEach(next -> jobs.ask(job.productionId(), next, null));
                hurryOthers(job);
            }
        } catch (CancelledException stopped) {
            endOfStopped(job);
        } catch (ProblemException known) {
            table.ended(id, Job.State.FAILED, known.problem());
        } catch (RuntimeException | Error fault) {
            LOG.log(System.Logger.Level.ERROR, "step " + job.step() + " of job " + id, fault);
            table.ended(id, Job.State.FAILED, JobFaults.toldOf(fault));
        } finally {
            running.remove(id);
            jobs.tell(id);
        }
        return true;
    }

    /** @return whether pieces are left to be done */
    private boolean handsOutPieces(Job job, boolean before, Work work) {
        if (before) {
            if (handedOutHere.add(job.id())) {
                units.goOn(job);
            }
            return units.table().anyLeft(job.id());
        }
        List<String> pieces = steps.units(job.productionId(), job.step(), work);
        if (pieces.isEmpty()) {
            return false;
        }
        handedOutHere.add(job.id());
        units.begin(job, pieces);
        table.isEverybodys(job.id());
        return true;
    }

    private void hurryOthers(Job done) {
        for (Job other : table.unfinished(done.productionId())) {
            if (units.table().any(other.id())) {
                units.hurry(other, steps.urgent(other.productionId(), other.step()));
            }
        }
    }

    /** Somebody stopped it; or the program ends, and it is begun again with the next start. */
    private void endOfStopped(Job job) {
        if (jobs.isClosing()) {
            throw new CancelledException();
        }
        if (table.ended(job.id(), Job.State.STOPPED, null)) {
            units.cancel(job.id());
            steps.stopped(job.productionId(), job.step());
        }
    }

    /** Keeps progress a few times a second: each note is a write. */
    private final class ProgressNotes implements Work.Listener {
        private final String id;
        private long noted = System.nanoTime() - NOTES_EVERY_NANOS;

        ProgressNotes(String id) {
            this.id = id;
        }

        @Override
        public synchronized void progress(double fraction, String doing) {
            long now = System.nanoTime();
            if (now - noted >= NOTES_EVERY_NANOS) {
                noted = now;
                table.progress(id, fraction, doing);
                stopIfAsked();
                jobs.tell(id);
            }
        }

        /** Who asked may have been another process. */
        private void stopIfAsked() {
            Work work = running.get(id);
            if (jobs.isShared() && work != null && table.isToStop(id)) {
                work.cancel();
            }
        }
    }
}
