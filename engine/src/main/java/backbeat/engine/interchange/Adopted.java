package backbeat.engine.interchange;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.InterchangeProblems;
import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A timeline of another program, taken over as one of ours: clips are rounded to whole frames at both ends, holes become gaps, what overlaps on one track goes to a track
 * of its own, and all of that is told. What was not understood stays with the item it belongs to, in its metadata.
 */
public record Adopted(Timeline timeline, List<Finding> findings) {
    /** Pixels, where the file tells none. */
    private static final ForeignTimeline.Size ASSUMED = new ForeignTimeline.Size(1920, 1080);

    /** @param rate of a file that tells none; null to assume 25 */
    public static Adopted of(ForeignTimeline foreign, @Nullable Rate rate) {
        try {
            Rate own = rate(foreign, rate);
            ForeignTimeline.Size size = Objects.requireNonNullElse(foreign.size(), ASSUMED);
            AdoptedContents contents = new AdoptedContents(own, size, new ReadingFindings());
            Timeline timeline = timeline(foreign, own, contents);
            return new Adopted(timeline, contents.findings().told());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw InterchangeProblems.numbers(foreign.name()).asException();
        }
    }

    /** Also of what lies within another. */
    static Timeline timeline(ForeignTimeline foreign, Rate otherwise, AdoptedContents contents) {
        Rate own = rate(foreign, otherwise);
        Sensible.time(foreign.start());
        IdentityHashMap<ForeignClip, List<Marker>> onClips = new IdentityHashMap<>();
        List<Marker> free = new ArrayList<>();
        Map<String, TreeMap<Rational, ForeignClip>> named = byName(foreign);
        for (ForeignMarker marker : foreign.markers()) {
            ForeignClip clip = carrier(marker, named);
            Rational from = clip == null ? foreign.start() : clip.recordIn();
            List<Marker> where = clip == null ? free : onClips.computeIfAbsent(clip, _ -> new ArrayList<>());
            try {
                where.add(marker(marker, from));
            } catch (ArithmeticException e) {
                contents.findings().warn(ReadingProblems.outOfRange(marker.name()));
            }
        }
        List<Track> tracks = new ArrayList<>();
        for (ForeignTrack track : foreign.tracks()) {
            tracks.addAll(new AdoptedTrack(track, foreign, own, onClips, contents).tracks());
        }
        ForeignTimeline.Size size = contents.size(foreign);
        boolean drop = foreign.dropFrame() && own.canDropFrame();
        return new Timeline(
                foreign.name(),
                own,
                new Timecode(own.nearestFrame(foreign.start()), own, drop),
                size.width(),
                size.height(),
                tracks.stream().sorted(Comparator.comparing(Track::kind)).toList(),
                free,
                foreign.foreign());
    }

    /** Of the file where it tells one that can be meant, else the one that was given. */
    private static Rate rate(ForeignTimeline foreign, @Nullable Rate given) {
        Rate told = foreign.rate();
        return told != null && Sensible.isRate(told) ? told : given != null ? given : Rate.FPS_25;
    }

    /** Clips by name, and those by where they begin; the first of those that begin together. */
    private static Map<String, TreeMap<Rational, ForeignClip>> byName(ForeignTimeline timeline) {
        Map<String, TreeMap<Rational, ForeignClip>> named = new HashMap<>();
        for (ForeignTrack track : timeline.tracks()) {
            for (ForeignClip clip : track.clips()) {
                named.computeIfAbsent(clip.name(), _ -> new TreeMap<>()).putIfAbsent(clip.recordIn(), clip);
            }
        }
        return named;
    }

    /** The clip of that name which is shown there; of those that show it nowhere, the first. */
    private static @Nullable ForeignClip carrier(
            ForeignMarker marker, Map<String, TreeMap<Rational, ForeignClip>> named) {
        TreeMap<Rational, ForeignClip> clips = named.get(marker.on());
        if (marker.on().isEmpty() || clips == null) {
            return null;
        }
        Map.Entry<Rational, ForeignClip> before = clips.floorEntry(marker.at());
        boolean shown =
                before != null && marker.at().isLessThan(before.getValue().recordOut());
        if (before != null && shown) {
            return before.getValue();
        }
        return marker.hidden() ? clips.firstEntry().getValue() : null;
    }

    /** @param from the time that it is counted from in our model */
    static Marker marker(ForeignMarker marker, Rational from) {
        Rational at = Sensible.time(marker.at()).minus(from);
        Map<String, String> metadata = new TreeMap<>(marker.foreign());
        metadata.put(Told.COLOUR, marker.colour());
        return new Marker(
                marker.name(),
                marker.comment(),
                Told.colour(marker.colour()),
                at,
                Sensible.time(marker.duration()),
                metadata);
    }

    /** What is to be told of a timeline without a size where the size of the picture matters; null where it has one. */
    public static @Nullable Finding assumedSize(ForeignTimeline foreign) {
        return foreign.size() == null
                ? Finding.note(InterchangeProblems.assumedSize(foreign.name(), ASSUMED.width(), ASSUMED.height()))
                : null;
    }
}
