package backbeat.studio.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The films of a production that are kept, so that two can be looked at beside each other: the newest {@value #KEPT}, and of older ones those that have a reason to
 * stay. The film that is there now is kept as a second name of its file, which takes no room.
 */
public final class Films {
    public static final int KEPT = 6;

    private static final String FOLDER = "films";
    private static final String ENDING = ".mp4";

    /** @param isCurrent whether it is the film that is there now */
    public record Kept(FilmView film, Instant made, long bytes, boolean isCurrent) {}

    private final Results results;

    Films(Results results) {
        this.results = results;
    }

    /** The newest first. */
    public List<Kept> all() {
        FilmView current = results.filmFacts().orElse(null);
        List<Kept> all = new ArrayList<>();
        for (String name : names()) {
            facts(name)
                    .ifPresent(film -> all.add(kept(
                            film,
                            file(name),
                            current != null && current.version().equals(film.version()))));
        }
        if (current != null && all.stream().noneMatch(Kept::isCurrent)) {
            results.film().ifPresent(file -> all.add(kept(current, file, true)));
        }
        all.sort(Comparator.comparing(Kept::made).reversed());
        return all;
    }

    /** The films that were there to be seen since a moment. */
    public List<Kept> since(Instant moment) {
        List<Kept> all = all();
        int seen = 0;
        while (seen < all.size() && (seen == 0 || all.get(seen - 1).made().isAfter(moment))) {
            seen++;
        }
        return all.subList(0, seen);
    }

    public Optional<Kept> byVersion(String version) {
        return all().stream()
                .filter(kept -> kept.film().version().equals(version))
                .findFirst();
    }

    public Optional<Path> file(Kept kept) {
        Path file =
                kept.isCurrent() ? results.file(Results.FILM) : file(kept.film().version());
        return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** Nothing stands on a film that was dropped but what was said of it. The film that is there now stays. */
    public void drop(String version) {
        byVersion(version).filter(kept -> !kept.isCurrent()).ifPresent(this::delete);
    }

    /**
     * Keeps the film that was just made.
     *
     * @param stays which of the older films have a reason to
     */
    void keep(FilmView film, Predicate<String> stays) {
        results.write(FOLDER + "/" + film.version() + ".json", film);
        Path place = file(film.version());
        if (!Files.exists(place)) {
            SecondName.of(results.file(Results.FILM), place);
        }
        all().stream()
                .filter(kept -> !kept.isCurrent())
                .skip(KEPT - 1L)
                .filter(kept -> !stays.test(kept.film().version()))
                .forEach(this::delete);
    }

    /** The film that has the same bytes as one of the same cut that was just made: it is that film. */
    Optional<FilmView> sameAs(int cut, Path made) {
        return all().stream()
                .filter(kept -> kept.film().cut() == cut)
                .filter(kept -> hasSameBytes(file(kept.film().version()), made))
                .map(Kept::film)
                .findFirst();
    }

    private static boolean hasSameBytes(Path kept, Path made) {
        try {
            return Files.isRegularFile(kept) && Files.mismatch(kept, made) < 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void delete(Kept kept) {
        String name = kept.film().version();
        try {
            Files.deleteIfExists(file(name));
            Files.deleteIfExists(results.file(FOLDER + "/" + name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kept kept(FilmView film, Path file, boolean isCurrent) {
        try {
            return new Kept(film, Files.getLastModifiedTime(file).toInstant(), Files.size(file), isCurrent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<FilmView> facts(String name) {
        return results.read(FOLDER + "/" + name + ".json", FilmView.class);
    }

    private Path file(String version) {
        return results.file(FOLDER + "/" + version + ENDING);
    }

    private List<String> names() {
        Path folder = results.file(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
