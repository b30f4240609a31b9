package backbeat.studio.jobs;

import backbeat.engine.problem.Problem;

/** What people are told of a fault that no step knows. */
final class JobFaults {
    private JobFaults() {}

    static Problem toldOf(Throwable fault) {
        return fault instanceof OutOfMemoryError ? memory() : ours();
    }

    private static Problem memory() {
        return new Problem(
                "jobs/out-of-memory",
                "The memory of the studio was not enough.",
                "",
                "It may take " + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB.",
                "Start it with more, such as BACKBEAT_MEMORY=2g, and try again; nothing is lost.");
    }

    private static Problem ours() {
        return new Problem(
                "jobs/fault",
                "Backbeat made a mistake here.",
                "",
                "",
                "Try again; if it stays, the log of the server says more.");
    }
}
