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
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * OpenTimelineIO: Timeline.1 with Clip.2. Lengths are counted at the rate of the timeline, places in media at the media's own rate and with its timecode; sound in
 * samples. What has no order of its own is sorted, so that the same cut gives the same bytes.
 */
final class OtioWriter {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Timeline timeline;

    OtioWriter(Timeline timeline) {
        this.timeline = timeline;
    }

    String text() {
        Map<String, Object> tracks = named("Stack.1", "tracks");
        tracks.put("source_range", null);
        tracks.put("effects", List.of());
        tracks.put("markers", timeline.markers().stream().map(this::marker).toList());
        tracks.put("enabled", true);
        tracks.put("children", timeline.tracks().stream().map(this::track).toList());
        Map<String, Object> root = named("Timeline.1", timeline.name());
        root.put(
                "global_start_time",
                time(timeline.start().frame(), timeline.rate().perSecond()));
        root.put("tracks", tracks);
        return JSON.writeValueAsString(root) + "\n";
    }

    private Map<String, Object> track(Track track) {
        boolean picture = track.kind() == Track.Kind.VIDEO;
        Map<String, Object> written = named("Track.1", track.name());
        written.put("source_range", null);
        written.put("effects", List.of());
        written.put("markers", List.of());
        written.put("enabled", true);
        written.put("kind", picture ? "Video" : "Audio");
        written.put("children", track.items().stream().map(this::item).toList());
        return written;
    }

    private Map<String, Object> item(Item item) {
        return switch (item) {
            case Item.Gap gap -> gap(gap);
            case Item.ClipItem clip -> clip(clip);
            case Item other -> throw new IllegalArgumentException("unexpected: " + other);
        };
    }

    private Map<String, Object> gap(Item.Gap gap) {
        Rational rate = timeline.rate().perSecond();
        Map<String, Object> written = named("Gap.1", gap.name());
        written.put("source_range", range(time(0, rate), time(counted(gap.duration(), rate), rate)));
        written.put("effects", List.of());
        written.put("markers", List.of());
        written.put("enabled", true);
        return written;
    }

    private Map<String, Object> clip(Item.ClipItem clip) {
        MediaReference media = Originals.file(clip);
        Rational own = clock(media);
        Rational lengthClock = media.hasVideo() ? timeline.rate().perSecond() : own;
        long start = firstLabel(media) + clip.sourceIn().times(own).nearest();
        Map<String, Object> written = named("Clip.2", media.name());
        written.put("metadata", Map.of("backbeat", new TreeMap<>(clip.metadata())));
        written.put("source_range", range(time(start, own), time(counted(clip.duration(), lengthClock), lengthClock)));
        written.put("effects", effects(clip.speed()));
        written.put("markers", List.of());
        written.put("enabled", true);
        written.put("media_references", Map.of("DEFAULT_MEDIA", reference(media)));
        written.put("active_media_reference_key", "DEFAULT_MEDIA");
        return written;
    }

    private static List<Object> effects(Rational speed) {
        if (speed.equals(Rational.ONE)) {
            return List.of();
        }
        Map<String, Object> warp = named("LinearTimeWarp.1", "");
        warp.put("effect_name", "LinearTimeWarp");
        warp.put("time_scalar", speed.toDouble());
        return List.of(warp);
    }

    private static Map<String, Object> reference(MediaReference media) {
        Rational own = clock(media);
        Map<String, Object> written = named("ExternalReference.1", media.name());
        written.put("available_range", range(time(firstLabel(media), own), time(counted(media.duration(), own), own)));
        written.put("available_image_bounds", null);
        written.put("target_url", MediaUrl.of(media.file()));
        return written;
    }

    private Map<String, Object> marker(Marker marker) {
        Rational rate = timeline.rate().perSecond();
        Map<String, Object> written = named("Marker.2", marker.name());
        written.put(
                "marked_range",
                range(time(counted(marker.at(), rate), rate), time(counted(marker.duration(), rate), rate)));
        written.put("color", marker.colour().name());
        written.put("comment", marker.comment());
        return written;
    }

    private static long firstLabel(MediaReference media) {
        Timecode timecode = media.timecode();
        return timecode == null ? 0 : timecode.frame();
    }

    private static Rational clock(MediaReference media) {
        Rate rate = media.rate();
        return rate == null ? Rational.of(Math.max(1, media.sampleRate())) : rate.perSecond();
    }

    /** Whole units that fit: within a hundredth a length means the whole number. */
    private static long counted(Rational seconds, Rational perSecond) {
        return new Rate(perSecond).frameOfDecimal(seconds);
    }

    private static Map<String, Object> named(String schema, String name) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("OTIO_SCHEMA", schema);
        written.put("metadata", Map.of());
        written.put("name", name);
        return written;
    }

    private static Map<String, Object> range(Map<String, Object> start, Map<String, Object> duration) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("OTIO_SCHEMA", "TimeRange.1");
        written.put("duration", duration);
        written.put("start_time", start);
        return written;
    }

    private static Map<String, Object> time(long value, Rational rate) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("OTIO_SCHEMA", "RationalTime.1");
        written.put("rate", rate.toDouble());
        written.put("value", (double) value);
        return written;
    }
}
