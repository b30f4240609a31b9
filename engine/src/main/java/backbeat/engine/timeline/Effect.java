package backbeat.engine.timeline;

import backbeat.engine.time.Rational;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.file.Path;
import java.util.List;

/** What is done to a clip before it is shown. Effects of one item work in their order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "effect")
public sealed interface Effect {
    /**
     * Where and how large the picture stands. The picture fits into the frame first; this is applied to it then.
     *
     * @param scale 1 leaves it as it fits
     * @param x of its middle to the right of the frame's, in frame widths
     * @param y of its middle below the frame's, in frame heights
     * @param rotation clockwise in degrees
     */
    record Framing(Rational scale, Rational x, Rational y, Rational rotation, Crop crop) implements Effect {
        public static final Framing NONE =
                new Framing(Rational.ONE, Rational.ZERO, Rational.ZERO, Rational.ZERO, Crop.NONE);

        public Framing {
            positive(scale, "scale");
        }
    }

    /** What is cut off at each edge of the source picture, in parts of its width or height. */
    record Crop(Rational left, Rational right, Rational top, Rational bottom) {
        public static final Crop NONE = new Crop(Rational.ZERO, Rational.ZERO, Rational.ZERO, Rational.ZERO);

        public Crop {
            boolean nothingLeft = left.plus(right).compareTo(Rational.ONE) >= 0
                    || top.plus(bottom).compareTo(Rational.ONE) >= 0;
            boolean negative = left.signum() < 0 || right.signum() < 0 || top.signum() < 0 || bottom.signum() < 0;
            if (negative || nothingLeft) {
                throw new IllegalArgumentException(
                        "a crop must leave some of the picture: " + left + ", " + right + ", " + top + ", " + bottom);
            }
        }
    }

    /** Colour as the ASC's decision list says it: {@code (in * slope + offset) ^ power}, then saturation. */
    record Grade(Channels slope, Channels offset, Channels power, Rational saturation) implements Effect {}

    record Channels(Rational red, Rational green, Rational blue) {
        public static Channels all(Rational value) {
            return new Channels(value, value, value);
        }
    }

    /** A look as a table. */
    record LookTable(Path cube) implements Effect {}

    /** From black and to black; of sound from silence and to silence. In seconds of the timeline; zero for none. */
    record Fade(Rational in, Rational out) implements Effect {
        public Fade {
            notNegative(in, "fade in");
            notNegative(out, "fade out");
        }
    }

    /**
     * How pictures between pictures are made, and a speed that changes.
     *
     * @param points what is shown when, in rising order of {@code at}, straight between them; empty where the item's own constant speed holds
     */
    record Retime(Way way, List<Point> points) implements Effect {
        public enum Way {
            NEAREST,
            BLEND,
            OPTICAL_FLOW
        }

        /**
         * @param at seconds after the item's start
         * @param source clip time in seconds
         */
        public record Point(Rational at, Rational source) {}

        public Retime {
            points = List.copyOf(points);
        }

        /** Clip time shown so many seconds after the item's start; before the first and after the last point it goes on as between the nearest two. */
        public Rational sourceAt(Rational at) {
            int next = 1;
            while (next < points.size() - 1 && points.get(next).at().isLessThan(at)) {
                next++;
            }
            Point from = points.get(next - 1);
            if (points.size() == 1) {
                return from.source();
            }
            Point to = points.get(next);
            Rational speed = to.source().minus(from.source()).dividedBy(to.at().minus(from.at()));
            return from.source().plus(at.minus(from.at()).times(speed));
        }
    }

    /**
     * An effect of another program that is carried and not understood.
     *
     * @param format it is written in, such as {@code otio} or {@code fcpxml}
     * @param text as it was written there
     */
    record Kept(String format, String name, String text) implements Effect {}

    private static void positive(Rational value, String name) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a " + name + " must be above zero, not " + value);
        }
    }

    private static void notNegative(Rational value, String name) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("a " + name + " must not be below zero, but is " + value);
        }
    }
}
