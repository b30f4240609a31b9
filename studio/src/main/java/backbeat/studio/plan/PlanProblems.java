package backbeat.studio.plan;

import backbeat.engine.problem.Problem;

/** Problems of plans, with their words. */
final class PlanProblems {
    private PlanProblems() {}

    static Problem title() {
        return new Problem(
                "plan/title", "The task has no name, or too long a one.", "", "", "Write 1 to 200 characters.");
    }

    static Problem days() {
        return new Problem("plan/days", "A task takes 1 to 365 days.", "", "", "Write a whole number of days.");
    }

    static Problem date() {
        return new Problem("plan/date", "That is no date.", "", "", "Write it as 2026-11-30, or leave it empty.");
    }

    static Problem circle() {
        return new Problem(
                "plan/circle",
                "These tasks would wait for each other in a circle.",
                "",
                "",
                "Take away one of the tasks that this one needs.");
    }

    static Problem tooMany() {
        return new Problem("plan/too-many", "A production has at most 2,000 tasks.", "", "", "Remove some.");
    }

    static Problem nothingToUndo() {
        return new Problem("plan/nothing", "There is nothing of yours to undo or say again.", "", "", "Go on.");
    }

    static Problem changedMeanwhile(String words) {
        return new Problem(
                "plan/changed",
                "This cannot be undone any more.",
                words,
                "Somebody changed the same tasks since.",
                "Change them by hand.");
    }
}
