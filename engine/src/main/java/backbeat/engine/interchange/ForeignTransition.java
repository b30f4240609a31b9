package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import org.jspecify.annotations.Nullable;

/**
 * Lies over a cut; the clips on both sides run to the cut itself.
 *
 * @param cut null where the file does not tell
 */
public record ForeignTransition(
        Kind kind,
        String name,
        Rational recordIn,
        Rational recordOut,
        @Nullable Rational cut) {
    public enum Kind {
        DISSOLVE,
        WIPE,
        KEY,
        OTHER
    }
}
