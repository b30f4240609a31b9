package backbeat.engine.media;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The rate of a picture, told by the times of its frames.
 *
 * <p>No header field says whether a rate is constant; a Matroska file of a screen recorder claims 25 whatever it holds. So each rate that the headers name, and the
 * known rates near the measured mean, is held against every frame: it explains them when none lies more than a rounding of the container (1.1 units of its time
 * base, or 1 ms) off its place. When no rate does, the rate is variable, and the one told to people is that of the median step.
 */
record Cadence(Rate rate, boolean variable) {
    private static final double UNITS_OF_ROUNDING = 1.1;
    private static final double ROUNDING_SECONDS = 0.001;
    private static final Rational NEAR = Rational.of(1, 50);
    private static final long HIGHEST_KNOWN = 1000;

    static Cadence of(Packets packets, Headers.Stream stream) {
        Optional<Rate> told = stream.lowestRate().or(stream::averageRate);
        if (packets.presented() < 2) {
            return new Cadence(told.orElse(Rate.FPS_25), false);
        }
        return candidates(packets, stream)
                .filter(rate -> explains(rate, packets, stream.timeBase()))
                .findFirst()
                .map(rate -> new Cadence(rate, false))
                .orElseGet(() -> new Cadence(medianRate(packets, stream.timeBase()), true));
    }

    private static Stream<Rate> candidates(Packets packets, Headers.Stream stream) {
        Rate mean = meanRate(packets, stream.timeBase());
        List<Rate> told = Stream.of(stream.lowestRate(), stream.averageRate())
                .flatMap(Optional::stream)
                .toList();
        List<Rate> known = knownNear(mean);
        return Stream.of(told.stream().filter(known::contains), known.stream(), told.stream(), Stream.of(mean))
                .flatMap(rates -> rates);
    }

    private static Rate meanRate(Packets packets, Rational timeBase) {
        int steps = packets.presented() - 1;
        long ticks = packets.time(steps) - packets.time(0);
        return new Rate(Rational.of(steps, ticks).dividedBy(timeBase));
    }

    /** Whole rates and their NTSC kin (1000/1001) within two per cent, the nearest first. */
    static List<Rate> knownNear(Rate mean) {
        long nearest = mean.perSecond().nearest();
        if (nearest > HIGHEST_KNOWN) {
            return List.of();
        }
        return LongStream.rangeClosed(nearest - 1, nearest + 1)
                .filter(n -> n > 0)
                .boxed()
                .flatMap(n -> Stream.of(Rate.of(n), Rate.of(n * 1000, 1001)))
                .filter(rate -> distance(rate, mean) <= NEAR.toDouble())
                .sorted((a, b) -> Double.compare(distance(a, mean), distance(b, mean)))
                .toList();
    }

    private static double distance(Rate a, Rate b) {
        return Math.abs(a.toDouble() / b.toDouble() - 1);
    }

    private static boolean explains(Rate rate, Packets packets, Rational timeBase) {
        double unit = timeBase.toDouble();
        double allowed = Math.max(UNITS_OF_ROUNDING * unit, ROUNDING_SECONDS);
        long first = packets.time(0);
        double step = 1 / rate.toDouble();
        for (int i = 0; i < packets.presented(); i++) {
            if (Math.abs((packets.time(i) - first) * unit - i * step) >= allowed) {
                return false;
            }
        }
        return true;
    }

    private static Rate medianRate(Packets packets, Rational timeBase) {
        Rate median = new Rate(timeBase.times(packets.medianStep()).inverse());
        List<Rate> known = knownNear(median);
        return known.isEmpty() ? median : known.getFirst();
    }
}
