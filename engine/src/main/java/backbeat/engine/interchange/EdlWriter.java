package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * CMX3600: one line for each shot of the picture track, with exclusive ends. Black is an event of its own, so that record timecode has no holes. Reels have eight
 * characters and name one file each; the whole name stands in a comment.
 */
final class EdlWriter {
    static final int MOST_EVENTS = 999;
    private static final int REEL_LENGTH = 8;

    private final Timeline timeline;
    private final Rate rate;
    private final Map<MediaReference, String> reels = new HashMap<>();
    private final Set<String> taken = new HashSet<>(Set.of("AX", "BL"));
    private final StringBuilder out = new StringBuilder();

    EdlWriter(Timeline timeline) {
        this.timeline = timeline;
        this.rate = timeline.rate();
    }

    /** Event numbers have three digits: what is longer is told in as many lists as it takes, on one record timecode. */
    List<String> lists() {
        List<Item> picture = picture();
        int count = Math.max(1, Math.ceilDiv(picture.size(), MOST_EVENTS));
        List<String> lists = new ArrayList<>();
        Rational at = Rational.ZERO;
        for (int list = 0; list < count; list++) {
            head(list + 1, count);
            int from = list * MOST_EVENTS;
            List<Item> events = picture.subList(from, Math.min(picture.size(), from + MOST_EVENTS));
            int number = 1;
            for (Item item : events) {
                event(number++, item, at);
                at = at.plus(item.duration());
            }
            lists.add(out.toString());
            out.setLength(0);
        }
        return List.copyOf(lists);
    }

    private void head(int list, int count) {
        line("TITLE: " + oneLine(timeline.name()) + (count == 1 ? "" : " (" + list + " of " + count + ")"));
        line("FCM: " + (timeline.start().dropFrame() ? "DROP FRAME" : "NON-DROP FRAME"));
        line("");
    }

    private List<Item> picture() {
        return timeline.tracks().stream()
                .filter(track -> track.kind() == Track.Kind.VIDEO)
                .findFirst()
                .map(Track::items)
                .orElse(List.of());
    }

    private void event(int number, Item item, Rational at) {
        long from = rate.nearestFrame(at);
        long to = rate.nearestFrame(at.plus(item.duration()));
        switch (item) {
            case Item.Gap gap -> {
                Timecode zero = new Timecode(0, rate, timeline.start().dropFrame());
                line(cut(number, "BL", zero, zero.plusFrames(to - from), from, to));
            }
            case Item.ClipItem clip -> clip(number, clip, from, to);
            case Item other -> throw new IllegalArgumentException("unexpected: " + other);
        }
        timeline.markers().stream()
                .filter(marker -> marker.at().compareTo(at) >= 0 && marker.at().isLessThan(at.plus(item.duration())))
                .forEach(this::locator);
    }

    private void clip(int number, Item.ClipItem clip, long from, long to) {
        String reel = reels.computeIfAbsent(Originals.file(clip), this::newReel);
        Timecode in = sourceIn(clip);
        long used = Rational.of(to - from).times(clip.speed()).nearest();
        line(cut(number, reel, in, in.plusFrames(used), from, to));
        if (!clip.speed().equals(Rational.ONE)) {
            double framesPerSecond = clip.speed().toDouble() * rate.nominal();
            line(String.format(Locale.ROOT, "M2   %-8s       %05.1f                %s", reel, framesPerSecond, in));
        }
        line("* FROM CLIP NAME: " + oneLine(Originals.file(clip).name()));
        line("* SOURCE FILE: " + oneLine(Originals.file(clip).file().toString()));
    }

    private String cut(int number, String reel, Timecode in, Timecode out, long from, long to) {
        return String.format(
                Locale.ROOT,
                "%03d  %-8s V     C        %s %s %s %s",
                number,
                reel,
                in,
                out,
                timeline.start().plusFrames(from),
                timeline.start().plusFrames(to));
    }

    private void locator(Marker marker) {
        Timecode at = timeline.start().plusFrames(rate.nearestFrame(marker.at()));
        line("* LOC: " + at + " " + String.format(Locale.ROOT, "%-7s", marker.colour()) + " " + oneLine(marker.name()));
    }

    /**
     * The label of the first frame shown. A file of another rate keeps its hours, minutes and seconds, and its frame number is counted at the rate of the list: so
     * the label still finds the place.
     */
    private Timecode sourceIn(Item.ClipItem clip) {
        Timecode first = Originals.file(clip).timecode();
        if (first == null) {
            return new Timecode(rate.frameOfDecimal(clip.sourceIn()), rate, false);
        }
        Timecode shown = first.plusFrames(first.rate().nearestFrame(clip.sourceIn()));
        if (shown.rate().equals(rate)) {
            return shown;
        }
        String label = shown.toString();
        return Timecode.of(
                Integer.parseInt(label.substring(0, 2)),
                Integer.parseInt(label.substring(3, 5)),
                Integer.parseInt(label.substring(6, 8)),
                Integer.parseInt(label.substring(9))
                        * rate.nominal()
                        / shown.rate().nominal(),
                rate,
                false);
    }

    private String newReel(MediaReference media) {
        String plain = media.name().replaceFirst("\\.[^.]*$", "").replaceAll("[^A-Za-z0-9_]", "");
        String stem = plain.isEmpty() ? "CLIP" : plain.toUpperCase(Locale.ROOT);
        String reel = shortened(stem, "");
        for (int i = 2; !taken.add(reel); i++) {
            reel = shortened(stem, "_" + i);
        }
        return reel;
    }

    private static String shortened(String stem, String suffix) {
        return stem.substring(0, Math.min(stem.length(), REEL_LENGTH - suffix.length())) + suffix;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private void line(String text) {
        out.append(text).append("\r\n");
    }
}
