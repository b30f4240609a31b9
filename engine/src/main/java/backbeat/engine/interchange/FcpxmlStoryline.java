package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tracks of a timeline as Final Cut has them: one primary storyline, and every other clip anchored to what lies in it at its start. A row with transitions is
 * anchored whole, as a storyline of its own.
 */
final class FcpxmlStoryline {
    /** @param row the items of a storyline; a single one for a plain clip */
    private record Anchored(List<Item> row, Rational at, int lane, Track.Kind kind) {}

    private final Xml xml;
    private final FcpxmlItems items;

    FcpxmlStoryline(Xml xml, FcpxmlCatalogue catalogue) {
        this.xml = xml;
        this.items = new FcpxmlItems(xml, catalogue, this);
    }

    void spine(Timeline timeline, Rational start) {
        Track primary = primary(timeline);
        List<Item> row = primary == null || primary.items().isEmpty()
                ? List.of(new Item.Gap(timeline.duration().max(timeline.rate().frameDuration()), "Gap"))
                : primary.items();
        Deque<Anchored> anchored = new ArrayDeque<>(anchored(timeline, primary));
        Deque<Marker> markers = new ArrayDeque<>(timeline.markers().stream()
                .sorted(Comparator.comparing(Marker::at))
                .toList());
        boolean picture = primary == null || primary.kind() == Track.Kind.VIDEO;
        boolean silent = picture && timeline.tracks().stream().anyMatch(FcpxmlStoryline::isOurSound);
        xml.open("spine");
        Rational at = Rational.ZERO;
        int last = lastOfTime(row);
        for (int i = 0; i < row.size(); i++) {
            Item item = row.get(i);
            Rational end = at.plus(item.duration());
            if (item instanceof Item.Transition transition) {
                items.transition(transition, start.plus(at), !picture);
            } else {
                Rational from = at;
                Rational local = items.open(item, new FcpxmlItems.Place(start.plus(at), null, picture, silent));
                boolean all = i == last;
                while (!anchored.isEmpty() && (all || anchored.peek().at().isLessThan(end))) {
                    anchor(anchored.remove(), local, from);
                }
                items.markers(item, local);
                while (!markers.isEmpty() && (all || markers.peek().at().isLessThan(end))) {
                    Marker marker = markers.remove();
                    items.marker(marker, local.plus(marker.at().minus(from)));
                }
                items.close(item);
            }
            at = end;
        }
        xml.close();
    }

    private static int lastOfTime(List<Item> row) {
        int last = row.size() - 1;
        while (last > 0 && row.get(last) instanceof Item.Transition) {
            last--;
        }
        return last;
    }

    /** The content of an angle: from zero, without a spine around it. */
    void angle(List<Item> row) {
        Rational at = Rational.ZERO;
        for (Item item : row) {
            if (item instanceof Item.Transition transition) {
                items.transition(transition, at, false);
            } else {
                Rational own = items.open(item, new FcpxmlItems.Place(at, null, true, false));
                items.markers(item, own);
                items.close(item);
            }
            at = at.plus(item.duration());
        }
    }

    private void anchor(Anchored anchored, Rational local, Rational parentAt) {
        Rational offset = local.plus(anchored.at().minus(parentAt));
        boolean picture = anchored.kind() == Track.Kind.VIDEO;
        if (anchored.row().size() == 1) {
            Item item = anchored.row().getFirst();
            Rational own = items.open(item, new FcpxmlItems.Place(offset, anchored.lane(), picture, false));
            items.markers(item, own);
            items.close(item);
            return;
        }
        xml.open("spine", "lane", anchored.lane(), "offset", FcpxmlWriter.time(offset));
        Rational at = Rational.ZERO;
        for (Item item : anchored.row()) {
            if (item instanceof Item.Transition transition) {
                items.transition(transition, at, !picture);
            } else {
                Rational own = items.open(item, new FcpxmlItems.Place(at, null, picture, false));
                items.markers(item, own);
                items.close(item);
            }
            at = at.plus(item.duration());
        }
        xml.close();
    }

    private static @Nullable Track primary(Timeline timeline) {
        List<Track> tracks = timeline.tracks().stream()
                .filter(track -> !track.metadata().containsKey(Told.OVERLAPS))
                .filter(track -> track.kind() != Track.Kind.CAPTION)
                .toList();
        boolean lanes = tracks.stream().anyMatch(track -> track.metadata().containsKey(Told.LANE));
        return tracks.stream()
                .filter(track -> lanes ? "0".equals(track.metadata().get(Told.LANE)) : track.kind() == Track.Kind.VIDEO)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOurSound(Track track) {
        return track.kind() == Track.Kind.AUDIO
                && track.items().stream().anyMatch(item -> item instanceof Item.ClipItem clip && clip.file() != null);
    }

    private static List<Anchored> anchored(Timeline timeline, @Nullable Track primary) {
        List<Anchored> all = new ArrayList<>();
        int above = 0;
        int below = 0;
        boolean skipped = false;
        for (Track track : timeline.tracks()) {
            if (!skipped && track.equals(primary)) {
                skipped = true;
                continue;
            }
            boolean sound = track.kind() == Track.Kind.AUDIO;
            int lane = lane(track.metadata(), sound ? --below : ++above);
            all.addAll(rows(track, lane));
        }
        all.sort(Comparator.comparing(Anchored::at));
        return all;
    }

    /** A lane that was told; the primary storyline's own number is nobody else's. */
    private static int lane(Map<String, String> metadata, int otherwise) {
        String told = metadata.getOrDefault(Told.LANE, "");
        return told.matches("-?[1-9]\\d{0,5}") ? Integer.parseInt(told) : otherwise;
    }

    private static Stream<Anchored> single(Item item, Rational at, int lane, Track.Kind kind) {
        return item instanceof Item.Gap ? Stream.empty() : Stream.of(new Anchored(List.of(item), at, lane, kind));
    }

    private static List<Anchored> rows(Track track, int lane) {
        boolean whole = track.items().stream().anyMatch(Item.Transition.class::isInstance);
        List<Anchored> rows = new ArrayList<>();
        Rational at = Rational.ZERO;
        List<Item> items = track.items();
        for (int i = 0; i < items.size(); i++) {
            if (whole && !(items.get(i) instanceof Item.Gap)) {
                rows.add(new Anchored(items.subList(i, items.size()), at, lane, track.kind()));
                return rows;
            }
            single(items.get(i), at, lane, track.kind()).forEach(rows::add);
            at = at.plus(items.get(i).duration());
        }
        return rows;
    }
}
