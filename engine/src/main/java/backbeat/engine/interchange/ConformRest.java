package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was not touched beside the pictures goes back to what it was: the song to its last sample, its markers with their colours and lengths on the timeline, the names of
 * the tracks. Formats carry each of these in part only, or in another place.
 */
final class ConformRest {
    private record Sound(Item.ClipItem clip, Rational at) {}

    private final Timeline ours;
    private final Timeline returned;
    private final Rational frame;

    /** @param returned what came back, its clips on our files */
    ConformRest(Timeline ours, Timeline returned) {
        this.ours = ours;
        this.returned = returned;
        this.frame = ours.rate().frameDuration();
    }

    List<Track> tracks() {
        List<Track> all = new ArrayList<>();
        all.addAll(named(Track.Kind.VIDEO));
        all.addAll(soundIsUntouched() ? of(ours, Track.Kind.AUDIO) : named(Track.Kind.AUDIO));
        all.addAll(named(Track.Kind.CAPTION));
        return all.stream().map(this::withoutSongMarkers).toList();
    }

    private static List<Track> of(Timeline timeline, Track.Kind kind) {
        return timeline.tracks().stream().filter(track -> track.kind() == kind).toList();
    }

    private List<Track> named(Track.Kind kind) {
        List<Track> known = of(ours, kind);
        List<Track> now = of(returned, kind);
        if (known.size() != now.size()) {
            return now;
        }
        List<Track> named = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            Track was = known.get(i);
            Track track = now.get(i);
            named.add(new Track(kind, was.name(), track.enabled(), track.items(), was.metadata()));
        }
        return named;
    }

    /** A list of pictures alone comes back without the song; others end it on a frame, or have a track for each of its channels. */
    private boolean soundIsUntouched() {
        List<Sound> was = sounds(ours);
        List<Sound> now = sounds(returned);
        return now.stream().allMatch(sound -> was.stream().anyMatch(known -> isSame(known, sound)))
                && (now.isEmpty()
                        || was.stream().allMatch(known -> now.stream().anyMatch(sound -> isSame(known, sound))));
    }

    private static List<Sound> sounds(Timeline timeline) {
        List<Sound> sounds = new ArrayList<>();
        for (Track track : of(timeline, Track.Kind.AUDIO)) {
            Rational at = Rational.ZERO;
            for (Item item : track.items()) {
                if (item instanceof Item.ClipItem clip) {
                    sounds.add(new Sound(clip, at));
                }
                at = at.plus(item.duration());
            }
        }
        return sounds;
    }

    private boolean isSame(Sound was, Sound now) {
        return was.clip().media().equals(now.clip().media())
                && was.clip().speed().equals(now.clip().speed())
                && was.clip().enabled() == now.clip().enabled()
                && isNear(was.at(), now.at())
                && isNear(was.clip().sourceStart(), now.clip().sourceStart())
                && isNear(
                        was.at().plus(was.clip().duration()),
                        now.at().plus(now.clip().duration()));
    }

    private boolean isNear(Rational one, Rational other) {
        return !one.minus(other).abs().isGreaterThan(frame);
    }

    /** Those of ours that came back, wherever they stood in the file, and what was added; a file without any says nothing of them. */
    List<Marker> markers() {
        boolean none = returned.markers().isEmpty()
                && returned.tracks().stream()
                        .flatMap(track -> track.items().stream())
                        .allMatch(item -> !(item instanceof Item.Piece piece)
                                || piece.markers().isEmpty());
        if (none) {
            return ours.markers();
        }
        List<Marker> all = new ArrayList<>();
        for (Marker marker : ours.markers()) {
            if (cameBack(marker)) {
                all.add(marker);
            }
        }
        returned.markers().stream().filter(marker -> ours(marker).isEmpty()).forEach(all::add);
        return all;
    }

    private boolean cameBack(Marker marker) {
        boolean onTimeline = returned.markers().stream().anyMatch(other -> isSame(marker, other));
        return onTimeline
                || returned.tracks().stream()
                        .flatMap(track -> track.items().stream())
                        .anyMatch(item -> item instanceof Item.Piece piece
                                && piece.markers().stream()
                                        .anyMatch(other -> other.name().equals(marker.name())));
    }

    private Optional<Marker> ours(Marker marker) {
        return ours.markers().stream().filter(known -> isSame(known, marker)).findFirst();
    }

    private boolean isSame(Marker was, Marker now) {
        return was.name().equals(now.name()) && isNear(was.at(), now.at());
    }

    /** Some formats hang the markers of the song on the shots above it; there they would wander with the shots. */
    private Track withoutSongMarkers(Track track) {
        return track.withItems(track.items().stream()
                .map(item ->
                        item instanceof Item.Piece piece && !piece.markers().isEmpty()
                                ? piece.withMarkers(piece.markers().stream()
                                        .filter(marker -> ours.markers().stream()
                                                .noneMatch(known -> known.name().equals(marker.name())))
                                        .toList())
                                : item)
                .toList());
    }
}
