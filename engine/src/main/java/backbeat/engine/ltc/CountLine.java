package backbeat.engine.ltc;

/** Least squares of counts over times, as running sums from the first point on. */
final class CountLine {
    private final double t0;
    private double n;
    private double sx;
    private double sy;
    private double sxx;
    private double sxy;
    private double syy;

    CountLine(double firstSeconds) {
        t0 = firstSeconds;
    }

    /** @param expectedPerSecond sums hold what is left after this slope, so that hours of frames do not drown the hundredth of a sample */
    void add(double seconds, double count, double expectedPerSecond) {
        double x = seconds - t0;
        double y = count - expectedPerSecond * x;
        n++;
        sx += x;
        sy += y;
        sxx += x * x;
        sxy += x * y;
        syy += y * y;
    }

    double slope() {
        double spread = n * sxx - sx * sx;
        return spread > 0 ? (n * sxy - sx * sy) / spread : 0;
    }

    /** What the line has at the first time. */
    double offset() {
        return (sy - slope() * sx) / n;
    }

    double scatter() {
        double slope = slope();
        double offset = offset();
        double squares = syy - 2 * slope * sxy - 2 * offset * sy + slope * slope * sxx + 2 * slope * offset * sx;
        return Math.sqrt(Math.max(0, squares / n + offset * offset));
    }

    double count() {
        return n;
    }

    /** Standard deviation of the times themselves. */
    double spanSeconds() {
        return Math.sqrt(Math.max(0, sxx / n - sx / n * (sx / n)));
    }
}
