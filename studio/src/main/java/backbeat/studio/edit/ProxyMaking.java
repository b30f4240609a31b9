package backbeat.studio.edit;

import backbeat.engine.Backbeat;
import backbeat.engine.cut.Choice;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.sync.SyncResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes what browsers play of every clip: those that the cut shows first, then those on the song, then the rest. A cut that comes meanwhile is looked at before the
 * next clip. Each is there for people as soon as it is made.
 */
final class ProxyMaking {
    /** A day's footage must not take the processors from those who wait for a film. */
    private static final Work.Limits GENTLE = new Work.Limits(1);

    private final Backbeat engine;
    private final Results results;
    private Map<String, Integer> urgency = Map.of();
    private Optional<Instant> cutSeen = Optional.empty();
    private Optional<Instant> syncSeen = Optional.empty();

    ProxyMaking(Backbeat engine, Results results) {
        this.engine = engine;
        this.results = results;
    }

    void of(Footage footage, Work work) {
        Set<Clip> left = new LinkedHashSet<>(
                footage.clips().stream().filter(Clip::hasPicture).toList());
        int all = left.size();
        left.removeIf(clip -> results.proxy(clip.fingerprint().value()).isPresent());
        while (!left.isEmpty()) {
            lookAgain();
            Clip clip = left.stream()
                    .min(Comparator.comparingInt(one -> urgency.getOrDefault(one.path(), 2)))
                    .orElseThrow();
            left.remove(clip);
            int done = all - left.size() - 1;
            work.progress((double) done / all, "proxy " + (done + 1) + " of " + all + ": " + clip.name());
            make(clip, work.part((double) done / all, (double) (done + 1) / all).within(GENTLE));
        }
    }

    /** One that cannot be played is no reason to stop. */
    private void make(Clip clip, Work work) {
        try {
            Path made = engine.proxy(clip, work);
            Proxy.keep(
                    results.file(Proxy.FOLDER),
                    clip.fingerprint().value(),
                    made,
                    made.equals(clip.media()) && clip.parts().size() == 1);
        } catch (ProblemException unplayable) {
            System.getLogger(ProxyMaking.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "no proxy of " + clip.path() + ": "
                                    + unplayable.problem().oneLine());
        }
    }

    private void lookAgain() {
        Optional<Instant> cut = results.written("cut.json");
        Optional<Instant> sync = results.written("sync.json");
        if (cut.equals(cutSeen) && sync.equals(syncSeen)) {
            return;
        }
        cutSeen = cut;
        syncSeen = sync;
        Map<String, Integer> now = new HashMap<>();
        results.sync().map(SyncResult::clips).orElse(List.of()).stream()
                .filter(clip -> !clip.matches().isEmpty())
                .forEach(clip -> now.put(clip.path(), 1));
        results.cut().map(CutView::shots).orElse(List.of()).stream()
                .map(Choice::clip)
                .filter(java.util.Objects::nonNull)
                .forEach(path -> now.put(path, 0));
        urgency = now;
    }
}
