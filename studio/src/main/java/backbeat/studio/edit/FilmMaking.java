package backbeat.studio.edit;

import backbeat.engine.Backbeat;
import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.Problem;
import backbeat.engine.render.FilmOrder;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import backbeat.studio.production.Production;
import backbeat.studio.review.Verdicts;
import backbeat.studio.store.Id;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Makes the film of the version of the cut that is open, as its file for other programs tells it: what people see on the page is what the film shows. */
final class FilmMaking {
    private static final String MADE = ".new-film.mp4";
    private static final String FILM_FACTS = "film.json";

    private final Supplier<Backbeat> engine;
    private final Loading loading;
    private final Cuts cuts;
    private final Verdicts verdicts;
    private final Clock clock;

    FilmMaking(Supplier<Backbeat> engine, Loading loading, Cuts cuts, Verdicts verdicts, Clock clock) {
        this.engine = engine;
        this.loading = loading;
        this.cuts = cuts;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    void make(Production production, Results results, Work work) {
        int number = cuts.open(production.id())
                .map(CutVersion::number)
                .orElseThrow(() -> new Problem(
                                "edit/no-cut",
                                "There is no cut yet.",
                                "",
                                "",
                                "Make the rough cut first, then its film.")
                        .asException());
        Backbeat.Song song = loading.song(production, work.part(0, 0.02));
        Timeline timeline = pictures(VersionFile.timeline(production, results.version(number)));
        Path made = results.file(MADE);
        Films films = results.films();
        try {
            engine.get().render(FilmOrder.of(timeline, song.file(), made), work.part(0.02, 1));
            FilmView film = films.sameAs(number, made)
                    .orElseGet(() -> new FilmView(
                            Id.fresh(),
                            String.valueOf(timeline.rate()),
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
