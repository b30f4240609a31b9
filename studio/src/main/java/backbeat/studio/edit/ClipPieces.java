package backbeat.studio.edit;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.looks.Looking;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.sync.Listening;
import backbeat.engine.sync.SyncResult;
import backbeat.studio.production.Production;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Clips that are heard for the song, or looked at for the cut, in pieces that several processes share: what each finds is kept where the step that follows looks
 * for it. A clip that cannot be decoded is told by that step.
 */
final class ClipPieces {
    private static final Work.Limits ONE = new Work.Limits(1);

    private final Supplier<Backbeat> engine;
    private final Loading loading;
    private final ScannedFootage scanned;
    private final HeldAWhile<Backbeat.Song, Listening> listening = new HeldAWhile<>(Duration.ofMinutes(1));

    ClipPieces(Supplier<Backbeat> engine, Loading loading, ScannedFootage scanned) {
        this.engine = engine;
        this.loading = loading;
        this.scanned = scanned;
    }

    List<String> toHear(Production production, Work work) {
        Listening heard = listening(production, work);
        return pieces(production, clip -> !heard.knows(clip), work);
    }

    void hear(Production production, String piece, Work work) {
        Listening heard = listening(production, work);
        each(production, piece, heard::hear, work);
    }

    private Listening listening(Production production, Work work) {
        Backbeat.Song song = loading.song(production, work.part(0, 0));
        return listening.of(song, work, () -> engine.get().listening(song));
    }

    /** Those that are on the song. */
    List<String> toLookAt(Production production, SyncResult sync, Work work) {
        Set<String> onTheSong = CutMaking.onTheSong(sync);
        Looking looking = engine.get().looking();
        return pieces(
                production, clip -> onTheSong.contains(clip.path()) && !looking.knows(clip, CutMaking.LOOKS_AT), work);
    }

    void lookAt(Production production, String piece, Work work) {
        Looking looking = engine.get().looking();
        each(production, piece, (clip, its) -> looking.at(clip, CutMaking.LOOKS_AT, its), work);
    }

    private List<String> pieces(Production production, Predicate<Clip> isWanted, Work work) {
        return ClipGroups.of(scanned.footage(production, work).clips().stream()
                .filter(isWanted)
                .toList());
    }

    private void each(Production production, String piece, BiConsumer<Clip, Work> doing, Work work) {
        for (String path : ClipGroups.paths(piece)) {
            scanned.clip(production, path, work).ifPresent(clip -> one(clip, doing, work.within(ONE)));
        }
    }

    private static void one(Clip clip, BiConsumer<Clip, Work> doing, Work work) {
        try {
            doing.accept(clip, work);
        } catch (ProblemException undecodable) {
            System.getLogger(ClipPieces.class.getName())
                    .log(
                            System.Logger.Level.DEBUG,
                            clip.path() + ": " + undecodable.problem().oneLine());
        }
    }
}
