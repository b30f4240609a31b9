package backbeat.engine.problem;

/** Problems of colour decisions and tables, with their words. */
public final class ColourProblems {
    private static final String EXPORT_AGAIN = "Export it again from the program it came from.";

    private ColourProblems() {}

    public static Problem unreadable(String file) {
        return new Problem(
                "colour/unreadable",
                "The file cannot be read.",
                file,
                "",
                "Check that it is there and that you may read it.");
    }

    public static Problem damagedTable(String cause) {
        return new Problem("lut/damaged", "The table is damaged and cannot be used.", "", cause, EXPORT_AGAIN);
    }

    public static Problem damagedDecision(String cause) {
        return new Problem("cdl/damaged", "The colour decision cannot be used.", "", cause, EXPORT_AGAIN);
    }
}
