package backbeat.engine.timeline;

import backbeat.engine.time.Rational;
import java.util.List;
import java.util.Map;

/** A row of items, each starting where the one before ends. Of picture tracks the later one lies above. */
public record Track(Kind kind, String name, boolean enabled, List<Item> items, Map<String, String> metadata) {
    public enum Kind {
        VIDEO,
        AUDIO,
        CAPTION
    }

    public Track {
        items = List.copyOf(items);
    }

    public Track(Kind kind, String name, List<Item> items) {
        this(kind, name, true, items, Map.of());
    }

    public Rational duration() {
        return Item.lengthOf(items);
    }

    public Track withItems(List<Item> others) {
        return new Track(kind, name, enabled, others, metadata);
    }
}
