package backbeat.engine.problem;

/**
 * Something that went wrong and that a person can mend.
 *
 * @param code stable name, {@code area/what}, such as {@code media/unreadable}
 * @param what what happened, one sentence
 * @param where file, line or clip; empty when it is everywhere
 * @param cause why, one sentence; empty when the sentence before says it
 * @param remedy what to do, one sentence
 */
public record Problem(String code, String what, String where, String cause, String remedy) {
    public Problem {
        if (!code.matches("[a-z]+/[a-z0-9-]+")) {
            throw new IllegalArgumentException("a problem's code must look like area/what: " + code);
        }
        if (what.isBlank() || remedy.isBlank()) {
            throw new IllegalArgumentException("problem " + code + " must say what happened and what to do");
        }
    }

    /** The same problem, told of another place. */
    public Problem at(String place) {
        return new Problem(code, what, place, cause, remedy);
    }

    /** What, where, why and what to do on one line, for a terminal. */
    public String oneLine() {
        String place = where.isEmpty() ? "" : where + ": ";
        String reason = cause.isEmpty() ? "" : " " + cause + (cause.matches("(?s).*[.!?]\\s*") ? "" : ".");
        return printable(place + what + reason + " " + remedy + " [" + code + "]");
    }

    /** File names and tags come from outside: no line breaks, no terminal control. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
