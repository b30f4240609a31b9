package backbeat.engine.sync;

import java.util.Arrays;
import java.util.List;

/**
 * A vote of short windows for one straight line near a line that is roughly known: each window tells how its sound agrees with the song at each lag, and the
 * offset and slope that most windows agree on wins. A window's vote is limited, so that none decides alone.
 */
final class WindowVote {
    private static final float PRICE = 3.5f;
    private static final float MOST = 12;

    /**
     * The winning line, against the one the windows were laid along.
     *
     * @param offset seconds at clip time {@code middle}
     * @param slope seconds a second
     */
    record Winner(double offset, double slope, double score) {}

    private final double[] middles;
    private final List<float[]> sharp;
    private List<float[]> votes;
    private final double binSeconds;
    private final int zeroBin;

    /**
     * @param middles clip times of the windows
     * @param correlations of each window, by lag, as many on either side of lag 0
     * @param binLags lags to a bin
     * @param binSeconds length of a bin
     */
    WindowVote(double[] middles, List<float[]> correlations, int binLags, double binSeconds) {
        this.middles = middles;
        this.sharp = correlations.stream().map(lags -> votes(lags, binLags)).toList();
        this.votes = sharp;
        this.binSeconds = binSeconds;
        this.zeroBin = correlations.getFirst().length / 2 / binLags;
    }

    /** Log-likelihood of the highest correlation of each bin, less the price of looking. */
    private static float[] votes(float[] lags, int binLags) {
        float squares = 1e-20f;
        for (float lag : lags) {
            squares += lag * lag;
        }
        float limit = 9 * squares / lags.length;
        float limited = 1e-20f;
        for (float lag : lags) {
            limited += Math.min(limit, lag * lag);
        }
        float perVariance = lags.length / (2 * limited);
        float[] votes = new float[lags.length / binLags];
        for (int bin = 0; bin < votes.length; bin++) {
            float top = 0;
            for (int i = bin * binLags; i < (bin + 1) * binLags; i++) {
                top = Math.max(top, lags[i] * lags[i]);
            }
            votes[bin] = Math.clamp(top * perVariance - PRICE, 0, MOST);
        }
        return votes;
    }

    /** Lets every vote hold for its neighbours too, so many bins away: for lines that wobble. */
    void blur(int bins) {
        votes = sharp.stream().map(vote -> blurred(vote, bins)).toList();
    }

    private static float[] blurred(float[] vote, int bins) {
        float[] blurred = new float[vote.length];
        for (int i = 0; i < vote.length; i++) {
            for (int k = Math.max(0, i - bins); k <= Math.min(vote.length - 1, i + bins); k++) {
                blurred[i] = Math.max(blurred[i], vote[k]);
            }
        }
        return blurred;
    }

    /** @param steepest slope that is tried, either way */
    Winner winner(double middle, double steepest) {
        double reach = Arrays.stream(middles)
                .map(each -> Math.abs(each - middle))
                .max()
                .orElse(1);
        double step = binSeconds / Math.max(reach, 1);
        int each = (int) Math.ceil(steepest / step);
        Winner best = new Winner(0, 0, -1);
        float[] sum = new float[votes.getFirst().length];
        for (int i = -each; i <= each; i++) {
            Arrays.fill(sum, 0);
            for (int w = 0; w < middles.length; w++) {
                addMoved(votes.get(w), (int) Math.round(i * step * (middles[w] - middle) / binSeconds), sum);
            }
            for (int bin = 0; bin < sum.length; bin++) {
                if (sum[bin] > best.score()) {
                    best = new Winner((bin - zeroBin + 0.5) * binSeconds, i * step, sum[bin]);
                }
            }
        }
        return best;
    }

    private static void addMoved(float[] vote, int later, float[] sum) {
        int from = Math.max(0, -later);
        int to = Math.min(sum.length, vote.length - later);
        for (int i = from; i < to; i++) {
            sum[i] += Math.max(vote[i + later], Math.max(at(vote, i + later - 1), at(vote, i + later + 1)));
        }
    }

    private static float at(float[] vote, int bin) {
        return bin < 0 || bin >= vote.length ? 0 : vote[bin];
    }

    /** What a window says of a lag. */
    float vote(int window, double lagSeconds) {
        int bin = zeroBin + (int) Math.floor(lagSeconds / binSeconds);
        float[] vote = votes.get(window);
        return Math.max(at(vote, bin), Math.max(at(vote, bin - 1), at(vote, bin + 1)));
    }

    /** Where a window agrees best around a lag, and how much. */
    record Centre(double lag, double weight) {}

    Centre centre(int window, double around, double reach) {
        float[] vote = sharp.get(window);
        double weights = 0;
        double lags = 0;
        for (int bin = 0; bin < vote.length; bin++) {
            double lag = (bin - zeroBin + 0.5) * binSeconds;
            if (Math.abs(lag - around) <= reach) {
                weights += vote[bin];
                lags += vote[bin] * lag;
            }
        }
        return new Centre(weights == 0 ? around : lags / weights, weights);
    }

    int windows() {
        return middles.length;
    }

    double middle(int window) {
        return middles[window];
    }
}
