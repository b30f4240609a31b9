package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.List;
import java.util.stream.Stream;

/** Markers of a sequence or a clip: counted from its first frame, a clip's from the first frame of its media. */
final class PremiereMarkers {
    private PremiereMarkers() {}

    /**
     * @param zero time of the frame that they are counted from
     * @param on name of the clip; empty for the sequence
     */
    static List<ForeignMarker> of(XmlElement owner, Rate rate, Rational zero, String on) {
        return owner.children("marker")
                .flatMap(marker -> told(marker, rate, zero, on))
                .toList();
    }

    private static Stream<ForeignMarker> told(XmlElement marker, Rate rate, Rational zero, String on) {
        Rational in = PremiereNumbers.number(marker.text("in"));
        Rational out = PremiereNumbers.number(marker.text("out"));
        if (in == null) {
            return Stream.empty();
        }
        Rational length =
                out == null || out.signum() < 0 ? Rational.ZERO : out.minus(in).max(Rational.ZERO);
        return Stream.of(new ForeignMarker(
                marker.text("name", ""),
                marker.text("comment", ""),
                "",
                zero.plus(in.dividedBy(rate.perSecond())),
                length.dividedBy(rate.perSecond()),
                on,
                false));
    }
}
