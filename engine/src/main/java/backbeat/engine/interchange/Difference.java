package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import java.util.Locale;

/**
 * What another person changed of a cut.
 *
 * @param at seconds on the song, in the version that has the clip
 * @param bar such as {@code Bar 17}; empty where the cut has no bars
 * @param count of clips that all changed in this way, one after the other
 * @param by seconds, of a move, a trim or a slip; zero otherwise
 * @param was a file's name, a speed; empty where {@code by} says it
 * @param now the same afterwards
 */
public record Difference(
        Kind kind, String clip, Rational at, String bar, int count, Rational by, String was, String now) {
    public enum Kind {
        /** The same pictures elsewhere. */
        MOVED,
        /** Elsewhere, and among other neighbours. */
        REORDERED,
        HEAD_TRIMMED,
        TAIL_TRIMMED,
        /** Other pictures of the same file in the same place. */
        SLIPPED,
        /** Another file in the same place. */
        SWAPPED,
        SPEED,
        ENABLED,
        DISABLED,
        ADDED,
        REMOVED,
        TRANSITION_ADDED
    }

    /** What was done to the clip, in words that follow its name. */
    public String words() {
        String more = String.format(Locale.ROOT, "%+.3f s", by.toDouble());
        String others = count > 1 ? "and " + (count - 1) + " more " : "";
        return switch (kind) {
            case MOVED -> others + "moved by " + more;
            case REORDERED -> others + "taken elsewhere, by " + more;
            case HEAD_TRIMMED -> "begins " + more + " into what it showed";
            case TAIL_TRIMMED -> "is " + more + " longer at its end";
            case SLIPPED -> "slipped by " + more;
            case SWAPPED -> "stands in place of " + was;
            case SPEED -> "runs at speed " + now + ", before at " + was;
            case ENABLED -> "enabled";
            case DISABLED -> "disabled";
            case ADDED -> "added";
            case REMOVED -> "removed";
            case TRANSITION_ADDED -> "transition of " + more;
        };
    }

    Difference with(int clips) {
        return new Difference(kind, clip, at, bar, clips, by, was, now);
    }
}
