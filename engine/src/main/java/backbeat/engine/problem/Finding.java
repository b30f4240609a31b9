package backbeat.engine.problem;

/** A problem that did not stop the work. It travels with the result and is never dropped on the way. */
public record Finding(Severity severity, Problem problem) {
    public enum Severity {
        /** Good to know. */
        NOTE,
        /** Somebody should look. */
        WARNING
    }

    public static Finding note(Problem problem) {
        return new Finding(Severity.NOTE, problem);
    }

    public static Finding warning(Problem problem) {
        return new Finding(Severity.WARNING, problem);
    }
}
