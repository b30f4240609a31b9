package backbeat.engine.timeline;

import backbeat.engine.time.Rational;
import java.util.Map;

/**
 * A named place on a timeline, or on an item.
 *
 * @param at seconds from the first frame of the timeline, or from the item's start
 * @param duration seconds; zero for a point
 * @param metadata free, such as the other program's own word for the colour
 */
public record Marker(
        String name, String comment, Colour colour, Rational at, Rational duration, Map<String, String> metadata) {
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

    public Marker(String name, String comment, Colour colour, Rational at, Rational duration) {
        this(name, comment, colour, at, duration, Map.of());
    }

    public Marker at(Rational other) {
        return new Marker(name, comment, colour, other, duration, metadata);
    }
}
