package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A timeline for programs without multicams: each choice of an angle becomes the clip that the angle shows there, and the angle that is heard a track of sound. A
 * multicam whose content nobody told stays as it is.
 */
final class FlatMulticam {
    private final Rate rate;

    private FlatMulticam(Rate rate) {
        this.rate = rate;
    }

    static Timeline of(Timeline timeline) {
        boolean any = timeline.tracks().stream()
                .flatMap(track -> track.items().stream())
                .anyMatch(item -> item instanceof Item.ClipItem clip && isOpen(clip));
        return any ? new FlatMulticam(timeline.rate()).flat(timeline) : timeline;
    }

    private static boolean isOpen(Item.ClipItem clip) {
        return clip.media() instanceof Multicam multicam
                && multicam.duration() != null
                && clip.speed().equals(Rational.ONE);
    }

    private Timeline flat(Timeline timeline) {
        List<Track> tracks = new ArrayList<>();
        List<Track> heard = new ArrayList<>();
        for (Track track : timeline.tracks()) {
            boolean sound = track.kind() == Track.Kind.AUDIO;
            tracks.add(track.withItems(track.items().stream()
                    .flatMap(item -> shown(item, sound).stream())
                    .toList()));
            List<Item> ofAngle = sound ? List.of() : heard(track);
            if (ofAngle.stream().anyMatch(Item.Piece.class::isInstance)) {
                heard.add(new Track(Track.Kind.AUDIO, track.name() + " sound", ofAngle));
            }
        }
        tracks.addAll(heard);
        return timeline.withTracks(tracks);
    }

    private List<Item> shown(Item item, boolean sound) {
        if (!(item instanceof Item.ClipItem clip && isOpen(clip) && clip.media() instanceof Multicam multicam)) {
            return List.of(item);
        }
        Optional<Multicam.Angle> angle = sound ? multicam.soundAngle() : multicam.pictureAngle();
        List<Item> pieces = angle.map(chosen -> window(chosen.items(), clip)).orElse(List.of());
        return pieces.isEmpty() ? List.of(new Item.Gap(clip.duration(), clip.name())) : dressed(pieces, clip);
    }

    /** The angle of the sound below the pictures, where it is another than theirs; what goes on from shot to shot is one clip. */
    private List<Item> heard(Track track) {
        List<Item> row = new ArrayList<>();
        for (Item item : track.items()) {
            List<Item> here = List.of(new Item.Gap(item.duration(), ""));
            if (item instanceof Item.ClipItem clip
                    && isOpen(clip)
                    && clip.media() instanceof Multicam multicam
                    && !multicam.sound().equals(multicam.picture())) {
                here = multicam.soundAngle()
                        .map(angle -> window(angle.items(), clip))
                        .orElse(here);
            }
            if (item.duration().signum() > 0) {
                here.forEach(piece -> goOn(row, piece));
            }
        }
        return row;
    }

    private static void goOn(List<Item> row, Item next) {
        Item last = row.isEmpty() ? null : row.getLast();
        if (last instanceof Item.ClipItem before
                && next instanceof Item.ClipItem after
                && before.media().equals(after.media())
                && before.speed().equals(after.speed())
                && before.sourceEnd().equals(after.sourceStart())) {
            row.set(
                    row.size() - 1,
                    before.taking(before.sourceStart(), before.duration().plus(after.duration())));
        } else if (last instanceof Item.Gap before && next instanceof Item.Gap after) {
            row.set(row.size() - 1, new Item.Gap(before.duration().plus(after.duration()), before.name()));
        } else {
            row.add(next);
        }
    }

    /** What of a row lies where the clip looks, as long as the clip; its inner edges on frames. */
    private List<Item> window(List<Item> row, Item.ClipItem clip) {
        List<Item> found = new ArrayList<>();
        Rational from = clip.sourceStart();
        Rational at = Rational.ZERO;
        Rational done = Rational.ZERO;
        for (Item item : row) {
            Rational end = at.plus(item.duration());
            Rational until = onFrame(end.minus(from)).min(clip.duration());
            if (until.isGreaterThan(done) && item.duration().signum() > 0) {
                found.add(part(item, from.plus(done).minus(at), until.minus(done)));
                done = until;
            }
            at = end;
        }
        if (done.isLessThan(clip.duration())) {
            found.add(new Item.Gap(clip.duration().minus(done), ""));
        }
        return found;
    }

    private Rational onFrame(Rational seconds) {
        return rate.timeOf(rate.nearestFrame(seconds));
    }

    private static Item part(Item item, Rational into, Rational length) {
        return item instanceof Item.Piece piece
                ? piece.taking(piece.sourceStart().plus(into.times(piece.speed())), length)
                : new Item.Gap(length, item.name());
    }

    /** What was said of the choice is said of what it shows. */
    private static List<Item> dressed(List<Item> pieces, Item.ClipItem clip) {
        List<Item> dressed = new ArrayList<>();
        for (Item item : pieces) {
            if (item instanceof Item.ClipItem piece) {
                Map<String, String> said = new TreeMap<>(piece.metadata());
                said.putAll(clip.metadata());
                said.remove(Told.KIND);
                said.remove(Told.ANGLES);
                boolean plain = piece.effects().isEmpty();
                dressed.add(piece.withMetadata(said)
                        .withEnabled(clip.enabled() && piece.enabled())
                        .withEffects(plain ? clip.effects() : piece.effects())
                        .withMarkers(dressed.isEmpty() ? clip.markers() : List.of()));
            } else {
                dressed.add(item);
            }
        }
        return dressed;
    }
}
