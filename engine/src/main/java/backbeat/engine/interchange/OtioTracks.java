package backbeat.engine.interchange;

import backbeat.engine.interchange.ForeignTrack.Kind;
import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One track of an OpenTimelineIO timeline: items follow each other, transitions have no length of their own. */
final class OtioTracks {
    private static final Set<String> GAPS = Set.of("Gap", "Filler");
    private static final Set<String> NESTED = Set.of("Stack", "Track", "Sequence");
    private static final Set<String> CLIPS = Set.of("Clip", "Gap", "Filler", "Stack", "Track", "Sequence");

    private final Rational start;
    private final List<ForeignMarker> markers;
    private final ReadingFindings findings;
    private final OtioContents contents;

    OtioTracks(Rational start, List<ForeignMarker> markers, ReadingFindings findings, OtioContents contents) {
        this.start = start;
        this.markers = markers;
        this.findings = findings;
        this.contents = contents;
    }

    ForeignTrack track(JsonNode track, Kind kind, int index) {
        List<ForeignClip> clips = new ArrayList<>();
        List<ForeignTransition> transitions = new ArrayList<>();
        markers(track, start, rangeStart(track.get("source_range")), OtioJson.text(track, "name"));
        Rational at = start;
        for (JsonNode item : OtioJson.list(track, "children")) {
            try {
                at = item(item, at, clips, transitions);
            } catch (ArithmeticException | IllegalArgumentException e) {
                findings.warn(ReadingProblems.outOfRange(OtioJson.text(item, "name")));
            }
        }
        JsonNode range = track.get("source_range");
        ForeignTrack whole = new ForeignTrack(
                kind,
                index,
                null,
                OtioJson.text(track, "name"),
                List.copyOf(clips),
                List.copyOf(transitions),
                OtioRest.of(track, findings));
        return range == null || !range.isObject() ? whole : OtioTrim.of(whole, start, range);
    }

    /** A row of a stack: a track, or an item that stands for a track of its own. */
    ForeignTrack row(JsonNode row, Kind kind, int index) {
        String schema = OtioJson.schema(row);
        if (schema.equals("Track") || schema.equals("Sequence")) {
            return track(row, kind, index);
        }
        List<ForeignClip> clips = new ArrayList<>();
        item(row, start, clips, new ArrayList<>());
        return new ForeignTrack(kind, index, null, "", List.copyOf(clips), List.of());
    }

    private Rational item(JsonNode item, Rational at, List<ForeignClip> clips, List<ForeignTransition> transitions) {
        String schema = OtioJson.schema(item);
        if (schema.equals("Transition")) {
            transitions.add(transition(item, at));
            return at;
        }
        if (!CLIPS.contains(schema)) {
            findings.warn(ReadingProblems.unknownSchema(OtioJson.text(item, "name"), schema));
        }
        JsonNode range = range(item);
        Rational duration = duration(item, range, 0);
        Rational end = at.plus(duration);
        if (!GAPS.contains(schema)) {
            clips.add(clip(item, schema, range, at, end));
        }
        markers(item, at, rangeStart(range), OtioJson.text(item, "name"));
        return end;
    }

    private static ForeignTransition transition(JsonNode node, Rational cut) {
        Rational before = or(OtioJson.time(node.get("in_offset")), Rational.ZERO);
        Rational after = or(OtioJson.time(node.get("out_offset")), Rational.ZERO);
        String type = OtioJson.text(node, "transition_type");
        ForeignTransition.Kind kind = type.contains("Dissolve") || type.isEmpty()
                ? ForeignTransition.Kind.DISSOLVE
                : type.contains("Wipe") ? ForeignTransition.Kind.WIPE : ForeignTransition.Kind.OTHER;
        return new ForeignTransition(kind, OtioJson.text(node, "name"), cut.minus(before), cut.plus(after), cut);
    }

    private ForeignClip clip(JsonNode item, String schema, @Nullable JsonNode range, Rational in, Rational out) {
        JsonNode enabled = item.get("enabled");
        ForeignClip.Draft draft = new ForeignClip.Draft(OtioJson.text(item, "name"), in, out)
                .colour(OtioRest.colour(item))
                .foreign(OtioRest.of(item, findings))
                .enabled(enabled == null || !enabled.isBoolean() || enabled.booleanValue())
                .speed(OtioSpeed.of(item));
        if (NESTED.contains(schema)) {
            draft.kind(ForeignClip.Kind.NESTED);
            draft.media(rangeStart(range), null);
            OtioOwn.into(draft, item);
            contents.into(draft, item);
            return draft.clip();
        }
        if (range == null || !schema.equals("Clip")) {
            return draft.clip();
        }
        Rational speed = OtioSpeed.of(item);
        Rate rate = OtioJson.rate(range.get("start_time"));
        Rational from = rangeStart(range);
        draft.sourceRate(rate)
                .source(from, from.plus(out.minus(in).times(speed)))
                .speed(speed);
        JsonNode media = media(item);
        if (media != null) {
            refer(media, from, draft);
        }
        OtioOwn.into(draft, item);
        return draft.clip();
    }

    private void refer(JsonNode media, Rational from, ForeignClip.Draft draft) {
        JsonNode available = media.get("available_range");
        if (available != null && available.isObject()) {
            draft.media(from.minus(rangeStart(available)), null);
        }
        switch (OtioJson.schema(media)) {
            case "GeneratorReference" -> draft.kind(ForeignClip.Kind.GENERATOR);
            case "ExternalReference" -> draft.file(OtioJson.text(media, "target_url"));
            case "ImageSequenceReference" ->
                draft.file(OtioJson.text(media, "target_url_base")
                        + OtioJson.text(media, "name_prefix")
                        + OtioJson.text(media, "name_suffix"));
            default -> {}
        }
    }

    /** The reference that is in use, of one or of several. */
    private static @Nullable JsonNode media(JsonNode clip) {
        JsonNode several = clip.get("media_references");
        if (several != null && several.isObject()) {
            String key = OtioJson.text(clip, "active_media_reference_key");
            JsonNode active = several.get(key.isEmpty() ? "DEFAULT_MEDIA" : key);
            return active != null && active.isObject() ? active : null;
        }
        JsonNode one = clip.get("media_reference");
        return one != null && one.isObject() ? one : null;
    }

    /** What is shown of an item; without a choice all that there is. */
    private static @Nullable JsonNode range(JsonNode item) {
        JsonNode chosen = item.get("source_range");
        if (chosen != null && chosen.isObject()) {
            return chosen;
        }
        JsonNode media = media(item);
        JsonNode available = media == null ? null : media.get("available_range");
        return available != null && available.isObject() ? available : null;
    }

    private static Rational rangeStart(@Nullable JsonNode range) {
        return range == null ? Rational.ZERO : or(OtioJson.time(range.get("start_time")), Rational.ZERO);
    }

    /** A nested track is as long as its items together, a nested stack as its longest. */
    private static Rational duration(JsonNode item, @Nullable JsonNode range, int depth) {
        if (range != null) {
            return or(OtioJson.time(range.get("duration")), Rational.ZERO).max(Rational.ZERO);
        }
        boolean stack = OtioJson.schema(item).equals("Stack");
        Rational sum = Rational.ZERO;
        for (JsonNode child : OtioJson.list(item, "children")) {
            if (depth < 50 && CLIPS.contains(OtioJson.schema(child))) {
                Rational length = duration(child, range(child), depth + 1);
                sum = stack ? sum.max(length) : sum.plus(length);
            }
        }
        return sum;
    }

    /** @param from source time at {@code at} */
    void markers(JsonNode owner, Rational at, Rational from, String name) {
        for (JsonNode marker : OtioJson.list(owner, "markers")) {
            JsonNode range = marker.get("marked_range");
            Rational duration = range == null ? null : OtioJson.time(range.get("duration"));
            markers.add(new ForeignMarker(
                    OtioJson.text(marker, "name"),
                    OtioJson.text(marker, "comment"),
                    colour(marker),
                    at.plus(rangeStart(range).minus(from)),
                    or(duration, Rational.ZERO),
                    name,
                    false,
                    OtioRest.of(marker, findings)));
        }
    }

    /** A word, or since 0.18 an object with a name. */
    private static String colour(JsonNode marker) {
        JsonNode colour = marker.get("color");
        return colour != null && colour.isObject() ? OtioJson.text(colour, "name") : OtioJson.text(marker, "color");
    }

    private static Rational or(@Nullable Rational told, Rational otherwise) {
        return told == null ? otherwise : told;
    }
}
