package backbeat.app.cli;

import backbeat.engine.interchange.Adopted;
import backbeat.engine.interchange.ForeignFile;
import backbeat.engine.interchange.ForeignFiles;
import backbeat.engine.interchange.ForeignTimeline;
import backbeat.engine.interchange.MediaUrl;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Item.ClipItem;
import backbeat.engine.timeline.Item.Nested;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.OfflineMedia;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A timeline file as what can be rendered: taken over, with the files that it names, and with the song's own track alone of its sound. What was not understood and which
 * clips were not found is told.
 */
final class RenderTimeline {
    private static final int MOST_NAMES = 5;

    private final Path folder;
    private final Path song;

    private final ClipSearch search;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> missing = new TreeSet<>();
    private int found;

    /** What is to be rendered, and all that is to be told of it. */
    record Ready(Timeline timeline, List<Finding> findings) {}

    private RenderTimeline(Path folder, Path song, ClipSearch search) {
        this.folder = folder;
        this.song = song;
        this.search = search;
    }

    /**
     * @param rate of formats that do not tell theirs; null to guess
     * @param footage where clips lie that the timeline tells no place of; null for beside it
     */
    static Ready read(
            Path file, @Nullable Rate rate, Path song, @Nullable Path footage, Function<Path, MediaFacts> probe) {
        ForeignFile read = ForeignFiles.read(file, rate);
        if (read.timelines().isEmpty()) {
            throw new Problem(
                            "cli/no-timeline",
                            "There is nothing to render in this file.",
                            file.toString(),
                            "It holds no timeline.",
                            "Export a timeline, not a list of clips.")
                    .asException();
        }
        ForeignTimeline first = read.timelines().getFirst();
        Adopted adopted = Adopted.of(first, rate);
        Path folder = file.toAbsolutePath().resolveSibling("");
        RenderTimeline taken = new RenderTimeline(
                folder, song, new ClipSearch(footage == null ? folder : footage.toAbsolutePath(), probe));
        taken.findings.addAll(read.findings());
        taken.findings.addAll(adopted.findings());
        Stream.ofNullable(Adopted.assumedSize(first)).forEach(taken.findings::add);
        if (read.timelines().size() > 1) {
            taken.findings.add(Finding.warning(new Problem(
                    "cli/first-timeline",
                    "The file holds " + read.timelines().size() + " timelines; the first is rendered.",
                    first.name(),
                    "",
                    "Convert the file first: each timeline becomes a file of its own.")));
        }
        return taken.ready(adopted.timeline(), file);
    }

    private Ready ready(Timeline adopted, Path file) {
        Timeline linked = linked(adopted);
        if (found == 0 && !missing.isEmpty()) {
            throw new Problem(
                            "cli/no-clip-found",
                            "None of the clips of this timeline was found.",
                            file.toString(),
                            "Missing are: " + names() + ".",
                            "Name the folder they lie in with --footage.")
                    .asException();
        }
        if (!missing.isEmpty()) {
            findings.add(Finding.warning(new Problem(
                    "cli/clip-not-found",
                    "Clips were not found and are black in the film: " + names() + ".",
                    file.toString(),
                    "",
                    "Name the folder they lie in with --footage.")));
        }
        return new Ready(linked, List.copyOf(findings));
    }

    private String names() {
        String first = missing.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return missing.size() > MOST_NAMES ? first + " and " + (missing.size() - MOST_NAMES) + " more" : first;
    }

    private Timeline linked(Timeline timeline) {
        return timeline.withTracks(timeline.tracks().stream()
                .filter(track -> track.kind() == Track.Kind.VIDEO || isSong(track))
                .map(track -> track.kind() == Track.Kind.VIDEO ? track.withItems(linked(track.items())) : track)
                .toList());
    }

    private boolean isSong(Track track) {
        return track.kind() == Track.Kind.AUDIO
                && !track.items().isEmpty()
                && track.items().getFirst() instanceof ClipItem clip
                && clip.media() instanceof MediaReference media
                && song.getFileName().equals(media.file().getFileName());
    }

    private List<Item> linked(List<Item> items) {
        return items.stream().map(this::linked).toList();
    }

    private Item linked(Item item) {
        return switch (item) {
            case ClipItem clip when clip.media() instanceof OfflineMedia offline -> linked(clip, offline);
            case ClipItem clip when clip.media() instanceof MediaReference here -> onFile(clip, here);
            case Nested nested ->
                new Nested(
                        nested.name(),
                        linked(nested.content()),
                        nested.sourceStart(),
                        nested.duration(),
                        nested.speed(),
                        nested.enabled(),
                        nested.effects(),
                        nested.markers(),
                        nested.metadata());
            default -> item;
        };
    }

    private ClipItem linked(ClipItem clip, OfflineMedia offline) {
        Path file = offline.fromFirstPicture() ? file(offline.url()) : null;
        Optional<ClipItem> linked = file == null
                ? search.linked(clip, offline)
                : Optional.of(clip.withMedia(reference(file, clip), clip.sourceStart()));
        if (linked.isPresent()) {
            found++;
        } else {
            missing.add(clip.name().isEmpty() ? offline.reel() : clip.name());
        }
        return linked.orElse(clip);
    }

    private ClipItem onFile(ClipItem clip, MediaReference here) {
        if (Files.isRegularFile(here.file())) {
            found++;
        } else {
            missing.add(here.name());
        }
        return clip;
    }

    private static MediaReference reference(Path file, ClipItem clip) {
        return new MediaReference(
                file, Rational.ZERO, clip.duration(), clip.media().rate(), null, 0, 0, 0, 0, List.of());
    }

    /** As it is named, or of the same name beside the timeline. */
    private @Nullable Path file(String told) {
        try {
            Path named = Path.of(MediaUrl.path(told));
            Path whole = folder.resolve(named);
            Path beside = folder.resolve(String.valueOf(named.getFileName()));
            return Files.isRegularFile(whole) ? whole : Files.isRegularFile(beside) ? beside : null;
        } catch (IllegalArgumentException noFile) {
            return null;
        }
    }
}
