package backbeat.engine.interchange;

import backbeat.engine.colour.ColourDecision;
import backbeat.engine.colour.ColourDecision.Rgb;
import backbeat.engine.time.Rational;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Metadata of OpenTimelineIO objects, effects that are not known, and the colour decision that programs put there. */
final class OtioRest {
    private static final Set<String> KNOWN_EFFECTS = Set.of("LinearTimeWarp", "FreezeFrame");

    private OtioRest() {}

    static Map<String, String> of(JsonNode object, ReadingFindings findings) {
        ForeignRest rest = new ForeignRest(findings);
        JsonNode metadata = object.get("metadata");
        if (metadata != null && metadata.isObject() && !metadata.isEmpty()) {
            rest.add("otio/metadata", metadata.toString());
        }
        String effects = OtioJson.list(object, "effects")
                .valueStream()
                .filter(effect -> !KNOWN_EFFECTS.contains(OtioJson.schema(effect)))
                .map(JsonNode::toString)
                .collect(Collectors.joining(","));
        if (!effects.isEmpty()) {
            rest.add("otio/effects", "[" + effects + "]");
        }
        JsonNode colour = object.get("color");
        if (colour != null && colour.isObject()) {
            rest.add("otio/color", colour.toString());
        }
        return rest.told();
    }

    /** Programs leave their name as a key of the metadata. */
    static String dialect(JsonNode root) {
        JsonNode metadata = root.get("metadata");
        return metadata == null || !metadata.isObject()
                ? ""
                : metadata.propertyNames().stream()
                        .map(ForeignProgram::named)
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse("");
    }

    static @Nullable ColourDecision colour(JsonNode clip) {
        JsonNode metadata = clip.get("metadata");
        JsonNode decision = metadata == null ? null : metadata.get("cdl");
        if (decision == null || !decision.isObject()) {
            return null;
        }
        Rational saturation = OtioJson.number(decision.get("asc_sat"));
        JsonNode sop = decision.get("asc_sop");
        ColourDecision neutral = ColourDecision.NEUTRAL;
        try {
            return new ColourDecision(
                    "",
                    triple(sop, "slope").orElse(neutral.slope()),
                    triple(sop, "offset").orElse(neutral.offset()),
                    triple(sop, "power").orElse(neutral.power()),
                    saturation == null ? 1 : saturation.toDouble());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Optional<Rgb> triple(@Nullable JsonNode sop, String name) {
        JsonNode list = sop == null ? null : sop.get(name);
        if (list == null || list.size() != 3) {
            return Optional.empty();
        }
        Rational red = OtioJson.number(list.get(0));
        Rational green = OtioJson.number(list.get(1));
        Rational blue = OtioJson.number(list.get(2));
        return red == null || green == null || blue == null
                ? Optional.empty()
                : Optional.of(new Rgb(red.toDouble(), green.toDouble(), blue.toDouble()));
    }
}
