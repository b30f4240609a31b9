package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The timecode of a mob: that of the slot with the physical number 1, else the first.
 *
 * @param start label of the first frame in true seconds
 */
record AafTimecode(Rational start, Rate rate, boolean drop) {
    static Optional<AafTimecode> of(AafObject mob, AafFile file) throws IOException {
        AafTimecode first = null;
        for (AafObject slot : mob.objects(AafModel.SLOTS)) {
            AafTimecode here = in(slot);
            boolean primary = slot.number(AafModel.PHYSICAL_TRACK, 0) == 1;
            if (here != null && (primary || first == null)) {
                first = here;
                if (primary) {
                    break;
                }
            }
        }
        return Optional.ofNullable(first);
    }

    private static @Nullable AafTimecode in(AafObject slot) throws IOException {
        AafObject segment = slot.object(AafModel.SEGMENT);
        if (segment != null && segment.kind() == AafModel.SEQUENCE) {
            segment = segment.objects(AafModel.COMPONENTS).stream()
                    .filter(component -> component.kind() == AafModel.TIMECODE)
                    .findFirst()
                    .orElse(null);
        }
        Rational edit = slot.fraction(AafModel.EDIT_RATE);
        if (segment == null || segment.kind() != AafModel.TIMECODE || edit == null) {
            return null;
        }
        long frames = segment.number(AafModel.TIMECODE_RATE, 0);
        if (frames <= 0 || frames > 1000) {
            return null;
        }
        boolean thousandths = !edit.isWhole() && edit.denominator() == 1001;
        Rate rate = thousandths ? Rate.of(frames * 1000, 1001) : Rate.of(frames);
        boolean drop = segment.number(AafModel.TIMECODE_DROP, 0) != 0;
        return new AafTimecode(rate.timeOf(segment.number(AafModel.TIMECODE_START, 0)), rate, drop);
    }
}
