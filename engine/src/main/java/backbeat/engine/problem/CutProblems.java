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
                String.format(
                        Locale.ROOT,
                        "%.1f s of the song are black: no clip that may be shown covers them.",
                        blackSeconds),
                "",
                "",
                "The markers of the timeline show where; add footage, or place clips that could not be synced by hand.");
    }

    public static Problem noSuchStyle(String name, String known) {
        return new Problem(
                "cut/no-such-style",
                "There is no style \"" + name + "\".",
                "",
                "",
                "Take one of " + known + ", or name a JSON file of your own.");
    }

    public static Problem styleUnreadable(String where, String why) {
        return new Problem(
                "cut/style-unreadable",
                "This is not a style.",
                where,
                why,
                "Start from one that works: backbeat styles standard > my-style.json");
    }

    public static Problem styleCannotBe(String name, String why) {
        return new Problem(
                "cut/style-cannot-be",
                "Nothing can be cut in the style \"" + name + "\".",
                "",
                why,
                "Change these values in its file.");
    }

    public static Problem wishNotKept(String wish, String why) {
        return new Problem(
                "cut/wish-not-kept",
                "A wish could not be kept: " + wish + ".",
                "",
                why,
                "Change it, or take it back with --forget-wishes.");
    }

    public static Problem wishesOfAnotherSong(String song) {
        return new Problem(
                "cut/wishes-of-another-song",
                "The wishes for the last cut were said of a song of another length and are left out, but for the style.",
                song,
                "",
                "Lock, pick and ban anew; or cut the other song into another folder.");
    }

    public static Problem wishesUnreadable(String where) {
        return new Problem(
                "cut/wishes-unreadable",
                "The wishes for this cut cannot be read.",
                where,
                "",
                "Mend the file, or move it away to begin without wishes.");
    }
}
