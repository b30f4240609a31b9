package backbeat.engine.interchange;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Our own notes in the metadata of OpenTimelineIO objects, of what it has no field for: kind, reel, drop-frame counting and the size of the picture. */
final class OtioOwn {
    static final String WIDTH = "width";
    static final String HEIGHT = "height";

    private static final String OURS = "backbeat";

    private OtioOwn() {}

    /** Kind and reel as we noted them; the reel also as others do. */
    static void into(ForeignClip.Draft draft, JsonNode item) {
        String kind = note(item, OURS, Told.KIND);
        Stream.of(ForeignClip.Kind.values())
                .filter(known -> known.name().equals(kind.toUpperCase(Locale.ROOT)))
                .forEach(draft::kind);
        String ours = note(item, OURS, Told.REEL);
        String reel = ours.isEmpty() ? note(item, "cmx_3600", "reel") : ours;
        if (!reel.isEmpty()) {
            draft.reel(reel);
        }
    }

    static boolean dropFrame(JsonNode timeline) {
        return note(timeline, OURS, Told.DROP_FRAME).equals("true");
    }

    static ForeignTimeline.@Nullable Size size(JsonNode timeline) {
        JsonNode metadata = timeline.get("metadata");
        JsonNode ours = metadata == null ? null : metadata.get(OURS);
        return ours == null
                ? null
                : ForeignTimeline.Size.of(OtioJson.number(ours.get(WIDTH)), OtioJson.number(ours.get(HEIGHT)));
    }

    static boolean isMulticam(JsonNode item) {
        return note(item, OURS, Told.KIND).equals(ForeignClip.Kind.MULTICAM.name());
    }

    static List<ForeignClip.Angle> angles(JsonNode item) {
        return Told.angles(note(item, OURS, Told.ANGLES));
    }

    private static String note(JsonNode object, String of, String name) {
        JsonNode metadata = object.get("metadata");
        @Nullable JsonNode notes = metadata == null ? null : metadata.get(of);
        return notes == null ? "" : OtioJson.text(notes, name);
    }
}
