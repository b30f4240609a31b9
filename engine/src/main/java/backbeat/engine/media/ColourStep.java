package backbeat.engine.media;

import backbeat.engine.time.Rational;
import java.nio.file.Path;
import java.util.List;

/** What is done to colours, between full-range RGB of BT.709 and the same. */
public sealed interface ColourStep {
    /**
     * A table of colours.
     *
     * @param content what the file holds, as a short name: letters and digits
     */
    record Table(Path file, String content, Kind kind) implements ColourStep {
        /** How it is written. */
        public enum Kind {
            /** A curve for each colour, as .cube. */
            CURVES,
            /** Three dimensions, as .cube. */
            CUBE,
            /** Three dimensions from 0 to 1 in whole numbers, as .m3d: FFmpeg reads it in no time, and a .cube of 33 points in 60 ms. */
            WHOLE_NUMBERS
        }
    }

    /**
     * The colour decision list of the American Society of Cinematographers: slope, offset and power for each of red, green and blue, then saturation by the weights of
     * BT.709.
     */
    record Decision(List<Rational> slope, List<Rational> offset, List<Rational> power, Rational saturation)
            implements ColourStep {
        public Decision {
            slope = List.copyOf(slope);
            offset = List.copyOf(offset);
            power = List.copyOf(power);
        }
    }
}
