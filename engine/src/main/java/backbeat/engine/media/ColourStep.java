package backbeat.engine.media;

import backbeat.engine.time.Rational;
import java.nio.file.Path;
import java.util.List;

/** What is done to colours, between full-range RGB of BT.709 and the same. */
public sealed interface ColourStep {
    /**
     * A table of colours in the .cube format.
     *
     * @param file as it is read
     * @param content what the file holds, as a short name: letters and digits
     * @param cubic whether it has three dimensions, or else a curve for each colour
     */
    record Table(Path file, String content, boolean cubic) implements ColourStep {}

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
