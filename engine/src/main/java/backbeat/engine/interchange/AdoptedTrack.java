package backbeat.engine.interchange;

import backbeat.engine.problem.InterchangeProblems;
import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One track of another program as one of ours, or as several where its clips overlap. */
final class AdoptedTrack {
    private static final Rational HALF = Rational.of(1, 2);

    /** Tracks that one track may become: a bound for the time it takes, too. */
    private static final int MOST_ROWS = 100;

    private static final class Row {
        private final List<Item> items = new ArrayList<>();
        private final NavigableSet<Rational> edges = new TreeSet<>(Set.of(Rational.ZERO));
        private final Map<Rational, Item.Transition> transitions = new HashMap<>();
        private Rational end = Rational.ZERO;

        void add(Item item) {
            items.add(item);
            end = end.plus(item.duration());
            edges.add(end);
        }

        /** Null where no edge lies between both. */
        @Nullable
        Rational cutNear(Rational in, Rational out, Rational told) {
            Rational before = edges.floor(told);
            Rational after = edges.ceiling(told);
            boolean hasBefore = before != null && !before.isLessThan(in);
            boolean hasAfter = after != null && !after.isGreaterThan(out);
            if (hasBefore && hasAfter) {
                boolean earlier = !after.minus(told).isLessThan(told.minus(before));
                return earlier ? before : after;
            }
            return hasBefore ? before : hasAfter ? after : null;
        }

        List<Item> whole() {
            if (transitions.isEmpty()) {
                return items;
            }
            List<Item> all = new ArrayList<>();
            Rational at = Rational.ZERO;
            for (Item item : items) {
                Item.Transition transition = transitions.get(at);
                if (transition != null) {
                    all.add(transition);
                }
                all.add(item);
                at = at.plus(item.duration());
            }
            Item.Transition last = transitions.get(at);
            if (last != null) {
                all.add(last);
            }
            return all;
        }
    }

    private final ForeignTrack track;
    private final ForeignTimeline timeline;
    private final Rate rate;
    private final IdentityHashMap<ForeignClip, List<Marker>> markers;
    private final AdoptedContents contents;
    private final ReadingFindings findings;
    private final List<Row> rows = new ArrayList<>();

    AdoptedTrack(
            ForeignTrack track,
            ForeignTimeline timeline,
            Rate rate,
            IdentityHashMap<ForeignClip, List<Marker>> markers,
            AdoptedContents contents) {
        this.track = track;
        this.timeline = timeline;
        this.rate = rate;
        this.markers = markers;
        this.contents = contents;
        this.findings = contents.findings();
    }

    List<Track> tracks() {
        rows.add(new Row());
        track.clips().stream()
                .sorted(Comparator.comparing(ForeignClip::recordIn))
                .forEach(clip -> orLeaveOut(clip.name(), () -> lay(clip)));
        track.transitions().forEach(transition -> orLeaveOut(transition.name(), () -> lay(transition)));
        List<Track> tracks = new ArrayList<>();
        for (Row row : rows) {
            Map<String, String> metadata = new TreeMap<>(track.foreign());
            if (track.lane() != null) {
                metadata.put(Told.LANE, String.valueOf(track.lane()));
            }
            if (!tracks.isEmpty()) {
                metadata.put(Told.OVERLAPS, track.name());
            }
            tracks.add(new Track(Track.Kind.valueOf(track.kind().name()), track.name(), true, row.whole(), metadata));
        }
        return tracks;
    }

    private void orLeaveOut(String name, Runnable lay) {
        try {
            lay.run();
        } catch (ArithmeticException | IllegalArgumentException e) {
            findings.warn(ReadingProblems.outOfRange(name));
        }
    }

    private void lay(ForeignClip clip) {
        Rational in = onGrid(clip.recordIn().minus(timeline.start()), clip).max(Rational.ZERO);
        Rational out = onGrid(clip.recordOut().minus(timeline.start()), clip);
        if (!out.isGreaterThan(in)) {
            findings.warn(InterchangeProblems.tooShort(clip.name()));
            return;
        }
        Rational late = in.minus(clip.recordIn().minus(timeline.start()));
        boolean cut = clip.recordIn().isLessThan(timeline.start());
        Item item = AdoptedItem.of(clip, out.minus(in), cut ? late : Rational.ZERO, rate, contents, markers(clip));
        Row row = rowWithRoom(in, clip);
        if (row == null) {
            return;
        }
        if (in.isGreaterThan(row.end)) {
            row.add(new Item.Gap(in.minus(row.end), ""));
        }
        row.add(item);
    }

    private List<Marker> markers(ForeignClip clip) {
        List<Marker> all = new ArrayList<>(Objects.requireNonNullElse(markers.get(clip), List.of()));
        clip.markers().forEach(marker -> all.add(Adopted.marker(marker, clip.recordIn())));
        return all;
    }

    /** Null where more clips lie over each other than anybody would have laid. */
    private @Nullable Row rowWithRoom(Rational in, ForeignClip clip) {
        for (Row row : rows) {
            if (!in.isLessThan(row.end)) {
                return row;
            }
        }
        if (rows.size() == MOST_ROWS) {
            findings.warn(InterchangeProblems.crowded(clip.name()));
            return null;
        }
        findings.warn(InterchangeProblems.overlap(clip.name()));
        rows.add(new Row());
        return rows.getLast();
    }

    /** Ends are rounded, not lengths: clips that touched still touch. Sound may lie between frames. */
    private Rational onGrid(Rational seconds, ForeignClip clip) {
        if (track.kind() == ForeignTrack.Kind.AUDIO) {
            return Sensible.time(seconds);
        }
        Rational frame = rate.timeOf(rate.nearestFrame(seconds));
        if (!frame.equals(seconds)) {
            findings.warn(InterchangeProblems.rounded(
                    clip.name(), frame.minus(seconds).toString()));
        }
        return frame;
    }

    /** Over the cut it tells of, else over the one nearest to its middle. */
    private void lay(ForeignTransition transition) {
        Rational in = onFrame(transition.recordIn().minus(timeline.start()));
        Rational out = onFrame(transition.recordOut().minus(timeline.start()));
        Rational cut = transition.cut();
        Rational told = cut == null ? in.plus(out).times(HALF) : cut.minus(timeline.start());
        @Nullable Row best = null;
        @Nullable Rational nearest = null;
        for (Row row : rows) {
            Rational found = row.cutNear(in, out, told);
            boolean nearer = found != null
                    && (nearest == null
                            || found.minus(told)
                                    .abs()
                                    .isLessThan(nearest.minus(told).abs()));
            if (nearer) {
                best = row;
                nearest = found;
            }
        }
        if (best == null || nearest == null) {
            findings.warn(InterchangeProblems.noCut(transition.name()));
            return;
        }
        Item.Transition.Kind kind =
                Item.Transition.Kind.valueOf(transition.kind().name());
        best.transitions.put(
                nearest, new Item.Transition(kind, transition.name(), nearest.minus(in), out.minus(nearest), Map.of()));
    }

    private Rational onFrame(Rational seconds) {
        return track.kind() == ForeignTrack.Kind.AUDIO
                ? Sensible.time(seconds)
                : rate.timeOf(rate.nearestFrame(seconds));
    }
}
