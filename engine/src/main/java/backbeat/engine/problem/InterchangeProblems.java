package backbeat.engine.problem;

/** Problems of other programs' files, with their words. */
public final class InterchangeProblems {
    private InterchangeProblems() {}

    /** @param fuller the formats that have a place for it */
    public static Problem notCarried(String format, String what, String fuller) {
        return new Problem(
                "interchange/not-carried",
                "A file of the kind " + format + " has no place for this: " + what + ".",
                "",
                "",
                "Use the " + fuller + " file if your editing program reads one, or add it by hand.");
    }
}
