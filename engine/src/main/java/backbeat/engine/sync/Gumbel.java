package backbeat.engine.sync;

/** The law that the highest of many chance values follows (E. J. Gumbel, 1935). */
record Gumbel(double location, double scale) {
    /** Through two quantiles of what was seen: the upper ones may be no chance at all. */
    static Gumbel through(double[] rising, double lowQuantile, double highQuantile) {
        double low = rising[(int) (lowQuantile * (rising.length - 1))];
        double high = rising[(int) (highQuantile * (rising.length - 1))];
        double scale = (high - low) / (reduced(highQuantile) - reduced(lowQuantile));
        return new Gumbel(low - scale * reduced(lowQuantile), scale);
    }

    /** The same with a wider law: few values show less spread than there is. */
    Gumbel widened(double by) {
        return new Gumbel(location, scale + by);
    }

    /** Minus log10 of the chance of a value as high as this one. */
    double exponent(double value) {
        return (value - location) / Math.max(scale, 1e-9) / Math.log(10);
    }

    private static double reduced(double quantile) {
        return -Math.log(-Math.log(quantile));
    }
}
