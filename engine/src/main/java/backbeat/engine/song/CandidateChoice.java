package backbeat.engine.song;

import java.util.Comparator;
import java.util.List;

/**
 * Which candidate is the written beat. Each one's values are weighed by a sum and a small layer of tanh units, fitted on pieces made by rules that the beat network
 * had not heard ({@code bench/song_training}): the better of two candidates shall have the larger score.
 */
final class CandidateChoice {
    /** Fitting never saw a value further from its mean than this, in standard deviations. */
    private static final float FARTHEST = 4;

    private static final Weights WEIGHTS = new Weights("beat-choice.txt");
    private static final float[] MEAN = WEIGHTS.array("mean");
    private static final float[] SPREAD = WEIGHTS.array("spread");
    private static final float[] LINE = WEIGHTS.array("line");
    private static final float[] HIDDEN = WEIGHTS.array("hidden.weight");
    private static final float[] BIAS = WEIGHTS.array("hidden.bias");
    private static final float[] OUT = WEIGHTS.array("out");

    /** @param score the logarithm of the odds between two candidates is the difference of their scores; larger is better */
    record Ranked(Candidate candidate, double score) {}

    private CandidateChoice() {}

    /** Best first. */
    static List<Ranked> ranked(List<Candidate> candidates) {
        return candidates.stream()
                .map(c -> new Ranked(c, score(c.values)))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .toList();
    }

    private static double score(double[] values) {
        double[] input = new double[values.length];
        double score = 0;
        for (int k = 0; k < input.length; k++) {
            input[k] = Math.clamp((values[k] - MEAN[k]) / SPREAD[k], -FARTHEST, FARTHEST);
            score += LINE[k] * input[k];
        }
        for (int unit = 0; unit < OUT.length; unit++) {
            double sum = BIAS[unit];
            for (int k = 0; k < input.length; k++) {
                sum += HIDDEN[unit * input.length + k] * input[k];
            }
            score += OUT[unit] * Math.tanh(sum);
        }
        return score;
    }
}
