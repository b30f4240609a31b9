package backbeat.studio.edit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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

    /**
     * @param made when it became the film that is there
     * @param isCurrent whether it is the film that is there now
     */
    public record Kept(FilmView film, Instant made, Instant shownUntil, long bytes, boolean isCurrent) {
        /** Whether it was, at that moment or later, the film that is there. */
        public boolean wasShownAfter(Instant moment) {
            return isCurrent || shownUntil.isAfter(moment);
        }
    }

    private final Results results;

    Films(Results results) {
        this.results = results;
    }

    /** The film that is there now, and then the newest first. */
    public List<Kept> all() {
        FilmView current = results.filmFacts().orElse(null);
        List<Kept> older = new ArrayList<>();
        for (String name : names()) {
            facts(name)
                    .filter(film -> current == null || !current.version().equals(name))
                    .flatMap(film -> older(film, file(name)))
                    .ifPresent(older::add);
        }
        older.sort(Comparator.comparing(Kept::made).reversed());
        List<Kept> all = new ArrayList<>();
        if (current != null) {
            current(current).ifPresent(all::add);
        }
        all.addAll(older);
        return all;
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

    /** The film that is there now is not from a moment on, since another takes its place, or what it was made of is not there any more. */
    void withdraw(Instant now) {
        results.filmFacts().filter(film -> isName(film.version())).ifPresent(film -> {
            SecondName.of(results.file(Results.FILM), file(film.version()));
            KeptFilm kept = facts(film.version()).orElseGet(() -> KeptFilm.shown(film, null));
            results.write(factsName(film.version()), kept.until(now));
        });
    }

    /**
     * Keeps the film that was just made.
     *
     * @param stays which of the older films have a reason to
     */
    void keep(FilmView film, Instant now, Predicate<String> stays) {
        results.write(factsName(film.version()), KeptFilm.shown(film, now));
        Path place = file(film.version());
        remove(place);
        SecondName.of(results.file(Results.FILM), place);
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
            return Files.mismatch(kept, made) < 0;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void delete(Kept kept) {
        remove(file(kept.film().version()));
        remove(results.file(factsName(kept.film().version())));
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Kept> current(FilmView film) {
        return onDisk(results.file(Results.FILM))
                .map(disk -> new Kept(film, disk.lastModifiedTime().toInstant(), Instant.MAX, disk.size(), true));
    }

    /** One of before it was written when films are shown: it ends when it begins, and so nobody sees one that was not meant for them. */
    private static Optional<Kept> older(KeptFilm film, Path file) {
        return onDisk(file).map(disk -> {
            Instant made = film.shownFrom() == null ? disk.lastModifiedTime().toInstant() : film.shownFrom();
            Instant until = film.shownUntil() == null ? made : film.shownUntil();
            return new Kept(film.film(), made, until, disk.size(), false);
        });
    }

    /** Somebody else may have dropped it after its name was read. */
    private static Optional<BasicFileAttributes> onDisk(Path file) {
        try {
            return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the file is the film's version; another one, out of an archive of somebody's, could lead to any file. */
    private Optional<KeptFilm> facts(String name) {
        return results.read(factsName(name), KeptFilm.class)
                .filter(film -> film.version().equals(name));
    }

    private static boolean isName(String version) {
        return version.matches("[A-Za-z0-9-]{1,64}");
    }

    private static String factsName(String version) {
        return FOLDER + "/" + version + ".json";
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
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(Films::isName)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
