package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Effect;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where Final Cut or Resolve put a picture, as far as our framing can say it: position, one scale for both sides, rotation and a trim, none of them moving. The units are
 * those that {@link FcpxmlFraming} writes.
 */
final class FcpxmlSeen {
    /** Without anything inside: what moves has its key frames there. */
    private static final Pattern TRANSFORM = Pattern.compile("<adjust-transform\\b([^>]*)/>");

    private static final Pattern TRIM =
            Pattern.compile("<adjust-crop\\b[^>]*mode=\"trim\"[^>]*>\\s*<trim-rect\\b([^>]*)/>\\s*</adjust-crop>");
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,6}(\\.\\d{1,9})?\\d*");
    private static final Rational HUNDREDTH = Rational.of(1, 100);

    private final Rational aspect;

    private FcpxmlSeen(Rational aspect) {
        this.aspect = aspect;
    }

    /** @param aspect width of the timeline's picture in heights */
    static Optional<Effect> in(Map<String, String> foreign, Rational aspect) {
        String kept = foreign.getOrDefault("fcpxml/children", "");
        boolean otherFit = kept.contains("<adjust-conform") && !kept.contains("type=\"fit\"");
        boolean off = kept.contains("enabled=\"0\"");
        return otherFit || off ? Optional.empty() : new FcpxmlSeen(aspect).framing(kept);
    }

    private Optional<Effect> framing(String kept) {
        Matcher transform = TRANSFORM.matcher(kept);
        Matcher trim = TRIM.matcher(kept);
        boolean hasTransform = transform.find();
        boolean hasTrim = trim.find();
        if (hasTransform != kept.contains("<adjust-transform") || hasTrim != kept.contains("<adjust-crop")) {
            return Optional.empty();
        }
        try {
            Effect.Crop crop = hasTrim ? crop(trim.group(1)) : Effect.Crop.NONE;
            Effect.Framing framing = framing(hasTransform ? transform.group(1) : "", crop);
            return framing == null || framing.equals(Effect.Framing.NONE) ? Optional.empty() : Optional.of(framing);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Effect.@Nullable Framing framing(String attributes, Effect.Crop crop) {
        String[] position = pair(attributes, "position", "0 0");
        String[] scale = pair(attributes, "scale", "1 1");
        String[] anchor = pair(attributes, "anchor", "0 0");
        boolean uniform = number(scale[0]).equals(number(scale[1]));
        boolean middle = number(anchor[0]).signum() == 0 && number(anchor[1]).signum() == 0;
        if (!uniform || !middle) {
            return null;
        }
        return new Effect.Framing(
                number(scale[0]),
                number(position[0]).times(HUNDREDTH).dividedBy(aspect),
                number(position[1]).times(HUNDREDTH).negated(),
                number(attribute(attributes, "rotation", "0")).negated(),
                crop);
    }

    private Effect.Crop crop(String attributes) {
        return new Effect.Crop(
                edge(attributes, "left").dividedBy(aspect),
                edge(attributes, "right").dividedBy(aspect),
                edge(attributes, "top"),
                edge(attributes, "bottom"));
    }

    private static Rational edge(String attributes, String name) {
        return number(attribute(attributes, name, "0")).times(HUNDREDTH);
    }

    private static String[] pair(String attributes, String name, String otherwise) {
        String[] pair = attribute(attributes, name, otherwise).strip().split("\\s+", 3);
        if (pair.length != 2) {
            throw new IllegalArgumentException("not two numbers");
        }
        return pair;
    }

    private static String attribute(String attributes, String name, String otherwise) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? found.group(1) : otherwise;
    }

    /** To nine places, which is finer than any pixel. */
    private static Rational number(String text) {
        Matcher plain = PLAIN.matcher(text);
        if (!plain.matches()) {
            throw new IllegalArgumentException("no such number: " + text);
        }
        int point = text.indexOf('.');
        return Rational.parse(point < 0 ? text : text.substring(0, Math.min(text.length(), point + 10)));
    }
}
