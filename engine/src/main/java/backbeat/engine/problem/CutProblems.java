package backbeat.engine.problem;

import java.util.Locale;

/** Problems of the cut, with their words. */
public final class CutProblems {
    private CutProblems() {}

    public static Problem nothingOnTheSong(int clips) {
        return new Problem(
                "cut/nothing-on-the-song",
                (clips == 1 ? "The one clip does not hold" : "None of the " + clips + " clips holds")
                        + " this song, so there is nothing to cut.",
                "",
                "",
                "Check that song and footage belong together.");
    }

    public static Problem songNotCovered(double blackSeconds) {
        return new Problem(
                "cut/not-covered",
                String.format(Locale.ROOT, "%.1f s of the song are black: no clip covers them.", blackSeconds),
                "",
                "",
                "The markers of the timeline show where; add footage, or place clips that could not be synced by hand.");
    }
}
