package backbeat.engine.timeline;

import backbeat.engine.time.Rational;

/**
 * A named place on a timeline.
 *
 * @param at seconds from the timeline's first frame
 * @param duration seconds; zero for a point
 */
public record Marker(String name, String comment, Colour colour, Rational at, Rational duration) {
    public enum Colour {
        RED,
        ORANGE,
        YELLOW,
        GREEN,
        CYAN,
        BLUE,
        PURPLE,
        PINK,
        WHITE
    }
}
