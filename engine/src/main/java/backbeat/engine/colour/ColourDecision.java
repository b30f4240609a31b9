package backbeat.engine.colour;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A colour decision as the American Society of Cinematographers defines it: {@code out = clamp(in x slope + offset) ^ power}, then the saturation by the weights of
 * Rec. 709, clamped again.
 *
 * @param id empty where there is none
 */
public record ColourDecision(String id, Rgb slope, Rgb offset, Rgb power, double saturation) {
    private static final int LONGEST = 1000;

    /** No correction has such a number; arithmetic on what comes from files stays within bounds. */
    private static final double LARGEST = 1_000_000;

    private static final Rgb ONES = new Rgb(1, 1, 1);
    private static final Rgb ZEROS = new Rgb(0, 0, 0);

    /** Changes nothing. */
    public static final ColourDecision NEUTRAL = new ColourDecision("", ONES, ZEROS, ONES, 1);

    private static final Pattern TRIPLE = Pattern.compile("\\(([^()]*)\\)");

    /** A number for red, green and blue each. */
    public record Rgb(double red, double green, double blue) {
        /** Three numbers with blanks or commas between them; nothing where the text is anything else. */
        public static Optional<Rgb> parse(String text) {
            String[] parts = text.strip().split("[\\s,]+", -1);
            if (text.length() > LONGEST || parts.length != 3) {
                return Optional.empty();
            }
            try {
                Rgb read = new Rgb(
                        Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
                return read.isSensible() ? Optional.of(read) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        private boolean isPositive() {
            return red > 0 && green > 0 && blue > 0;
        }

        private boolean isSensible() {
            return Math.abs(red) <= LARGEST && Math.abs(green) <= LARGEST && Math.abs(blue) <= LARGEST;
        }
    }

    public ColourDecision {
        boolean sensible = slope.isSensible() && offset.isSensible() && power.isSensible() && saturation <= LARGEST;
        if (!sensible || !power.isPositive() || !(saturation >= 0)) {
            throw new IllegalArgumentException(
                    "power must be above zero, saturation not below it, and none beyond a million");
        }
    }

    /**
     * As edit lists and logs write it.
     *
     * @param sop {@code (slope)(offset)(power)}, three numbers each; may be empty
     * @param sat the saturation; may be empty
     * @return nothing where neither is one
     */
    public static Optional<ColourDecision> parse(String sop, String sat) {
        Optional<ColourDecision> graded = sop.length() > LONGEST ? Optional.empty() : parseSop(sop);
        Optional<Double> saturation = parseSaturation(sat);
        if (graded.isEmpty() && saturation.isEmpty()) {
            return Optional.empty();
        }
        ColourDecision base = graded.orElse(NEUTRAL);
        return Optional.of(
                new ColourDecision("", base.slope, base.offset, base.power, saturation.orElse(base.saturation)));
    }

    private static Optional<ColourDecision> parseSop(String text) {
        Matcher triples = TRIPLE.matcher(text);
        Rgb[] read = new Rgb[3];
        for (int i = 0; i < 3; i++) {
            Optional<Rgb> triple = triples.find() ? Rgb.parse(triples.group(1)) : Optional.empty();
            if (triple.isEmpty()) {
                return Optional.empty();
            }
            read[i] = triple.get();
        }
        return read[2].isPositive()
                ? Optional.of(new ColourDecision("", read[0], read[1], read[2], 1))
                : Optional.empty();
    }

    private static Optional<Double> parseSaturation(String text) {
        try {
            double read = Double.parseDouble(text.strip());
            return read >= 0 && read <= LARGEST ? Optional.of(read) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    public ColourDecision withId(String told) {
        return new ColourDecision(told, slope, offset, power, saturation);
    }

    public Rgb apply(Rgb in) {
        double red = graded(in.red, slope.red, offset.red, power.red);
        double green = graded(in.green, slope.green, offset.green, power.green);
        double blue = graded(in.blue, slope.blue, offset.blue, power.blue);
        double luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        return new Rgb(saturated(red, luma), saturated(green, luma), saturated(blue, luma));
    }

    private static double graded(double in, double slope, double offset, double power) {
        return Math.pow(Math.clamp(in * slope + offset, 0.0, 1.0), power);
    }

    private double saturated(double value, double luma) {
        return Math.clamp(luma + saturation * (value - luma), 0.0, 1.0);
    }
}
