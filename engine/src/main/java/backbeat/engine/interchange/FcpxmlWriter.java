package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * FCPXML 1.10, flat: clips and gaps in the primary storyline, the song anchored below the first of them.
 *
 * <p>Two clocks that must not be mixed: {@code offset} is on the sequence's clock and starts at {@code tcStart}; {@code start} is on the clip's own clock, which
 * starts at the file's timecode. A retimed clip has a map over its whole media (Resolve ends black with less), and its {@code start} is in mapped time.
 */
final class FcpxmlWriter {
    private static final Map<String, String> NAMED_RATES = Map.of(
            "24000/1001", "23.98",
            "24", "24",
            "25", "25",
            "30000/1001", "29.97",
            "30", "30",
            "48000/1001", "47.95",
            "48", "48",
            "50", "50",
            "60000/1001", "59.94",
            "60", "60");

    private record Shape(Rate rate, int width, int height) {}

    private final Timeline timeline;
    private final Rational tcStart;
    private final Map<Shape, String> formats = new LinkedHashMap<>();
    private final Map<MediaReference, String> assets = new LinkedHashMap<>();
    private final Xml xml = new Xml("fcpxml");

    FcpxmlWriter(Timeline timeline) {
        this.timeline = timeline;
        this.tcStart = timeline.start().seconds();
        formats.put(new Shape(timeline.rate(), timeline.width(), timeline.height()), "r1");
        media().forEach(media -> {
            if (media.rate() != null) {
                Shape shape = new Shape(media.rate(), media.width(), media.height());
                formats.computeIfAbsent(shape, s -> "r" + (formats.size() + 1));
            }
        });
        media().forEach(media -> assets.computeIfAbsent(media, m -> "r" + (formats.size() + assets.size() + 1)));
    }

    private Stream<MediaReference> media() {
        return timeline.tracks().stream()
                .flatMap(track -> track.items().stream())
                .filter(Item.ClipItem.class::isInstance)
                .map(item -> Originals.file((Item.ClipItem) item))
                .distinct();
    }

    String text() {
        xml.open("fcpxml", "version", "1.10");
        resources();
        xml.open("library").open("event", "name", timeline.name()).open("project", "name", timeline.name());
        sequence();
        return xml.close().close().close().close().finished();
    }

    private void resources() {
        xml.open("resources");
        formats.forEach((shape, id) -> xml.empty(
                "format",
                "id",
                id,
                "frameDuration",
                time(shape.rate.frameDuration()),
                "width",
                shape.width,
                "height",
                shape.height));
        assets.forEach(this::asset);
        xml.close();
    }

    private void asset(MediaReference media, String id) {
        Rate rate = media.rate();
        Object[] common = {
            "id", id, "name", media.name(), "start", time(startOf(media)), "duration", time(wholeLength(media))
        };
        Object[] picture = rate == null
                ? new Object[] {}
                : new Object[] {
                    "hasVideo", 1, "format", formatOf(rate, media.width(), media.height()), "videoSources", 1
                };
        Object[] sound = media.hasAudio()
                ? new Object[] {
                    "hasAudio", 1, "audioSources", 1, "audioChannels", media.channels(), "audioRate", media.sampleRate()
                }
                : new Object[] {};
        xml.open("asset", Stream.of(common, picture, sound).flatMap(Stream::of).toArray());
        xml.empty("media-rep", "kind", "original-media", "src", MediaUrl.of(media.file()));
        xml.close();
    }

    private String formatOf(Rate rate, int width, int height) {
        return formats.getOrDefault(new Shape(rate, width, height), "r1");
    }

    private void sequence() {
        xml.open(
                "sequence",
                "format",
                "r1",
                "duration",
                time(timeline.duration()),
                "tcStart",
                time(tcStart),
                "tcFormat",
                timeline.start().dropFrame() ? "DF" : "NDF",
                "audioLayout",
                "stereo",
                "audioRate",
                "48k");
        xml.open("spine");
        Rational at = Rational.ZERO;
        for (Item item : items(Track.Kind.VIDEO)) {
            storyItem(item, at);
            at = at.plus(item.duration());
        }
        xml.close().close();
    }

    private List<Item> items(Track.Kind kind) {
        return timeline.tracks().stream()
                .filter(track -> track.kind() == kind)
                .findFirst()
                .map(Track::items)
                .orElse(List.of());
    }

    private void storyItem(Item item, Rational at) {
        Rational start = item instanceof Item.ClipItem clip ? localStart(clip) : Rational.ZERO;
        switch (item) {
            case Item.Gap gap ->
                xml.open(
                        "gap",
                        "name",
                        gap.name(),
                        "offset",
                        time(tcStart.plus(at)),
                        "start",
                        time(start),
                        "duration",
                        time(gap.duration()));
            case Item.ClipItem clip -> openClip(clip, at, start);
            case Item other -> throw new IllegalArgumentException("unexpected: " + other);
        }
        if (at.signum() == 0) {
            song(start);
        }
        timeline.markers().stream()
                .filter(marker -> marker.at().compareTo(at) >= 0 && marker.at().isLessThan(at.plus(item.duration())))
                .forEach(marker -> marker(marker, start.plus(marker.at().minus(at))));
        xml.close();
    }

    private void openClip(Item.ClipItem clip, Rational at, Rational start) {
        MediaReference media = Originals.file(clip);
        Rate rate = media.rate();
        xml.open(
                "asset-clip",
                "ref",
                assetOf(media),
                "offset",
                time(tcStart.plus(at)),
                "name",
                media.name(),
                "start",
                time(start),
                "duration",
                time(clip.duration()),
                "srcEnable",
                "video",
                "format",
                rate == null ? "r1" : formatOf(rate, media.width(), media.height()),
                "tcFormat",
                isDrop(media) ? "DF" : "NDF");
        String reason = clip.metadata().get("reason");
        if (reason != null) {
            xml.text("note", reason);
        }
        conformRate(rate);
        timeMap(clip);
    }

    /** Without scaling a second of the file is a second of the sequence, whatever the rates. */
    private void conformRate(@Nullable Rate rate) {
        if (rate == null || rate.equals(timeline.rate())) {
            return;
        }
        String name = NAMED_RATES.get(rate.toString());
        if (name == null) {
            xml.empty("conform-rate", "scaleEnabled", 0);
        } else {
            xml.empty("conform-rate", "scaleEnabled", 0, "srcFrameRate", name);
        }
    }

    private void timeMap(Item.ClipItem clip) {
        if (clip.speed().equals(Rational.ONE)) {
            return;
        }
        Rational start = startOf(Originals.file(clip));
        Rational length = wholeLength(Originals.file(clip));
        xml.open("timeMap");
        xml.empty("timept", "time", time(start), "value", time(start), "interp", "linear");
        xml.empty(
                "timept",
                "time",
                time(start.plus(length.dividedBy(clip.speed()))),
                "value",
                time(start.plus(length)),
                "interp",
                "linear");
        xml.close();
    }

    private void song(Rational parentStart) {
        Rational at = Rational.ZERO;
        for (Item item : items(Track.Kind.AUDIO)) {
            if (item instanceof Item.ClipItem clip) {
                xml.empty(
                        "asset-clip",
                        "ref",
                        assetOf(Originals.file(clip)),
                        "lane",
                        -1,
                        "offset",
                        time(parentStart.plus(at)),
                        "name",
                        Originals.file(clip).name(),
                        "start",
                        time(localStart(clip)),
                        "duration",
                        time(clip.duration()),
                        "audioRole",
                        "music");
            }
            at = at.plus(item.duration());
        }
    }

    private void marker(Marker marker, Rational local) {
        boolean section = marker.duration().signum() > 0 && marker.colour() != Marker.Colour.RED;
        xml.empty(
                section ? "chapter-marker" : "marker",
                "start",
                time(local),
                "duration",
                time(timeline.rate().frameDuration()),
                "value",
                marker.name(),
                "note",
                marker.comment());
    }

    private String assetOf(MediaReference media) {
        return assets.getOrDefault(media, "");
    }

    /** Where the clip begins on its own clock: timecode plus the place in the (mapped) media. */
    private static Rational localStart(Item.ClipItem clip) {
        return startOf(Originals.file(clip)).plus(clip.sourceIn().dividedBy(clip.speed()));
    }

    private static Rational startOf(MediaReference media) {
        Timecode timecode = media.timecode();
        return timecode == null ? Rational.ZERO : timecode.seconds();
    }

    private static boolean isDrop(MediaReference media) {
        Timecode timecode = media.timecode();
        return timecode != null && timecode.dropFrame();
    }

    /** Whole frames only: Final Cut refuses edits that reach past them. */
    private static Rational wholeLength(MediaReference media) {
        Rate rate = media.rate();
        if (rate != null) {
            return rate.timeOf(rate.frameOfDecimal(media.duration()));
        }
        return media.duration();
    }

    private static String time(Rational seconds) {
        return seconds + "s";
    }
}
