package backbeat.app.cli;

import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item.ClipItem;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.OfflineMedia;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the files of clips that a timeline names without a place, as lists do: by the clip's name or its reel, and where both count a timecode, by that. */
final class ClipSearch {
    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 20_000;

    private final List<Path> files;
    private final Function<Path, MediaFacts> probe;
    private final Map<Path, Optional<MediaReference>> known = new HashMap<>();

    ClipSearch(Path folder, Function<Path, MediaFacts> probe) {
        this.files = filesIn(folder);
        this.probe = probe;
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            return all.filter(Files::isRegularFile).limit(MOST_FILES).sorted().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    /** The clip on its file, from where it is shown; empty where no file is its own. */
    Optional<ClipItem> linked(ClipItem clip, OfflineMedia told) {
        return files.stream()
                .filter(file -> isNamed(file, clip, told))
                .flatMap(file -> known.computeIfAbsent(file, this::reference).stream())
                .flatMap(media -> from(clip, told, media).map(start -> clip.withMedia(media, start)).stream())
                .findFirst();
    }

    private static boolean isNamed(Path file, ClipItem clip, OfflineMedia told) {
        String stem = stem(String.valueOf(file.getFileName()));
        boolean byName = Stream.of(
                        clip.name(),
                        told.name(),
                        told.url().substring(told.url().lastIndexOf('/') + 1))
                .anyMatch(name -> !name.isEmpty() && stem(name).equals(stem));
        return byName || (!told.reel().isEmpty() && letters(stem).startsWith(letters(told.reel())));
    }

    private static String stem(String name) {
        return name.replaceFirst("\\.[^.]*$", "").toLowerCase(Locale.ROOT);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "");
    }

    private Optional<MediaReference> reference(Path file) {
        try {
            MediaFacts facts = probe.apply(file);
            VideoFacts video = facts.video();
            return video == null ? Optional.empty() : Optional.of(reference(file, facts, video));
        } catch (ProblemException noMedia) {
            return Optional.empty();
        }
    }

    private static MediaReference reference(Path file, MediaFacts facts, VideoFacts video) {
        String label = video.timecode();
        return new MediaReference(
                file,
                video.start(),
                facts.duration(),
                video.rate(),
                label == null ? null : Timecode.parse(label, video.rate()),
                video.width(),
                video.height(),
                0,
                0,
                List.of());
    }

    /** Clip time; empty where the file has none of what is shown. */
    private static Optional<Rational> from(ClipItem clip, OfflineMedia told, MediaReference file) {
        Rational label = told.label();
        Rational shown = clip.sourceStart();
        if (label != null) {
            Timecode first = file.timecode();
            shown = shown.plus(label).minus(first == null ? Rational.ZERO : first.seconds());
        }
        boolean within = shown.signum() >= 0 && shown.isLessThan(file.duration());
        return within ? Optional.of(file.start().plus(shown)) : Optional.empty();
    }
}
