package backbeat.engine.timeline;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several cameras, and mostly the song, as one medium with a clock of its own: every angle is a row of items from its zero. Clips of one multicam differ in the angles
 * they choose.
 *
 * @param rate of its clock
 * @param picture name of the angle that is seen; empty for none
 * @param sound name of the angle that is heard; empty for none
 */
public record Multicam(String name, Rate rate, List<Angle> angles, String picture, String sound)
        implements SourceMedia {
    /** @param items from the zero of the multicam's clock, each starting where the one before ends */
    public record Angle(String name, List<Item> items) {
        public Angle {
            items = List.copyOf(items);
        }
    }

    public Multicam {
        angles = List.copyOf(angles);
    }

    public Multicam choosing(String otherPicture, String otherSound) {
        return new Multicam(name, rate, angles, otherPicture, otherSound);
    }

    public Optional<Angle> pictureAngle() {
        return angles.stream().filter(angle -> angle.name().equals(picture)).findFirst();
    }

    public Optional<Angle> soundAngle() {
        return angles.stream().filter(angle -> angle.name().equals(sound)).findFirst();
    }

    @Override
    public Rational start() {
        return Rational.ZERO;
    }

    /** Of the longest angle; null where none has any content. */
    @Override
    public @Nullable Rational duration() {
        Rational longest =
                angles.stream().map(angle -> Item.lengthOf(angle.items())).reduce(Rational.ZERO, Rational::max);
        return longest.signum() == 0 ? null : longest;
    }
}
