package backbeat.engine.timeline;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that no camera made.
 *
 * @param text of a title or a caption; empty otherwise
 * @param parameters as the program that made it names them, such as {@code colour}; written back where they came from
 */
public record GeneratedMedia(Kind kind, String name, String text, Map<String, String> parameters)
        implements SourceMedia {
    public enum Kind {
        TITLE,
        CAPTION,
        BLACK,
        COLOUR,
        /** Shows what lies below it, with effects. */
        ADJUSTMENT,
        OTHER
    }

    public GeneratedMedia {
        parameters = Map.copyOf(parameters);
    }

    public GeneratedMedia(Kind kind, String text) {
        this(kind, text, text, Map.of());
    }

    @Override
    public Rational start() {
        return Rational.ZERO;
    }

    @Override
    public @Nullable Rational duration() {
        return null;
    }

    @Override
    public @Nullable Rate rate() {
        return null;
    }
}
