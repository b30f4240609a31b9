package backbeat.engine.shotlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long shots should be: {@code 2 bars}, {@code 4 beats}, {@code 1.5 s}, or {@code short} and {@code long} beside what the style wants. */
public record ShotLength(double amount, Unit unit) {
    /** What a length is counted in. */
    public enum Unit {
        SECONDS,
        BARS,
        BEATS,
        /** Of what the style wants there. */
        TIMES
    }

    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,3})?)\\s*(bars?|beats?|s|sec|secs|seconds?|\"|)");
    private static final ShotLength SHORT = new ShotLength(0.5, Unit.TIMES);
    private static final ShotLength LONG = new ShotLength(2, Unit.TIMES);

    /** Empty when it is none. */
    public static Optional<ShotLength> of(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        if (text.equals("short") || text.equals("long")) {
            return Optional.of(text.equals("short") ? SHORT : LONG);
        }
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        double amount = Double.parseDouble(parts.group(1).replace(',', '.'));
        Unit unit = parts.group(2).startsWith("ba")
                ? Unit.BARS
                : parts.group(2).startsWith("be") ? Unit.BEATS : Unit.SECONDS;
        return amount > 0 ? Optional.of(new ShotLength(amount, unit)) : Optional.empty();
    }

    @JsonCreator
    static ShotLength read(String written) {
        return of(written).orElseThrow(() -> new IllegalArgumentException("no length of shots: " + written));
    }

    /** @param wished what the style wants there, in seconds */
    public double seconds(double barSeconds, double beatSeconds, double wished) {
        return amount
                * switch (unit) {
                    case SECONDS -> 1;
                    case BARS -> barSeconds;
                    case BEATS -> beatSeconds;
                    case TIMES -> wished;
                };
    }

    /** As it can be read again. */
    @Override
    @JsonValue
    public String toString() {
        if (unit == Unit.TIMES) {
            return amount < 1 ? "short" : "long";
        }
        String number = String.format(Locale.ROOT, "%.3f", amount).replaceAll("\\.?0+$", "");
        String counted = unit == Unit.BARS ? "bar" : "beat";
        return unit == Unit.SECONDS ? number + " s" : number + " " + counted + (amount == 1 ? "" : "s");
    }
}
