package backbeat.studio.edit;

import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.studio.production.Production;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Clips of footage that was looked at a moment ago: who works on it clip by clip need not look at the whole folder for each. Footage grows, and a file may be replaced
 * under its name, so a clip that was not there then, or was changed since, is looked at again. Safe to use from several threads.
 */
final class ScannedFootage {
    private static final long HOLDS_NANOS = Duration.ofMinutes(1).toNanos();

    private record Seen(Production production, Footage footage, long at, Instant when) {
        boolean isOf(Production now) {
            return production.equals(now) && System.nanoTime() - at < HOLDS_NANOS;
        }

        Optional<Clip> clip(String path) {
            return footage.clips().stream()
                    .filter(clip -> clip.path().equals(path))
                    .findFirst();
        }

        /** As it is now: not one of those whose file was written after it was looked at. */
        Optional<Clip> unchanged(String path) {
            return clip(path).filter(clip -> !isNewer(clip.media()));
        }

        private boolean isNewer(Path file) {
            try {
                return !Files.getLastModifiedTime(file).toInstant().isBefore(when);
            } catch (IOException gone) {
                return true;
            }
        }
    }

    private final BiFunction<Production, Work, Footage> scan;
    private final Map<String, Seen> seen = new HashMap<>();

    ScannedFootage(BiFunction<Production, Work, Footage> scan) {
        this.scan = scan;
    }

    /** As it was a moment ago. */
    synchronized Footage footage(Production production, Work work) {
        Seen before = seen.get(production.id());
        return (before != null && before.isOf(production) ? before : lookedAt(production, work)).footage();
    }

    /** Empty when the clip is no longer there. */
    synchronized Optional<Clip> clip(Production production, String path, Work work) {
        seen.values().removeIf(one -> !one.isOf(one.production()));
        Seen before = seen.get(production.id());
        Optional<Clip> known = before == null ? Optional.empty() : before.unchanged(path);
        return known.isPresent() ? known : lookedAt(production, work).clip(path);
    }

    private Seen lookedAt(Production production, Work work) {
        Instant when = Instant.now();
        Seen now = new Seen(production, scan.apply(production, work), System.nanoTime(), when);
        seen.put(production.id(), now);
        return now;
    }
}
