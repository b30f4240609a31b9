package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * OpenTimelineIO. Lengths are in whole frames of the timeline and source times in the media's own rate and with its timecode; sound in samples. What has no order of its
 * own is sorted, so that the same cut gives the same bytes. What another program wrote and we do not understand is written back where it stood.
 */
final class OtioWriter {
    /** Before 0.15 clips had one media reference. */
    enum ClipForm {
        CLIP_1,
        CLIP_2
    }

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final Timeline timeline;
    private final OtioMedia media;
    private final ClipForm form;

    OtioWriter(Timeline timeline, ClipForm form) {
        this.timeline = timeline;
        this.form = form;
        this.media = new OtioMedia(MediaFiles.of(timeline));
    }

    void writeTo(Writer out) throws IOException {
        Map<String, Object> tracks = named("Stack.1", "tracks", Map.of());
        tracks.put("source_range", null);
        tracks.put("effects", List.of());
        tracks.put("markers", timeline.markers().stream().map(this::marker).toList());
        tracks.put("enabled", true);
        tracks.put("children", timeline.tracks().stream().map(this::track).iterator());
        Map<String, Object> root = named("Timeline.1", timeline.name(), OtioNotes.of(timeline));
        root.put(
                "global_start_time",
                OtioTime.of(timeline.start().seconds(), timeline.rate()).json());
        root.put("tracks", tracks);
        try {
            JSON.writeValue(out, root);
        } catch (DatabindException e) {
            throw e.getCause() instanceof ArithmeticException cause ? cause : e;
        }
        out.write("\n");
    }

    private Map<String, Object> track(Track track) {
        Map<String, Object> written = named("Track.1", track.name(), OtioNotes.of(track.metadata()));
        written.put("source_range", null);
        written.put("effects", List.of());
        written.put("markers", List.of());
        written.put("enabled", track.enabled());
        written.put("kind", track.kind() == Track.Kind.AUDIO ? "Audio" : "Video");
        // each item becomes JSON when it is its turn
        written.put("children", track.items().stream().map(this::item).iterator());
        return written;
    }

    private Map<String, Object> item(Item item) {
        return switch (item) {
            case Item.Gap gap -> gap(gap);
            case Item.ClipItem clip -> clip(clip);
            case Item.Nested nested -> nested(nested);
            case Item.Transition transition -> transition(transition);
        };
    }

    private Map<String, Object> gap(Item.Gap gap) {
        Map<String, Object> written = named("Gap.1", gap.name(), Map.of());
        OtioTime zero = OtioTime.of(Rational.ZERO, timeline.rate());
        written.put("source_range", OtioTime.range(zero, length(gap.duration(), null)));
        written.put("effects", List.of());
        written.put("markers", List.of());
        written.put("enabled", true);
        return written;
    }

    private Map<String, Object> transition(Item.Transition transition) {
        Map<String, Object> written = named("Transition.1", transition.name(), OtioNotes.of(transition.metadata()));
        written.put("in_offset", length(transition.before(), null).json());
        written.put("out_offset", length(transition.after(), null).json());
        written.put(
                "transition_type",
                switch (transition.kind()) {
                    case DISSOLVE -> "SMPTE_Dissolve";
                    case WIPE -> "SMPTE_Wipe";
                    default -> "Custom_Transition";
                });
        return written;
    }

    private Map<String, Object> clip(Item.ClipItem clip) {
        OtioTime start = media.start(clip, timeline.rate());
        String name = clip.file() == null ? clip.name() : clip.media().name();
        Map<String, Object> written = named(form == ClipForm.CLIP_1 ? "Clip.1" : "Clip.2", name, OtioNotes.of(clip));
        written.put("source_range", OtioTime.range(start, length(clip.duration(), media.soundClock(clip))));
        written.put("effects", OtioNotes.effects(clip));
        written.put("markers", markers(clip, start));
        written.put("enabled", clip.enabled());
        Map<String, Object> reference = media.reference(clip, timeline.rate());
        if (form == ClipForm.CLIP_1) {
            written.put("media_reference", reference);
        } else {
            written.put("media_references", Map.of("DEFAULT_MEDIA", reference));
            written.put("active_media_reference_key", "DEFAULT_MEDIA");
        }
        return clip.media() instanceof Multicam multicam ? stack(clip, multicam) : written;
    }

    /** OpenTimelineIO has no multicam: the angles lie as tracks in a stack, and the notes tell which are chosen. */
    private Map<String, Object> stack(Item.ClipItem clip, Multicam multicam) {
        List<Track> tracks = multicam.angles().stream()
                .map(angle -> new Track(Track.Kind.VIDEO, angle.name(), angle.items()))
                .toList();
        return stack(clip, tracks);
    }

    private Map<String, Object> nested(Item.Nested nested) {
        return stack(nested, nested.content().tracks());
    }

    private Map<String, Object> stack(Item.Piece piece, List<Track> tracks) {
        OtioTime start = OtioTime.of(piece.sourceStart(), timeline.rate());
        Map<String, Object> written = named("Stack.1", piece.name(), OtioNotes.of(piece));
        written.put("source_range", OtioTime.range(start, length(piece.duration(), null)));
        written.put("effects", OtioNotes.effects(piece));
        written.put("markers", markers(piece, start));
        written.put("enabled", piece.enabled());
        written.put("children", tracks.stream().map(this::track).iterator());
        return written;
    }

    private List<Map<String, Object>> markers(Item.Piece piece, OtioTime start) {
        List<Map<String, Object>> written = new ArrayList<>();
        for (Marker marker : piece.markers()) {
            written.add(marker(marker, OtioTime.of(start.seconds().plus(marker.at()), start.rate())));
        }
        return written;
    }

    private Map<String, Object> marker(Marker marker) {
        return marker(marker, OtioTime.of(marker.at(), timeline.rate()));
    }

    private Map<String, Object> marker(Marker marker, OtioTime at) {
        Map<String, Object> written = named("Marker.2", marker.name(), OtioNotes.of(marker.metadata()));
        written.put("marked_range", OtioTime.range(at, length(marker.duration(), null)));
        written.put("color", OtioNotes.colour(marker));
        written.put("comment", marker.comment());
        return written;
    }

    /** @param soundClock samples a second; null for pictures */
    private OtioTime length(Rational seconds, @Nullable Rate soundClock) {
        return OtioTime.of(seconds, soundClock == null ? timeline.rate() : soundClock);
    }

    static Map<String, Object> named(String schema, String name, Map<String, Object> metadata) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("OTIO_SCHEMA", schema);
        written.put("metadata", metadata);
        written.put("name", name);
        return written;
    }
}
