package backbeat.engine.ltc;

/**
 * The half bit that explains the last distances between edges: each is one half bit or two. A histogram over the logarithm of the distance is kept up to date, so
 * that asking costs little even where there are only music and noise.
 */
final class Periods {
    private static final int KEPT = 48;
    private static final int BINS_PER_OCTAVE = 18;
    /** A little below the shortest half bit to a little above two of the longest. */
    private static final int BINS = 5 * BINS_PER_OCTAVE / 2;

    private static final int BELOW = 3;
    /** One half bit may be off by so many bins (10 %), two by one bin less. */
    private static final int WIDTH = 2;
    /** In noise half of the distances fit now and then. */
    private static final double LEAST_SHARE = 0.6;

    private final double shortest;
    private final double[] distances = new double[KEPT];
    private final int[] counts = new int[BINS];
    private long noted;

    Periods(double shortest) {
        this.shortest = shortest;
    }

    void note(double distance) {
        int place = (int) (noted++ % KEPT);
        if (noted > KEPT) {
            count(distances[place], -1);
        }
        distances[place] = distance;
        count(distance, 1);
    }

    private void count(double distance, int by) {
        if (distance > 0) {
            double bin = Math.rint(BINS_PER_OCTAVE * Math.log(distance / shortest) / Math.log(2)) + BELOW;
            if (bin >= 0 && bin < BINS) {
                counts[(int) bin] += by;
            }
        }
    }

    /** @return 0 when none explains the distances */
    double halfBit() {
        int best = -1;
        int bestCount = (int) (LEAST_SHARE * KEPT);
        for (int bin = WIDTH; bin + BINS_PER_OCTAVE + WIDTH <= BINS; bin++) {
            int count = sum(bin, WIDTH) + sum(bin + BINS_PER_OCTAVE, WIDTH - 1);
            if (count > bestCount) {
                bestCount = count;
                best = bin;
            }
        }
        return best < 0 ? 0 : refined(shortest * Math.exp((best - BELOW) * Math.log(2) / BINS_PER_OCTAVE));
    }

    private int sum(int middle, int width) {
        int sum = 0;
        for (int bin = middle - width; bin <= middle + width; bin++) {
            sum += counts[bin];
        }
        return sum;
    }

    private double refined(double period) {
        double sum = 0;
        double halfBits = 0;
        for (double distance : distances) {
            double part = distance / period;
            int whole = part < 1.5 ? 1 : 2;
            if (Math.abs(part - whole) < 0.2) {
                sum += distance;
                halfBits += whole;
            }
        }
        return halfBits > 0 ? sum / halfBits : period;
    }
}
