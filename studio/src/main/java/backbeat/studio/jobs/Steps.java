package backbeat.studio.jobs;

import backbeat.engine.derive.Work;
import java.util.List;

/** What jobs do. */
public interface Steps {
    /**
     * Does one step. It may be run again from the start when its process was killed.
     *
     * @throws backbeat.engine.problem.ProblemException why it could not be done
     * @throws backbeat.engine.derive.CancelledException when the work was cancelled
     */
    void run(String productionId, String step, Work work);

    /** What is to be asked for once a step is done. */
    List<String> next(String productionId, String step);

    /** Of the steps that share a turn, a process does one at a time. Each step of a production has its own unless something else is said. */
    default String turn(String productionId, String step) {
        return step + " of " + productionId;
    }

    /** Somebody stopped a step that ran or waited. Not told when the program ends: then it is begun again with the next start. */
    default void stopped(String productionId, String step) {}
}
