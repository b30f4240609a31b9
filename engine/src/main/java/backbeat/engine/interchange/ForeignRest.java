package backbeat.engine.interchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a reader does not understand of one thing, as it was written. */
final class ForeignRest {
    private final ReadingFindings findings;
    private Map<String, String> kept = Map.of();

    ForeignRest(ReadingFindings findings) {
        this.findings = findings;
    }

    /** More of one key stands in lines below each other. */
    ForeignRest add(String key, String text) {
        if (!text.isEmpty() && findings.hasRoomFor(text)) {
            if (kept.isEmpty()) {
                kept = new LinkedHashMap<>(4);
            }
            kept.merge(key, text, (before, more) -> before + "\n" + more);
        }
        return this;
    }

    Map<String, String> told() {
        return kept.isEmpty() ? Map.of() : Collections.unmodifiableMap(kept);
    }
}
