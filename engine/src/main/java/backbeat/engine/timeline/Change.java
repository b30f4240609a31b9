package backbeat.engine.timeline;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.List;

/** The one thing every edit comes down to: so many of a row are replaced by others. What it keeps grows with the change, not with the timeline. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "of")
sealed interface Change {
    Timeline apply(Timeline timeline);

    /** What takes it back, of the timeline before it. */
    Change inverse(Timeline before);

    record Items(int track, int from, int count, List<Item> items) implements Change {
        @Override
        public Timeline apply(Timeline timeline) {
            Track changed = timeline.tracks().get(track);
            Track now = changed.withItems(spliced(changed.items(), from, count, items));
            return timeline.withTracks(spliced(timeline.tracks(), track, 1, List.of(now)));
        }

        @Override
        public Change inverse(Timeline before) {
            List<Item> was = before.tracks().get(track).items().subList(from, from + count);
            return new Items(track, from, items.size(), List.copyOf(was));
        }
    }

    record Tracks(int from, int count, List<Track> tracks) implements Change {
        @Override
        public Timeline apply(Timeline timeline) {
            return timeline.withTracks(spliced(timeline.tracks(), from, count, tracks));
        }

        @Override
        public Change inverse(Timeline before) {
            return new Tracks(from, tracks.size(), List.copyOf(before.tracks().subList(from, from + count)));
        }
    }

    record Markers(int from, int count, List<Marker> markers) implements Change {
        @Override
        public Timeline apply(Timeline timeline) {
            return timeline.withMarkers(spliced(timeline.markers(), from, count, markers));
        }

        @Override
        public Change inverse(Timeline before) {
            return new Markers(
                    from, markers.size(), List.copyOf(before.markers().subList(from, from + count)));
        }
    }

    /** From one row to another: what they have in common at both ends is left alone. */
    static Items between(int track, List<Item> before, List<Item> after) {
        int same = 0;
        int most = Math.min(before.size(), after.size());
        while (same < most && before.get(same).equals(after.get(same))) {
            same++;
        }
        int tail = 0;
        while (tail < most - same && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<Item> others = List.copyOf(after.subList(same, after.size() - tail));
        return new Items(track, same, before.size() - tail - same, others);
    }

    private static <T> List<T> spliced(List<T> row, int from, int count, List<T> others) {
        List<T> now = new ArrayList<>(row.size() - count + others.size());
        now.addAll(row.subList(0, from));
        now.addAll(others);
        now.addAll(row.subList(from + count, row.size()));
        return now;
    }
}
