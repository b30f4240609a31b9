package backbeat.engine.problem;

/** Problems of shot lists, with their words. */
public final class ShotListProblems {
    private static final int LONGEST_QUOTE = 120;

    private ShotListProblems() {}

    public static Problem unreadable(String file, String cause) {
        return new Problem(
                "shots/unreadable",
                "This is no shot list.",
                file,
                cause,
                "Write a table as text (CSV): a first row with where, camera, clip, kind, size, length, note, then a row for each shot.");
    }

    public static Problem columnsNotUsed(String file, String columns) {
        return new Problem(
                "shots/columns-not-used",
                "These columns of the shot list say nothing to the cut: " + shortened(columns) + ".",
                file,
                "",
                "Nothing to do, unless one of them was meant as where, camera, clip, kind, size, length, priority or note.");
    }

    /** @param expected what could stand there */
    public static Problem cellNotUnderstood(String where, String written, String expected) {
        return new Problem(
                "shots/not-understood",
                "\"" + shortened(written) + "\" was not understood; the rest of the row counts.",
                where,
                "",
                "Write " + expected + ", or leave it empty.");
    }

    /** What somebody wrote may be of any length. */
    public static String shortened(String written) {
        return written.length() > LONGEST_QUOTE ? written.substring(0, LONGEST_QUOTE) + " ..." : written;
    }

    /** @param why as the song told it */
    public static Problem noPlace(String row, Problem why) {
        return new Problem(
                "shots/no-place",
                "A row of the shot list has no place on this song and does not count.",
                row,
                (why.what() + " " + why.cause()).strip(),
                why.remedy());
    }

    /** @param rows in words */
    public static Problem noFootage(int count, int all, String rows) {
        return new Problem(
                "shots/no-footage",
                count + " of " + all + (all == 1 ? " row" : " rows") + " of the shot list cannot be shown: " + rows
                        + ".",
                "",
                "",
                "Bring the footage, correct the names in the list, or place the clips by hand.");
    }
}
