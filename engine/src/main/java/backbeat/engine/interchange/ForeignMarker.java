package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import java.util.Map;

/**
 * A named place.
 *
 * @param colour as written; empty where there is none
 * @param at on the timeline's own clock, in seconds
 * @param on the name of the clip it is fixed to; empty for the timeline
 * @param hidden outside of what the clip shows
 * @param foreign what was not understood, see {@link ForeignTimeline}
 */
public record ForeignMarker(
        String name,
        String comment,
        String colour,
        Rational at,
        Rational duration,
        String on,
        boolean hidden,
        Map<String, String> foreign) {
    public ForeignMarker(
            String name, String comment, String colour, Rational at, Rational duration, String on, boolean hidden) {
        this(name, comment, colour, at, duration, on, hidden, Map.of());
    }
}
