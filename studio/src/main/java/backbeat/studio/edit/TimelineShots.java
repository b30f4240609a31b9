package backbeat.studio.edit;

import backbeat.engine.cut.Choice;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What of a timeline is seen when, as the shots of a cut: of tracks that lie over each other the highest. */
final class TimelineShots {
    private final Timeline timeline;
    private final String file;
    private final Map<Path, FootageView.ClipView> byFile = new HashMap<>();
    private final Map<String, FootageView.ClipView> byName = new HashMap<>();

    private record Placed(Item.ClipItem item, double from, double to) {}

    private record Seen(double from, double to, @Nullable Placed placed) {}

    /** @param file name of the file that the timeline came in */
    TimelineShots(Timeline timeline, @Nullable Path folder, FootageView footage, String file) {
        this.timeline = timeline;
        this.file = file;
        for (FootageView.ClipView clip : footage.clips()) {
            if (folder != null) {
                byFile.put(folder.resolve(clip.path()).normalize(), clip);
            }
            byName.put(clip.name(), clip);
        }
    }

    List<Choice> choices() {
        List<List<Placed>> tracks = timeline.tracks().stream()
                .filter(track -> track.kind() == Track.Kind.VIDEO && track.enabled())
                .map(track -> placed(track.items()))
                .toList();
        TreeSet<Double> edges = new TreeSet<>();
        tracks.forEach(track -> track.forEach(one -> {
            edges.add(one.from);
            edges.add(one.to);
        }));
        edges.add(0.0);
        List<Seen> seen = new ArrayList<>();
        Double from = null;
        for (Double to : edges) {
            if (from != null) {
                add(seen, from, to, seenAt(tracks, (from + to) / 2));
            }
            from = to;
        }
        return seen.stream().map(this::choice).toList();
    }

    /** A stretch that goes on is one. */
    private static void add(List<Seen> seen, double from, double to, @Nullable Placed placed) {
        if (!seen.isEmpty() && Objects.equals(seen.getLast().placed, placed)) {
            seen.set(seen.size() - 1, new Seen(seen.getLast().from, to, placed));
        } else {
            seen.add(new Seen(from, to, placed));
        }
    }

    private static List<Placed> placed(List<Item> items) {
        List<Placed> placed = new ArrayList<>();
        double at = 0;
        for (Item item : items) {
            double end = at + item.duration().toDouble();
            if (item instanceof Item.ClipItem clip && clip.enabled() && end > at) {
                placed.add(new Placed(clip, at, end));
            }
            at = end;
        }
        return placed;
    }

    private static @Nullable Placed seenAt(List<List<Placed>> tracks, double time) {
        Placed highest = null;
        for (List<Placed> track : tracks) {
            for (Placed one : track) {
                if (one.from <= time && time < one.to) {
                    highest = one;
                }
            }
        }
        return highest;
    }

    private Choice choice(Seen seen) {
        FootageView.ClipView clip = seen.placed == null ? null : clip(seen.placed.item);
        Double start = seen.placed == null
                ? null
                : seen.placed.item.sourceStart().toDouble()
                        + (seen.from - seen.placed.from)
                                * seen.placed.item.speed().toDouble();
        String name = seen.placed == null ? null : seen.placed.item.name();
        return new Choice(
                clip == null ? name : clip.path(),
                clip == null ? "" : clip.camera(),
                List.of(),
                start,
                seen.from,
                seen.to,
                "",
                List.of("as it came back in " + file),
                Map.of(),
                null,
                null);
    }

    private FootageView.@Nullable ClipView clip(Item.ClipItem item) {
        MediaReference media = item.file();
        FootageView.ClipView known =
                media == null ? null : byFile.get(media.file().normalize());
        return known == null ? byName.get(item.name()) : known;
    }
}
