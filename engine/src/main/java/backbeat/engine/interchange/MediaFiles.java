package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.OfflineMedia;
import backbeat.engine.timeline.SourceMedia;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The files of a timeline in the order they are met, each once; how much of those that are not here is known by what is used of them. */
final class MediaFiles {
    private record Use(Rational from, Rational to, boolean picture, boolean sound) {
        Use with(Use other) {
            return new Use(from.min(other.from), to.max(other.to), picture || other.picture, sound || other.sound);
        }
    }

    private final Map<SourceMedia, Use> uses = new LinkedHashMap<>();
    private final Map<SourceMedia, MediaFile> files = new LinkedHashMap<>();

    private MediaFiles() {}

    static MediaFiles of(Timeline timeline) {
        MediaFiles found = new MediaFiles();
        found.collect(timeline);
        found.uses.forEach((media, use) -> found.files.put(media, found.file(media, use)));
        return found;
    }

    private void collect(Timeline timeline) {
        timeline.tracks().forEach(track -> collect(track.items(), _ -> track.kind() == Track.Kind.AUDIO));
    }

    private void collect(List<Item> items, Predicate<SourceMedia> isSound) {
        for (Item item : items) {
            if (item instanceof Item.Nested nested) {
                collect(nested.content());
            } else if (item instanceof Item.ClipItem clip) {
                if (clip.media() instanceof Multicam multicam) {
                    multicam.angles().forEach(angle -> collect(angle.items(), inside -> inside.rate() == null));
                } else if (clip.media() instanceof MediaReference || clip.media() instanceof OfflineMedia) {
                    Rational from = clip.sourceStart().min(clip.sourceEnd());
                    Rational to = clip.sourceStart().max(clip.sourceEnd());
                    boolean sound = isSound.test(clip.media());
                    uses.merge(clip.media(), new Use(from, to, !sound, sound), Use::with);
                }
            }
        }
    }

    private MediaFile file(SourceMedia media, Use use) {
        if (media instanceof MediaReference here) {
            return MediaFile.of(here);
        }
        int channels = use.sound ? 2 : 0;
        MediaFile.Shape shape = new MediaFile.Shape(use.picture, 0, 0, channels == 0 ? 0 : 48_000, channels);
        return MediaFile.of((OfflineMedia) media, use.from, use.to, shape);
    }

    Map<SourceMedia, MediaFile> all() {
        return files;
    }

    /** Null for what is generated. */
    @Nullable
    MediaFile find(SourceMedia media) {
        return files.get(media);
    }

    MediaFile get(SourceMedia media) {
        return Objects.requireNonNull(files.get(media));
    }
}
