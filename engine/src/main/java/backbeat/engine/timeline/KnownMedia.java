package backbeat.engine.timeline;

import backbeat.engine.time.Timecode;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A timeline that opens no other files than those it may: every other becomes media that is only told of. A timeline is data that anybody can write, and a path in it
 * is a wish. What is shown in several places is looked at once.
 */
public final class KnownMedia {
    private final UnaryOperator<Item.ClipItem> change;
    private final IdentityHashMap<Timeline, Timeline> contents = new IdentityHashMap<>();
    private final IdentityHashMap<Multicam.Angle, Multicam.Angle> angles = new IdentityHashMap<>();

    /** @param change of each item that shows a file */
    private KnownMedia(UnaryOperator<Item.ClipItem> change) {
        this.change = change;
    }

    public static Timeline only(Timeline timeline, Predicate<Path> known) {
        return new KnownMedia(clip -> clip.media() instanceof MediaReference file && !isKnown(file, known)
                        ? clip.withMedia(told(file), clip.sourceIn())
                        : clip)
                .of(timeline);
    }

    /**
     * A timeline whose files lie elsewhere now.
     *
     * @param place of a file, by where it lay
     */
    public static Timeline moved(Timeline timeline, UnaryOperator<Path> place) {
        return new KnownMedia(clip -> clip.media() instanceof MediaReference file
                        ? clip.withMedia(file.moved(place), clip.sourceStart())
                        : clip)
                .of(timeline);
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
            case Multicam multicam -> clip.withMedia(of(multicam), clip.sourceStart());
            default -> change.apply(clip);
        };
    }

    private static boolean isKnown(MediaReference media, Predicate<Path> known) {
        return known.test(media.file()) && media.parts().stream().allMatch(part -> isKnown(part, known));
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
