package backbeat.studio.edit;

import backbeat.engine.Backbeat;
import backbeat.engine.cut.Choice;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.sync.SyncResult;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes what browsers play of every clip, clip by clip: those that the cut shows first, then those on the song, then the rest. Each is there for people as soon as
 * it is made.
 */
final class ProxyMaking {
    private final Supplier<Backbeat> engine;
    private final Results results;

    ProxyMaking(Supplier<Backbeat> engine, Results results) {
        this.engine = engine;
        this.results = results;
    }

    /** The paths of clips that lack a proxy, the most urgent first. */
    List<String> wanted(Footage footage) {
        Set<String> inCut = Set.copyOf(ofTheCut());
        Set<String> onSong = onTheSong();
        return footage.clips().stream()
                .filter(clip -> clip.hasPicture()
                        && results.proxy(clip.fingerprint().value()).isEmpty())
                .map(Clip::path)
                .sorted(Comparator.comparingInt(path -> inCut.contains(path) ? 0 : onSong.contains(path) ? 1 : 2))
                .toList();
    }

    /** The paths of the clips that the cut shows. */
    List<String> ofTheCut() {
        return results.cut().map(CutView::shots).orElse(List.of()).stream()
                .map(Choice::clip)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Set<String> onTheSong() {
        return results.sync().map(SyncResult::clips).orElse(List.of()).stream()
                .filter(clip -> !clip.matches().isEmpty())
                .map(SyncResult.ClipSync::path)
                .collect(Collectors.toSet());
    }

    /** One that cannot be played is no reason to stop. */
    void make(Clip clip, Work work) {
        try {
            Path made = engine.get().proxy(clip, work);
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
}
