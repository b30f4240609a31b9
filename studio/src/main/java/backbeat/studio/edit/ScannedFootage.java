package backbeat.studio.edit;

import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage;
import backbeat.studio.production.Production;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Footage that was looked at a moment ago: who works on it clip by clip need not look at the whole folder for each. Safe to use from several threads. */
final class ScannedFootage {
    private static final long HOLDS_NANOS = Duration.ofMinutes(1).toNanos();

    private record Seen(Production production, Footage footage, long at) {
        boolean isOf(Production now) {
            return production.equals(now) && System.nanoTime() - at < HOLDS_NANOS;
        }
    }

    private final BiFunction<Production, Work, Footage> scan;
    private final Map<String, Seen> seen = new HashMap<>();

    ScannedFootage(BiFunction<Production, Work, Footage> scan) {
        this.scan = scan;
    }

    synchronized Footage footage(Production production, Work work) {
        seen.values().removeIf(one -> !one.isOf(one.production()));
        Seen before = seen.get(production.id());
        if (before != null && before.isOf(production)) {
            return before.footage();
        }
        Footage now = scan.apply(production, work);
        seen.put(production.id(), new Seen(production, now, System.nanoTime()));
        return now;
    }
}
