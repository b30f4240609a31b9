package backbeat.app.web;

import backbeat.studio.edit.FilmView;
import backbeat.studio.edit.Films;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the player of a review shows: the film that is there now, and when somebody compares, a film of before with it.
 *
 * @param films that may be seen here, the newest first
 * @param other that the film is compared with; null when it is looked at alone
 */
public record Screening(
        FilmRow film, List<FilmRow> films, @Nullable FilmRow other, How how) {
    /** How two films are seen together. */
    public enum How {
        BESIDE("Beside"),
        WIPE("Wipe"),
        DIFFERENCE("Difference");

        private final String words;

        How(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A film that is kept. */
    public record FilmRow(FilmView film, String made, String size, boolean isCurrent) {
        private static final double MEGABYTE = 1e6;

        private static FilmRow of(Films.Kept kept, Instant now) {
            double megabytes = kept.bytes() / MEGABYTE;
            return new FilmRow(
                    kept.film(),
                    Ago.words(kept.made(), now),
                    String.format(Locale.ROOT, megabytes < 10 ? "%.1f MB" : "%.0f MB", megabytes),
                    kept.isCurrent());
        }

        public String words() {
            return film.cut() > 0 ? "version " + film.cut() : "the film of " + made;
        }

        public long frames() {
            return Math.round(film.seconds() * film.framesPerSecond());
        }
    }

    /**
     * @param with version of the film to compare with; empty for none
     * @return null when there is no film yet
     */
    static @Nullable Screening of(List<Films.Kept> kept, String with, String how, Instant now) {
        List<FilmRow> films = kept.stream().map(film -> FilmRow.of(film, now)).toList();
        FilmRow other = films.stream()
                .filter(film -> !film.isCurrent() && film.film().version().equals(with))
                .findFirst()
                .orElse(null);
        How wanted = Stream.of(How.values())
                .filter(one -> one.key().equals(how))
                .findFirst()
                .orElse(How.BESIDE);
        return films.stream()
                .filter(FilmRow::isCurrent)
                .findFirst()
                .map(film -> new Screening(film, films, other, wanted))
                .orElse(null);
    }

    /** Those that the film can be compared with. */
    public List<FilmRow> earlier() {
        return films.stream().filter(film -> !film.isCurrent()).toList();
    }

    public boolean shows(How one) {
        return other != null && how == one;
    }

    /** The address of another way to look, on the page of the review. */
    public String with(@Nullable FilmRow film, How way) {
        return film == null ? "?" : "?with=" + film.film().version() + "&how=" + way.key();
    }
}
