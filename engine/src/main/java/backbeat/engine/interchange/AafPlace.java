package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A place in a slot of a mob: the source clip that lies there, and the place in what that one refers to.
 *
 * @param start in seconds from the beginning of what the clip refers to
 */
record AafPlace(AafObject clip, Rational start) {
    private static final int DEEPEST = 50;

    /** @param at seconds from the slot's origin; null is given where no single clip lies there */
    static @Nullable AafPlace in(AafObject slot, Rational at) throws IOException {
        Rational rate = slot.fraction(AafModel.EDIT_RATE);
        AafObject segment = slot.object(AafModel.SEGMENT);
        if (rate == null || rate.signum() <= 0 || segment == null) {
            return null;
        }
        Rational origin = Rational.of(slot.number(AafModel.ORIGIN, 0)).dividedBy(rate);
        return in(segment, at.plus(origin), rate, 0);
    }

    private static @Nullable AafPlace in(@Nullable AafObject segment, Rational at, Rational rate, int depth)
            throws IOException {
        if (segment == null || depth > DEEPEST) {
            return null;
        }
        return switch (segment.kind()) {
            case AafModel.SOURCE_CLIP -> {
                Rational start = Rational.of(segment.number(AafModel.START, 0)).dividedBy(rate);
                yield new AafPlace(segment, start.plus(at));
            }
            case AafModel.SEQUENCE -> inSequence(segment, at, rate, depth);
            case AafModel.SELECTOR -> in(segment.object(AafModel.SELECTED), at, rate, depth + 1);
            case AafModel.PULLDOWN -> in(segment.object(AafModel.PULLDOWN_INPUT), at, rate, depth + 1);
            case AafModel.ESSENCE_GROUP -> inOnly(segment, AafModel.CHOICES, at, rate, depth, false);
            case AafModel.OPERATION_GROUP -> inOnly(segment, AafModel.INPUTS, at, rate, depth, true);
            default -> null;
        };
    }

    /** The first of several choices; of an effect only where nothing else goes into it. */
    private static @Nullable AafPlace inOnly(
            AafObject segment, int property, Rational at, Rational rate, int depth, boolean mustBeAlone)
            throws IOException {
        var parts = segment.objects(property);
        boolean found = !parts.isEmpty() && (!mustBeAlone || parts.size() == 1);
        return found ? in(parts.getFirst(), at, rate, depth + 1) : null;
    }

    private static @Nullable AafPlace inSequence(AafObject sequence, Rational at, Rational rate, int depth)
            throws IOException {
        Rational from = Rational.ZERO;
        AafObject last = null;
        Rational lastFrom = from;
        for (AafObject component : sequence.objects(AafModel.COMPONENTS)) {
            Rational length = Rational.of(component.number(AafModel.LENGTH, 0)).dividedBy(rate);
            if (component.kind() == AafModel.TRANSITION) {
                from = from.minus(length);
                continue;
            }
            if (last != null && at.isLessThan(from)) {
                break;
            }
            last = component;
            lastFrom = from;
            from = from.plus(length);
        }
        return in(last, at.minus(lastFrom), rate, depth + 1);
    }
}
