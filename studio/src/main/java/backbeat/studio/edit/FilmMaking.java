package backbeat.studio.edit;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.Problem;
import backbeat.engine.render.FilmOrder;
import backbeat.engine.render.FilmPlan;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import backbeat.studio.production.Production;
import backbeat.studio.review.Verdicts;
import backbeat.studio.store.Id;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes the film of the version of the cut that is open, as its file for other programs tells it: what people see on the page is what the film shows. Several
 * processes may make pieces of it before one joins it.
 */
final class FilmMaking {
    private static final String MADE = ".new-film.mp4";
    private static final String FILM_FACTS = "film.json";

    /** One version's film, as its timeline is now. */
    private record Planned(Production production, int version, Optional<Instant> written) {}

    private final Supplier<Backbeat> engine;
    private final Loading loading;
    private final Cuts cuts;
    private final Verdicts verdicts;
    private final Clock clock;
    private final HeldAWhile<Planned, FilmPlan> plans = new HeldAWhile<>(Duration.ofMinutes(1));

    FilmMaking(Supplier<Backbeat> engine, Loading loading, Cuts cuts, Verdicts verdicts, Clock clock) {
        this.engine = engine;
        this.loading = loading;
        this.cuts = cuts;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /** The pieces that are left to be made of the film; none where there is no more than one. */
    List<String> pieces(Production production, Results results, Work work) {
        List<String> batches = plan(production, results, open(production), work).batches();
        return batches.size() > 1 ? batches : List.of();
    }

    /** One that belongs to a version which is not open any more is none of this film. */
    void makePiece(Production production, Results results, String piece, Work work) {
        int number = open(production);
        plans.of(
                        new Planned(production, number, results.version(number).written(VersionFile.NAME)),
                        work,
                        () -> plan(production, results, number, work))
                .make(piece, work);
    }

    void make(Production production, Results results, Work work) {
        int number = open(production);
        Backbeat.Song song = loading.song(production, work.part(0, 0.02));
        FilmOrder order = order(production, results, number, song);
        Films films = results.films();
        try {
            engine.get().render(order, work.part(0.02, 1));
            FilmView film = films.sameAs(number, order.out())
                    .orElseGet(() -> new FilmView(
                            Id.fresh(),
                            String.valueOf(order.timeline().rate()),
                            song.facts().duration().toDouble(),
                            number));
            Instant now = clock.instant();
            show(results, film, now);
            films.keep(film, now, version -> verdicts.areOf(production.id(), version));
        } finally {
            results.forget(List.of(MADE));
        }
        engine.get().tidy();
    }

    private int open(Production production) {
        return cuts.open(production.id())
                .map(CutVersion::number)
                .orElseThrow(() -> new Problem(
                                "edit/no-cut",
                                "There is no cut yet.",
                                "",
                                "",
                                "Make the rough cut first, then its film.")
                        .asException());
    }

    private FilmPlan plan(Production production, Results results, int number, Work work) {
        Backbeat.Song song = loading.song(production, work);
        return engine.get().plan(order(production, results, number, song), work);
    }

    private static FilmOrder order(Production production, Results results, int number, Backbeat.Song song) {
        Timeline timeline = pictures(VersionFile.timeline(production, results.version(number)));
        return FilmOrder.of(timeline, song.file(), results.file(MADE));
    }

    /** A film has no name between the two files: what was said of the one before must not stand on this one when the process ends here. */
    private static void show(Results results, FilmView view, Instant now) {
        results.requireStillTrue();
        results.films().withdraw(now);
        results.forget(List.of(FILM_FACTS));
        try {
            Files.move(results.file(MADE), results.file(Results.FILM), StandardCopyOption.ATOMIC_MOVE);
            results.write(FILM_FACTS, view);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CancelledException replaced) {
            results.forget(List.of(Results.FILM));
            throw replaced;
        }
    }

    /** The song comes from its file. */
    private static Timeline pictures(Timeline timeline) {
        return timeline.withTracks(timeline.tracks().stream()
                .filter(track -> track.kind() == Track.Kind.VIDEO)
                .toList());
    }
}
