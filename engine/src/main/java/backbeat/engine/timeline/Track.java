package backbeat.engine.timeline;

import backbeat.engine.time.Rational;
import java.util.List;

/** A row of items, each starting where the one before ends. */
public record Track(Kind kind, String name, List<Item> items) {
    public enum Kind {
        VIDEO,
        AUDIO
    }

    public Rational duration() {
        return items.stream().map(Item::duration).reduce(Rational.ZERO, Rational::plus);
    }
}
