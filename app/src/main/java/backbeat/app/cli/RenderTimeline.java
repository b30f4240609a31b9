package backbeat.app.cli;

import backbeat.engine.interchange.Adopted;
import backbeat.engine.interchange.ForeignFile;
import backbeat.engine.interchange.ForeignFiles;
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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A timeline file as what can be rendered: taken over, with the files that it names, and with the song's own track alone of its sound. */
final class RenderTimeline {
    private final Path folder;
    private final Path song;

    private RenderTimeline(Path folder, Path song) {
        this.folder = folder;
        this.song = song;
    }

    /** @param rate of formats that do not tell theirs; null to guess */
    static Timeline read(Path file, @Nullable Rate rate, Path song) {
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
        Timeline adopted = Adopted.of(read.timelines().getFirst(), rate).timeline();
        return new RenderTimeline(file.toAbsolutePath().resolveSibling(""), song).linked(adopted);
    }

    private Timeline linked(Timeline timeline) {
        return timeline.withTracks(timeline.tracks().stream()
                .map(track -> track.withItems(linked(track.items())))
                .filter(track -> track.kind() == Track.Kind.VIDEO || isSong(track))
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
            case ClipItem clip
            when clip.media() instanceof OfflineMedia offline && offline.fromFirstPicture() -> {
                Path file = file(offline.url());
                yield file == null ? clip : clip.withMedia(reference(file, clip), clip.sourceStart());
            }
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

    private static MediaReference reference(Path file, ClipItem clip) {
        return new MediaReference(
                file, Rational.ZERO, clip.duration(), clip.media().rate(), null, 0, 0, 0, 0, List.of());
    }

    /** As it is named, or of the same name beside the timeline. */
    private @Nullable Path file(String told) {
        try {
            Path named = told.startsWith("file:") ? Path.of(URI.create(told).getPath()) : Path.of(told);
            Path whole = folder.resolve(named);
            Path beside = folder.resolve(String.valueOf(named.getFileName()));
            return Files.isRegularFile(whole) ? whole : Files.isRegularFile(beside) ? beside : null;
        } catch (IllegalArgumentException noFile) {
            return null;
        }
    }
}
