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

    /**
     * The pieces of a step that several processes may do side by side before {@link #run} does the rest, the most urgent first. Asked once for each job; none where
     * a step is done in one piece.
     */
    default List<String> units(String productionId, String step, Work work) {
        return List.of();
    }

    /**
     * Does one piece. It may be done again when its process was killed.
     *
     * @param work its limits hold for all pieces together that this process does side by side
     */
    default void runUnit(String productionId, String step, String unit, Work work) {}

    /** Pieces of a running step that are wanted first now; asked when another step of the production is done. */
    default List<String> urgent(String productionId, String step) {
        return List.of();
    }

    /** Whether people wait for a step: the pieces of others leave half of each process to those that are waited for. */
    default boolean isAwaited(String step) {
        return true;
    }

    /** Of the steps that share a turn, one is done at a time, whichever process does it. Each step of a production has its own unless something else is said. */
    default String turn(String productionId, String step) {
        return step + " of " + productionId;
    }

    /** Somebody stopped a step that ran or waited. Not told when the program ends: then it is begun again with the next start. */
    default void stopped(String productionId, String step) {}
}
