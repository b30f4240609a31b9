package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A time as OpenTimelineIO counts it: a value at a rate, both as decimals. A time that is no whole number of frames is counted in its own fractions, so that it stays
 * exact; within a hundredth of a frame it means the whole one.
 */
record OtioTime(Rational value, Rational perSecond) {
    static OtioTime of(Rational seconds, Rate rate) {
        Rational value = seconds.times(rate.perSecond());
        if (value.isWhole() || seconds.denominator() > 1L << 40) {
            return new OtioTime(value, rate.perSecond());
        }
        return new OtioTime(Rational.of(seconds.numerator()), Rational.of(seconds.denominator()));
    }

    /** What once was a decimal lies a hair beside the frame it means. */
    static OtioTime nearest(Rational seconds, Rate rate) {
        return new OtioTime(Rational.of(seconds.times(rate.perSecond()).nearest()), rate.perSecond());
    }

    static OtioTime whole(Rational seconds, Rate rate) {
        return new OtioTime(Rational.of(rate.frameOfDecimal(seconds)), rate.perSecond());
    }

    Rational seconds() {
        return value.dividedBy(perSecond);
    }

    Rate rate() {
        return new Rate(perSecond);
    }

    Map<String, Object> json() {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("OTIO_SCHEMA", "RationalTime.1");
        written.put("rate", perSecond.toDouble());
        written.put("value", value.toDouble());
        return written;
    }

    static Map<String, Object> range(OtioTime start, OtioTime duration) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("OTIO_SCHEMA", "TimeRange.1");
        written.put("duration", duration.json());
        written.put("start_time", start.json());
        return written;
    }
}
