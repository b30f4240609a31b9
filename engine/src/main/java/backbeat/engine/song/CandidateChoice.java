package backbeat.engine.song;

import java.util.Comparator;
import java.util.List;

/**
 * Which candidate is the written beat: a weighted sum of its values, each against the other candidates of the song. What the bars look like on a candidate settles
 * octave and phase more than anything else.
 */
final class CandidateChoice {
    private static final double[] WEIGHTS = {
        1.24, 0.92, -0.66, -0.38, 0.69, 0.45, 0.57, 0.30, 0, -0.06, -0.56, -0.11, -0.54, -0.08
    };

    /** @param score in units of the weights; larger is better */
    record Ranked(Candidate candidate, double score) {}

    private CandidateChoice() {}

    /** Best first. */
    static List<Ranked> ranked(List<Candidate> candidates) {
        double[] means = new double[Candidate.VALUES];
        double[] sigmas = new double[Candidate.VALUES];
        for (int k = 0; k < Candidate.VALUES; k++) {
            int column = k;
            means[k] = candidates.stream()
                    .mapToDouble(c -> c.values[column])
                    .average()
                    .orElse(0);
            double mean = means[k];
            double variance = candidates.stream()
                    .mapToDouble(c -> (c.values[column] - mean) * (c.values[column] - mean))
                    .average()
                    .orElse(0);
            sigmas[k] = Math.sqrt(variance) + 1e-9;
        }
        return candidates.stream()
                .map(c -> new Ranked(c, score(c, means, sigmas)))
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .toList();
    }

    private static double score(Candidate candidate, double[] means, double[] sigmas) {
        double sum = 0;
        for (int k = 0; k < Candidate.VALUES; k++) {
            sum += WEIGHTS[k] * (candidate.values[k] - means[k]) / sigmas[k];
        }
        return sum;
    }
}
