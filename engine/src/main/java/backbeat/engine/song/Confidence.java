package backbeat.engine.song;

import java.util.Arrays;
import java.util.List;

/**
 * How sure each beat and each downbeat is. Each candidate weighs as much as its score makes it likely to be the right one; a beat is as sure as the weight of the
 * candidates that have a beat there, and as the network is of the chosen path as a whole. The sums are a logistic regression over pieces made by rules: of the beats told with 0.9, nine in ten are
 * right ({@code bench/song_training/fit_confidence.py}).
 */
final class Confidence {
    private static final double[] BEAT_WEIGHTS = {0.83, 0.22, -0.15};
    private static final double[] BAR_WEIGHTS = {0.33, 0.28, -0.98};
    private static final double SAME_SECONDS = 0.05;
    /** No sum of candidates is surer than this: the right one may be missing. */
    private static final double SUREST = 0.99;
    /** How sure a person is. */
    private static final double SAID = 0.98;

    private final double[] beats;
    private final double[] bars;

    private Confidence(double[] beats, double[] bars) {
        this.beats = beats;
        this.bars = bars;
    }

    /** Somebody said where the beats are. */
    static Confidence said(int count) {
        double[] all = new double[count];
        Arrays.fill(all, SAID);
        return new Confidence(all, all);
    }

    /** @param ranked best first; the first one is chosen */
    static Confidence of(SongSpectra spectra, List<CandidateChoice.Ranked> ranked) {
        Candidate chosen = ranked.getFirst().candidate();
        double[] times = chosen.path.times;
        double[] onBeat = new double[times.length];
        double[] onDownbeat = new double[times.length];
        double all = 0;
        for (CandidateChoice.Ranked other : ranked) {
            double weight = Math.exp(other.score() - ranked.getFirst().score());
            all += weight;
            addAgreeing(other.candidate().path.times, times, weight, onBeat);
            addAgreeing(downbeats(other.candidate()), times, weight, onDownbeat);
        }
        double heard = spectra.chances.logOdds(chosen.path, 0);
        double separation = chosen.bars().separation();
        for (int i = 0; i < times.length; i++) {
            onBeat[i] = fitted(BEAT_WEIGHTS, onBeat[i] / all, heard);
            onDownbeat[i] = fitted(BAR_WEIGHTS, onDownbeat[i] / all, separation);
        }
        return new Confidence(onBeat, onDownbeat);
    }

    private static double[] downbeats(Candidate candidate) {
        double[] times = new double[candidate.path.times.length];
        int count = 0;
        for (int i = 0; i < times.length; i++) {
            if (candidate.guess.position[i] == 0) {
                times[count++] = candidate.path.times[i];
            }
        }
        return Arrays.copyOf(times, count);
    }

    private static void addAgreeing(double[] others, double[] times, double weight, double[] sums) {
        int next = 0;
        for (int i = 0; i < times.length; i++) {
            while (next < others.length && others[next] <= times[i] - SAME_SECONDS) {
                next++;
            }
            if (next < others.length && others[next] < times[i] + SAME_SECONDS) {
                sums[i] += weight;
            }
        }
    }

    private static double fitted(double[] weights, double agreeing, double value) {
        double bounded = Math.clamp(agreeing, 1 - SUREST, SUREST);
        double sum = weights[0] * Math.log(bounded / (1 - bounded)) + weights[1] * value + weights[2];
        return 1 / (1 + Math.exp(-sum));
    }

    double ofBeat(int beat) {
        return beats[beat];
    }

    /** How sure it is that a bar begins with this beat. */
    double ofDownbeat(int beat) {
        return bars[beat];
    }

    double ofAllBeats() {
        return Arrays.stream(beats).average().orElse(0);
    }
}
