package backbeat.engine.ltc;

/** Means of the samples around the one that was heard a moment ago, at the cost of two look-ups each, whatever their length. */
final class SlidingSums {
    private final double[] totals;
    private final int mask;
    private final int reach;
    private double total;
    private long heard;

    /** @param reach samples on each side that a mean may take */
    SlidingSums(int reach) {
        this.reach = reach;
        totals = new double[Integer.highestOneBit(2 * reach + 2) << 1];
        mask = totals.length - 1;
    }

    void add(double sample) {
        total += sample;
        heard++;
        totals[(int) heard & mask] = total;
    }

    int reach() {
        return reach;
    }

    /** Index of the newest sample that has all its neighbours; below zero at the beginning. */
    long middle() {
        return heard - 1 - reach;
    }

    /** Mean of the middle sample and so many on each side of it. */
    double mean(int side) {
        long end = middle() + side + 1;
        return (totals[(int) end & mask] - totals[(int) (end - 2L * side - 1) & mask]) / (2 * side + 1);
    }
}
