package backbeat.engine.interchange;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.timeline.Effect;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Our own effects in the metadata of an OTIO clip: framing, crop, grade, fades and changing speeds, which the format has no place for. */
final class OurEffects {
    static final String KEY = "effects";

    /** Longer ones nobody wrote: sums of them would no longer fit. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{13}");

    private OurEffects() {}

    /** Empty where there are none, and where they are damaged. */
    static List<Effect> in(Map<String, String> foreign) {
        JsonNode told = OurMedia.ours(foreign).map(ours -> ours.get(KEY)).orElse(null);
        if (told == null
                || !told.isArray()
                || LONG_NUMBER.matcher(told.toString()).find()) {
            return List.of();
        }
        try {
            return Stream.of(JsonFile.parse(told.toString(), Effect[].class))
                    .filter(Objects::nonNull)
                    .filter(OurEffects::isWhole)
                    .toList();
        } catch (IOException | IllegalArgumentException | ArithmeticException e) {
            return List.of();
        }
    }

    /** JSON may leave fields out. */
    private static boolean isWhole(Effect effect) {
        return switch (effect) {
            case Effect.Framing framing ->
                Stream.of(framing.scale(), framing.x(), framing.y(), framing.rotation(), framing.crop())
                        .allMatch(Objects::nonNull);
            case Effect.Grade grade ->
                grade.saturation() != null
                        && Stream.of(grade.slope(), grade.offset(), grade.power())
                                .allMatch(rgb -> rgb != null
                                        && Stream.of(rgb.red(), rgb.green(), rgb.blue())
                                                .allMatch(Objects::nonNull));
            case Effect.LookTable table -> table.cube() != null;
            case Effect.Fade fade -> true;
            case Effect.Retime retime -> retime.way() != null && rises(retime.points());
            case Effect.Kept kept -> false;
        };
    }

    private static boolean rises(List<Effect.Retime.Point> points) {
        for (int i = 0; i < points.size(); i++) {
            Effect.Retime.Point point = points.get(i);
            boolean whole = point.at() != null && point.source() != null;
            if (!whole || (i > 0 && !points.get(i - 1).at().isLessThan(point.at()))) {
                return false;
            }
        }
        return true;
    }
}
