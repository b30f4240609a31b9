package backbeat.engine.song;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How metres are written and counted: 6/8, 9/8 and 12/8 by the dotted quarter, other eighths by the eighth, all others by their own unit. */
public final class Metres {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2})/(1|2|4|8|16|32|64)");
    private static final int MOST_BEATS = 16;

    private Metres() {}

    /**
     * Beats of a bar as they are counted.
     *
     * @throws IllegalArgumentException when it is no metre
     */
    public static int beats(String metre) {
        Matcher parts = WRITTEN.matcher(metre);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a metre: \"" + metre + "\"");
        }
        int units = Integer.parseInt(parts.group(1));
        int beats = isCompound(units, parts.group(2)) ? units / 3 : units;
        if (beats < 1 || beats > MOST_BEATS) {
            throw new IllegalArgumentException("a bar has 1 to " + MOST_BEATS + " beats, not \"" + metre + "\"");
        }
        return beats;
    }

    /** Length of the counted beat in quarter notes. */
    public static double quarters(String metre) {
        int slash = metre.indexOf('/');
        int units = Integer.parseInt(metre.substring(0, slash));
        String unit = metre.substring(slash + 1);
        return (isCompound(units, unit) ? 3 : 1) * 4.0 / Integer.parseInt(unit);
    }

    private static boolean isCompound(int units, String unit) {
        return units > 3 && units % 3 == 0 && Integer.parseInt(unit) >= 8;
    }
}
