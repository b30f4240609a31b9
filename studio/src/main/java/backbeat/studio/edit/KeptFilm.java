package backbeat.studio.edit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the file of a film that is kept.
 *
 * @param version as in {@link FilmView}, and so the others up to {@code cut}
 * @param shownFrom when it became the film that is there, the last time; null in files of before
 * @param shownUntil when it was that no more; null as long as it is, and in files of before
 */
record KeptFilm(
        String version,
        String rate,
        double seconds,
        int cut,
        @Nullable Instant shownFrom,
        @Nullable Instant shownUntil) {
    static KeptFilm shown(FilmView film, @Nullable Instant from) {
        return new KeptFilm(film.version(), film.rate(), film.seconds(), film.cut(), from, null);
    }

    KeptFilm until(Instant moment) {
        return new KeptFilm(version, rate, seconds, cut, shownFrom, moment);
    }

    FilmView film() {
        return new FilmView(version, rate, seconds, cut);
    }
}
