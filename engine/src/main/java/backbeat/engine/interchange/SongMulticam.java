package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cut as a multicam: every file is an angle in its place on the song, the song is the angle that is heard, and a shot is a choice of angle. So an editor changes the
 * angle of a shot with one key, and nothing loses sync. Angles lie on whole frames; shots at another speed keep an angle of their own speed each.
 */
final class SongMulticam {
    private record Angle(MediaReference media, Rational speed) {}

    private final Timeline timeline;
    private final Rate rate;
    private final Map<Angle, Multicam.Angle> angles = new LinkedHashMap<>();

    private SongMulticam(Timeline timeline) {
        this.timeline = timeline;
        this.rate = timeline.rate();
    }

    /** The same timeline where there is no song or a shot is none of our files. */
    static Timeline of(Timeline timeline) {
        Track song = timeline.tracks().stream()
                .filter(track -> track.kind() == Track.Kind.AUDIO)
                .findFirst()
                .orElse(null);
        if (song == null) {
            return timeline;
        }
        boolean simple = timeline.tracks().stream()
                .filter(track -> track.kind() == Track.Kind.VIDEO)
                .flatMap(track -> track.items().stream())
                .allMatch(SongMulticam::isOfAngle);
        return simple ? new SongMulticam(timeline).with(song) : timeline;
    }

    private static boolean isOfAngle(Item item) {
        return !(item instanceof Item.Nested)
                && !(item instanceof Item.ClipItem clip
                        && (clip.file() == null || clip.speed().signum() <= 0));
    }

    private Timeline with(Track song) {
        for (Track track : timeline.tracks()) {
            if (track.kind() == Track.Kind.VIDEO) {
                eachShot(track, this::angle);
            }
        }
        List<Multicam.Angle> all = new ArrayList<>(angles.values());
        String songName = song.name().isEmpty() ? "Song" : song.name();
        all.add(new Multicam.Angle(songName, song.items()));
        List<Track> tracks = new ArrayList<>();
        for (Track track : timeline.tracks()) {
            if (track.kind() == Track.Kind.VIDEO) {
                tracks.add(track.withItems(shots(track, all, songName)));
            } else if (track.kind() == Track.Kind.CAPTION) {
                tracks.add(track);
            }
        }
        return timeline.withTracks(tracks);
    }

    private interface Shot {
        void at(Item.ClipItem clip, Rational at);
    }

    private static void eachShot(Track track, Shot shot) {
        Rational at = Rational.ZERO;
        for (Item item : track.items()) {
            if (item instanceof Item.ClipItem clip) {
                shot.at(clip, at);
            }
            at = at.plus(item.duration());
        }
    }

    /** The whole file, as far as it lies after the song's beginning, where its first shot says it lies. */
    private void angle(Item.ClipItem clip, Rational at) {
        if (!(clip.media() instanceof MediaReference media)) {
            return;
        }
        angles.computeIfAbsent(new Angle(media, clip.speed()), angle -> {
            Rational begins = at.minus(clip.sourceStart().minus(media.start()).dividedBy(clip.speed()));
            Rational from = rate.timeOf(rate.nearestFrame(begins)).max(Rational.ZERO);
            Rational shown =
                    clip.sourceStart().plus(from.minus(at).times(clip.speed())).max(media.start());
            Rational left = media.start().plus(media.duration()).minus(shown).dividedBy(clip.speed());
            Rational length = rate.timeOf(left.times(rate.perSecond()).floor()).max(rate.frameDuration());
            List<Item> items = new ArrayList<>();
            if (from.signum() > 0) {
                items.add(new Item.Gap(from, "Gap"));
            }
            items.add(new Item.ClipItem(media.name(), media, shown, length, clip.speed(), Map.of()));
            return new Multicam.Angle(name(angle), items);
        });
    }

    private String name(Angle angle) {
        String plain = angle.media().name();
        long others = angles.keySet().stream()
                .filter(known -> known.media().name().equals(plain))
                .count();
        return others == 0 ? plain : plain + " (" + (others + 1) + ")";
    }

    private List<Item> shots(Track track, List<Multicam.Angle> all, String songName) {
        Multicam multicam = new Multicam(timeline.name(), rate, all, "", songName);
        List<Item> shots = new ArrayList<>();
        Rational at = Rational.ZERO;
        for (Item item : track.items()) {
            if (item instanceof Item.ClipItem clip && clip.media() instanceof MediaReference media) {
                Multicam.Angle angle = angles.get(new Angle(media, clip.speed()));
                String picture = angle == null ? "" : angle.name();
                shots.add(clip.atSpeed(at, Rational.ONE).withMedia(multicam.choosing(picture, songName), at));
            } else {
                shots.add(item);
            }
            at = at.plus(item.duration());
        }
        return shots;
    }
}
