package backbeat.engine.sync;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How strong a line chance alone would make on this song with these blocks. Each block keeps what it heard, but is moved by a random time of its own: loops and
 * drum hits stay, only the line is broken. The maxima of two-second pieces follow a Gumbel law, fitted through two of its quantiles.
 */
record NoiseModel(Gumbel chance, double tries) {
    private static final int TRIALS = 3;
    private static final int PIECE_BINS = 2000;
    private static final double LOW_QUANTILE = 0.30;
    private static final double HIGH_QUANTILE = 0.85;
    private static final double SCALE_FLOOR = 0.5;

    static NoiseModel of(Hits hits, int drifts) {
        Random random = new Random(hits.bins() * 31L + hits.blocks().size());
        int pieces = Math.max(1, hits.bins() / PIECE_BINS);
        double[] maxima = IntStream.range(0, TRIALS)
                .mapToObj(trial -> trial(hits, pieces, random))
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        double places = (hits.bins() + hits.clipSeconds() * Hits.BINS_PER_SECOND) / PIECE_BINS;
        Gumbel chance = Gumbel.through(maxima, LOW_QUANTILE, HIGH_QUANTILE).widened(SCALE_FLOOR);
        return new NoiseModel(chance, places * drifts);
    }

    private static double[] trial(Hits hits, int pieces, Random random) {
        int bins = hits.bins();
        float[] votes = new float[2 * bins];
        int pair = -1;
        int shift = 0;
        for (Hits.BlockHits block : hits.blocks()) {
            if (block.pair() != pair) {
                pair = block.pair();
                shift = random.nextInt(bins);
            }
            LineVote.add(block, shift, LineVote.SIGNIFICANCE_LIMIT, votes);
        }
        double[] maxima = new double[pieces];
        for (int i = 0; i < bins; i++) {
            int piece = Math.min(pieces - 1, i / PIECE_BINS);
            maxima[piece] = Math.max(maxima[piece], votes[i] + votes[i + bins]);
        }
        return maxima;
    }

    /** Minus log10 of the chance that noise makes such a line somewhere. */
    double falseAlarmExponent(double significance) {
        return chance.exponent(significance) - Math.log10(tries);
    }
}
