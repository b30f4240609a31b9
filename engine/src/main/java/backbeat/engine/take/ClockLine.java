package backbeat.engine.take;

import java.util.Arrays;

/**
 * Offset between two clocks over the day: the median, and a rate (the median of the slopes of all pairs of points, Theil and Sen) where enough takes over enough
 * time show one beyond doubt.
 *
 * @param at reading at which {@code offset} holds
 * @param scatter one standard deviation around it
 */
record ClockLine(double at, double offset, double rate, double scatter) {
    private static final int LEAST_POINTS = 4;
    private static final double LEAST_SECONDS = 1200;
    private static final double BEYOND_DOUBT = 4;
    private static final double SIGMAS_OF_MEDIAN_DEVIATION = 1.4826;

    static ClockLine through(double[] at, double[] offsets, double grain) {
        double middle = median(at);
        ClockLine level = around(at, offsets, middle, 0);
        double length =
                Arrays.stream(at).max().orElse(0) - Arrays.stream(at).min().orElse(0);
        if (at.length < LEAST_POINTS || length < LEAST_SECONDS) {
            return level;
        }
        double rate = medianSlope(at, offsets);
        ClockLine sloped = around(at, offsets, middle, rate);
        double doubt = Math.max(sloped.scatter(), grain) / (length * Math.sqrt(at.length / 12.0));
        return Math.abs(rate) > BEYOND_DOUBT * doubt ? sloped : level;
    }

    private static ClockLine around(double[] at, double[] offsets, double middle, double rate) {
        double[] rest = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            rest[i] = offsets[i] - rate * (at[i] - middle);
        }
        double offset = median(rest);
        double[] deviations =
                Arrays.stream(rest).map(value -> Math.abs(value - offset)).toArray();
        return new ClockLine(middle, offset, rate, SIGMAS_OF_MEDIAN_DEVIATION * median(deviations));
    }

    private static double medianSlope(double[] at, double[] offsets) {
        return median(java.util.stream.IntStream.range(0, at.length)
                .boxed()
                .flatMap(i -> java.util.stream.IntStream.range(0, i)
                        .filter(j -> Math.abs(at[i] - at[j]) > LEAST_SECONDS / 4)
                        .mapToObj(j -> (offsets[i] - offsets[j]) / (at[i] - at[j])))
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
