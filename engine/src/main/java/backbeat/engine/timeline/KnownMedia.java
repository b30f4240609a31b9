package backbeat.engine.timeline;

import backbeat.engine.time.Timecode;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A timeline that opens no other files than those it may: every other becomes media that is only told of. A timeline is data that anybody can write, and a path in it
 * is a wish. What is shown in several places is looked at once.
 */
public final class KnownMedia {
    private final Predicate<Path> known;
    private final IdentityHashMap<Timeline, Timeline> contents = new IdentityHashMap<>();
    private final IdentityHashMap<Multicam.Angle, Multicam.Angle> angles = new IdentityHashMap<>();

    private KnownMedia(Predicate<Path> known) {
        this.known = known;
    }

    public static Timeline only(Timeline timeline, Predicate<Path> known) {
        return new KnownMedia(known).of(timeline);
    }

    private Timeline of(Timeline timeline) {
        Timeline done = contents.get(timeline);
        if (done == null) {
            done = timeline.withTracks(timeline.tracks().stream()
                    .map(track -> track.withItems(of(track.items())))
                    .toList());
            contents.put(timeline, done);
        }
        return done;
    }

    private List<Item> of(List<Item> items) {
        return items.stream().map(this::of).toList();
    }

    private Item of(Item item) {
        return switch (item) {
            case Item.ClipItem clip -> of(clip);
            case Item.Nested nested -> nested.withContent(of(nested.content()));
            case Item other -> other;
        };
    }

    private Item.ClipItem of(Item.ClipItem clip) {
        return switch (clip.media()) {
            case MediaReference file when !isKnown(file) -> clip.withMedia(told(file), clip.sourceIn());
            case Multicam multicam -> clip.withMedia(of(multicam), clip.sourceStart());
            default -> clip;
        };
    }

    private boolean isKnown(MediaReference media) {
        return known.test(media.file()) && media.parts().stream().allMatch(this::isKnown);
    }

    private Multicam of(Multicam multicam) {
        return new Multicam(
                multicam.name(),
                multicam.rate(),
                multicam.angles().stream().map(this::of).toList(),
                multicam.picture(),
                multicam.sound());
    }

    private Multicam.Angle of(Multicam.Angle angle) {
        Multicam.Angle done = angles.get(angle);
        if (done == null) {
            done = new Multicam.Angle(angle.name(), of(angle.items()));
            angles.put(angle, done);
        }
        return done;
    }

    private static OfflineMedia told(MediaReference media) {
        @Nullable Timecode label = media.timecode();
        return new OfflineMedia(
                media.name(),
                media.file().toString(),
                "",
                media.rate(),
                label == null ? null : label.seconds(),
                true,
                media.duration());
    }
}
