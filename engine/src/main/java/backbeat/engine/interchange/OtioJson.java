package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as OpenTimelineIO writes it, with times as exact fractions. */
final class OtioJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Texts are matched first so that words within them stay. */
    private static final Pattern NOT_FINITE =
            Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"|[-+]?\\b(?:NaN|Infinity|Inf|inf|nan)\\b");

    /** Of a rate that is meant as a fraction. */
    private static final long LARGEST_DENOMINATOR = 1_000_000;

    /** Frames a second by which a decimal of many digits may lie beside the NTSC rate it means: one written in single precision. Means of variable rates lie close by, too. */
    private static final double NEARLY = 1e-6;

    private static final long NTSC = 1001;

    /** Part by which a fraction may differ from the decimal it was written as. */
    private static final double SAME = 1e-13;

    private OtioJson() {}

    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(finite(text));
        } catch (JacksonException e) {
            throw ReadingProblems.damaged("otio/damaged", "The JSON breaks off or is wrong.")
                    .asException();
        }
    }

    /** OpenTimelineIO writes numbers that JSON does not have. */
    private static String finite(String text) {
        if (!text.contains("NaN") && !text.contains("Inf") && !text.contains("nan") && !text.contains("inf")) {
            return text;
        }
        return NOT_FINITE
                .matcher(text)
                .replaceAll(found -> found.group().startsWith("\"") ? Matcher.quoteReplacement(found.group()) : "null");
    }

    /** The kind of an object, without its version. */
    static String schema(JsonNode node) {
        String whole = text(node, "OTIO_SCHEMA");
        int point = whole.lastIndexOf('.');
        return point < 0 ? whole : whole.substring(0, point);
    }

    static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value != null && value.isString() ? value.asString() : "";
    }

    static JsonNode list(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value != null && value.isArray() ? value : MAPPER.createArrayNode();
    }

    /** Seconds; null where there is no time. */
    static @Nullable Rational time(@Nullable JsonNode node) {
        Rate rate = rate(node);
        Rational value = node == null ? null : number(node.get("value"));
        return rate == null || value == null ? null : value.dividedBy(rate.perSecond());
    }

    static @Nullable Rate rate(@Nullable JsonNode time) {
        JsonNode told = time == null ? null : time.get("rate");
        Rational number = number(told);
        if (told == null || number == null || number.signum() <= 0) {
            return null;
        }
        if (number.isWhole()) {
            return new Rate(number);
        }
        Rate read = Rate.parse(number.toDouble() + "");
        boolean wasFraction = number.denominator() > LARGEST_DENOMINATOR;
        boolean isNtsc =
                read.perSecond().denominator() == NTSC && Math.abs(read.toDouble() - number.toDouble()) < NEARLY;
        return wasFraction && !isNtsc ? new Rate(simplest(number.toDouble())) : read;
    }

    /** A decimal of many digits was a fraction: the one of small numbers that it stands for, by continued fractions. Exact sums of the decimal itself outgrow any number. */
    private static Rational simplest(double value) {
        long[] p = {1, (long) Math.floor(value)};
        long[] q = {0, 1};
        double rest = value - p[1];
        while (Math.abs((double) p[1] / q[1] - value) > value * SAME && q[1] < LARGEST_DENOMINATOR && rest > 0) {
            double inverse = 1 / rest;
            long whole = (long) Math.floor(inverse);
            if (whole > LARGEST_DENOMINATOR) {
                break;
            }
            p = new long[] {p[1], whole * p[1] + p[0]};
            q = new long[] {q[1], whole * q[1] + q[0]};
            rest = inverse - whole;
        }
        Rational found = Rational.of(p[1], q[1]);
        return found.signum() > 0 ? found : Rational.nearest(value, LARGEST_DENOMINATOR);
    }

    /** The shortest decimal, exactly; what is finer than that is taken to the nearest millionth. */
    static @Nullable Rational number(@Nullable JsonNode node) {
        if (node == null || !node.isNumber()) {
            return null;
        }
        try {
            return Rational.parse(node.asString());
        } catch (IllegalArgumentException | ArithmeticException e) {
            return rounded(node.decimalValue());
        }
    }

    private static @Nullable Rational rounded(BigDecimal value) {
        long digitsBeforePoint = (long) value.precision() - value.scale();
        return digitsBeforePoint > 12 ? null : Rational.nearest(value.doubleValue(), 1_000_000);
    }
}
