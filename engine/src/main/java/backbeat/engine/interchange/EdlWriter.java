package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * CMX3600: one line for each shot of the picture track, with exclusive ends. Black is an event of its own, so that record timecode has no holes. Reels have eight
 * characters and name one file each; the whole name stands in a comment. Further picture tracks are lists of their own, for that is how programs read them.
 */
final class EdlWriter {
    static final int MOST_EVENTS = 999;

    /** Programs differ in what they read. */
    enum Dialect {
        CMX3600,
        /** Reels as long as they are. */
        LONG_REELS,
        /** Markers as the events of a marker list. */
        RESOLVE
    }

    /** Whether a list ends where its event numbers would have four digits. */
    enum Length {
        DIVIDED,
        WHOLE
    }

    private record Placed(Item item, Rational at, EdlLines.Before before, String channel) {}

    private final Timeline timeline;
    private final int mostEvents;
    private final Dialect dialect;
    private final EdlLines lines;
    private final NavigableMap<Rational, List<Marker>> markers = new TreeMap<>();

    EdlWriter(Timeline timeline, Dialect dialect, Length length) {
        this.mostEvents = length == Length.DIVIDED ? MOST_EVENTS : Integer.MAX_VALUE;
        this.timeline = timeline;
        this.dialect = dialect;
        this.lines = new EdlLines(timeline, dialect);
        for (Marker marker : timeline.markers()) {
            markers.computeIfAbsent(marker.at(), _ -> new ArrayList<>()).add(marker);
        }
    }

    /** Event numbers have three digits: what is longer is told in as many lists as it takes, on one record timecode. */
    List<String> lists() {
        List<List<Placed>> rows = rows();
        List<List<Placed>> lists = new ArrayList<>();
        for (List<Placed> row : rows) {
            int from = 0;
            do {
                int to = (int) Math.min(row.size(), (long) from + mostEvents);
                lists.add(row.subList(from, to));
                from = to;
            } while (from < row.size());
        }
        List<String> texts = new ArrayList<>();
        for (int list = 0; list < lists.size(); list++) {
            texts.add(text(lists.get(list), list + 1, lists.size()));
        }
        return List.copyOf(texts);
    }

    /** The first picture track with the sound that other programs told of, then each further picture track. */
    private List<List<Placed>> rows() {
        List<List<Placed>> rows = new ArrayList<>();
        rows.add(new ArrayList<>());
        int pictures = 0;
        int sounds = 0;
        for (Track track : timeline.tracks()) {
            boolean overlaps = track.metadata().containsKey(Told.OVERLAPS);
            if (track.kind() == Track.Kind.VIDEO) {
                pictures += overlaps ? 0 : 1;
                if (pictures > rows.size()) {
                    rows.add(new ArrayList<>());
                }
                place(track, "V", !overlaps && !isOfSparseEvents(track), rows.get(Math.max(0, pictures - 1)));
            } else if (track.kind() == Track.Kind.AUDIO && !isOurs(track)) {
                sounds += overlaps ? 0 : 1;
                place(track, "A" + (sounds < 2 ? "" : sounds), false, rows.getFirst());
            }
        }
        return rows;
    }

    /** Holes of a list that was read are no black: nobody wrote any. */
    private static boolean isOfSparseEvents(Track track) {
        return track.items().stream().anyMatch(item -> item instanceof Item.ClipItem clip && clip.file() == null);
    }

    private static boolean isOurs(Track track) {
        return track.items().stream().anyMatch(item -> item instanceof Item.ClipItem clip && clip.file() != null);
    }

    private void place(Track track, String channel, boolean blackGaps, List<Placed> row) {
        Rational at = Rational.ZERO;
        EdlLines.Before before = EdlLines.Before.NOTHING;
        for (Item item : track.items()) {
            if (item instanceof Item.Transition transition) {
                before = new EdlLines.Before(transition, before.outgoing());
            } else {
                if (blackGaps || !(item instanceof Item.Gap)) {
                    row.add(new Placed(item, at, before, channel));
                }
                before = new EdlLines.Before(null, item);
            }
            at = at.plus(item.duration());
        }
    }

    private String text(List<Placed> events, int list, int count) {
        lines.head(list, count);
        int number = 1;
        for (int i = 0; i < events.size(); i++) {
            Placed placed = events.get(i);
            Rational end = placed.at().plus(placed.item().duration());
            boolean sameRow =
                    i + 1 < events.size() && events.get(i + 1).channel().equals(placed.channel());
            Item.Transition next = sameRow ? events.get(i + 1).before().transition() : null;
            Rational lent = next == null ? Rational.ZERO : next.before();
            lines.event(number++, placed.item(), placed.at(), end.minus(lent), placed.before(), placed.channel());
            boolean picture = placed.channel().startsWith("V");
            if (picture && dialect != Dialect.RESOLVE) {
                markers(placed).forEach(lines::locator);
            }
        }
        for (Marker marker : dialect == Dialect.RESOLVE ? all() : besideEvents(events)) {
            lines.markerEvent(number++, marker);
        }
        return lines.text();
    }

    private List<Marker> markers(Placed placed) {
        Rational end = placed.at().plus(placed.item().duration());
        List<Marker> within = new ArrayList<>();
        markers.subMap(placed.at(), end).values().forEach(within::addAll);
        if (placed.item() instanceof Item.Piece piece) {
            piece.markers().forEach(marker -> within.add(marker.at(placed.at().plus(marker.at()))));
        }
        return within;
    }

    /** Markers of a list without any event below them: nothing else could tell of them. */
    private List<Marker> besideEvents(List<Placed> events) {
        boolean anyPicture = events.stream().anyMatch(placed -> placed.channel().startsWith("V"));
        return anyPicture ? List.of() : timeline.markers();
    }

    private List<Marker> all() {
        List<Marker> all = new ArrayList<>(timeline.markers());
        for (Track track : timeline.tracks()) {
            Rational at = Rational.ZERO;
            for (Item item : track.items()) {
                if (item instanceof Item.Piece piece) {
                    for (Marker marker : piece.markers()) {
                        all.add(marker.at(at.plus(marker.at())));
                    }
                }
                at = at.plus(item.duration());
            }
        }
        return all;
    }
}
