package backbeat.engine.song;

import java.util.Arrays;

/**
 * Which beats begin a bar, and how many beats the bars have.
 *
 * <p>Each beat is described by how harmony, bass, timbre and the strength of onsets change there; what speaks for a downbeat is a weighted sum over the beats around
 * it (a chord changes with the bar, the kick falls on it, the snare on the beats beside it). A Viterbi search over (metre, position in the bar) then finds the bars;
 * changes of metre are costly, odd metres need good reasons.
 */
final class Downbeats {
    static final int VALUES = 13;
    private static final int EARLIEST = -4;
    private static final int LATEST = 4;
    private static final int[] METRES = {4, 3, 2, 5, 7};
    private static final double[] START = {0, -2.5, -4, -7, -8};
    private static final double[] EACH_BAR = {0, 0, -0.3, -1.5, -2.5};
    private static final double METRE_CHANGE = -9;
    /** What the network's log-odds of a downbeat are on most beats. */
    private static final double ONE_IN_FOUR = 1.5;

    private static final double MOST_HEARD = 4;
    private static final Weights FITTED = new Weights("downbeats.txt");
    private static final double BIAS = FITTED.array("bias")[0];
    /** By beat around and value. */
    private static final float[] WEIGHTS = FITTED.array("weights");
    /** Neighbouring beats tell the same things twice. */
    private static final double ODDS_WEIGHT = 0.6;

    private static final double MOST_SIGMAS = 3;

    /** Position in the bar from 0, and beats of the bar, for each beat. */
    final int[] position;

    final int[] metre;
    final double[] odds;
    final double likelihood;

    Downbeats(int[] position, int[] metre, double[] odds, double likelihood) {
        this.position = position;
        this.metre = metre;
        this.odds = odds;
        this.likelihood = likelihood;
    }

    static Downbeats of(SongSpectra spectra, BeatPath path) {
        double[][] values = standardised(values(spectra, path));
        for (int i = 0; i < values.length; i++) {
            double heard = BeatChances.odds(spectra.chances.downbeatAt(path.times[i])) + ONE_IN_FOUR;
            values[i] = Arrays.copyOf(values[i], VALUES + 1);
            values[i][VALUES] = Math.clamp(heard, -MOST_HEARD, MOST_HEARD);
        }
        double[] odds = odds(values);
        return bars(odds);
    }

    /** The bars that start where somebody said: the same beats with other odds. */
    static Downbeats bars(double[] odds) {
        return new Search(odds).run();
    }

    /** Mean odds of the downbeats less those of the other beats. */
    double separation() {
        double down = 0;
        double other = 0;
        int downs = 0;
        for (int i = 0; i < odds.length; i++) {
            if (position[i] == 0) {
                down += odds[i];
                downs++;
            } else {
                other += odds[i];
            }
        }
        return downs == 0 || downs == odds.length ? 0 : down / downs - other / (odds.length - downs);
    }

    static double[][] values(SongSpectra spectra, BeatPath path) {
        int beats = path.times.length;
        double[][] values = new double[beats][VALUES];
        for (int i = 0; i < beats; i++) {
            double[] row = values[i];
            double before2 = path.between(i - 2, 0);
            double before = path.between(i - 1, 0);
            double here = path.times[i];
            double after = path.between(i + 1, 0);
            double after2 = path.between(i + 2, 0);
            row[0] = 1 - Averages.cosine(spectra.chroma.mean(before, here), spectra.chroma.mean(here, after));
            row[1] = 1 - Averages.cosine(spectra.chroma.mean(before2, here), spectra.chroma.mean(here, after2));
            row[2] = 1 - Averages.cosine(spectra.bass.mean(before, here), spectra.bass.mean(here, after));
            row[3] = 1 - Averages.cosine(spectra.bass.mean(before2, here), spectra.bass.mean(here, after2));
            for (int band = 0; band < SongSpectra.BANDS; band++) {
                row[4 + band] = spectra.onsetNear(band, here, 3);
            }
            double[] levelBefore = spectra.levels.mean(here - 0.12, here - 0.02);
            double[] levelAfter = spectra.levels.mean(here, here + 0.1);
            for (int band = 0; band < 3; band++) {
                row[9 + band] = levelAfter[band] - levelBefore[band];
            }
            row[12] = 1 - Averages.cosine(spectra.timbre.mean(before2, here), spectra.timbre.mean(here, after2));
        }
        return values;
    }

    static double[][] standardised(double[][] values) {
        double[][] result = new double[values.length][VALUES];
        for (int k = 0; k < VALUES; k++) {
            int column = k;
            double mean = Arrays.stream(values)
                    .mapToDouble(row -> row[column])
                    .average()
                    .orElse(0);
            double variance = Arrays.stream(values)
                    .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                    .average()
                    .orElse(0);
            double sigma = Math.sqrt(variance) + 1e-9;
            for (int i = 0; i < values.length; i++) {
                result[i][k] = Math.clamp((values[i][k] - mean) / sigma, -MOST_SIGMAS, MOST_SIGMAS);
            }
        }
        return result;
    }

    /** @param values of each beat; the last one is what the network heard */
    private static double[] odds(double[][] values) {
        double[] odds = new double[values.length];
        for (int i = 0; i < odds.length; i++) {
            double sum = BIAS;
            for (int around = EARLIEST; around <= LATEST; around++) {
                int at = i + around;
                for (int k = 0; at >= 0 && at < values.length && k <= VALUES; k++) {
                    sum += WEIGHTS[(around - EARLIEST) * (VALUES + 1) + k] * values[at][k];
                }
            }
            odds[i] = sum;
        }
        return odds;
    }

    /** Viterbi over the bars: states are the positions of all metres in a row. */
    private static final class Search {
        private final double[] odds;
        private final int states;
        private final int[] firstState = new int[METRES.length];
        private final int[] metreOf;
        private final byte[][] cameFrom;
        private double[] score;

        Search(double[] odds) {
            this.odds = odds;
            states = Arrays.stream(METRES).sum();
            metreOf = new int[states];
            int state = 0;
            for (int m = 0; m < METRES.length; m++) {
                firstState[m] = state;
                for (int p = 0; p < METRES[m]; p++) {
                    metreOf[state++] = m;
                }
            }
            cameFrom = new byte[odds.length][states];
            score = new double[states];
        }

        Downbeats run() {
            for (int s = 0; s < states; s++) {
                score[s] = START[metreOf[s]] + observed(0, s);
            }
            for (int beat = 1; beat < odds.length; beat++) {
                step(beat);
            }
            return trace();
        }

        private double observed(int beat, int state) {
            int m = metreOf[state];
            return state == firstState[m] ? ODDS_WEIGHT * odds[beat] + EACH_BAR[m] : 0;
        }

        private void step(int beat) {
            double[] next = new double[states];
            for (int s = 0; s < states; s++) {
                int m = metreOf[s];
                if (s > firstState[m]) {
                    next[s] = score[s - 1];
                    cameFrom[beat][s] = (byte) (s - 1);
                    continue;
                }
                next[s] = Double.NEGATIVE_INFINITY;
                for (int from = 0; from < METRES.length; from++) {
                    int lastState = firstState[from] + METRES[from] - 1;
                    double candidate = score[lastState] + (from == m ? 0 : METRE_CHANGE);
                    if (candidate > next[s]) {
                        next[s] = candidate;
                        cameFrom[beat][s] = (byte) lastState;
                    }
                }
                next[s] += observed(beat, s);
            }
            score = next;
        }

        private Downbeats trace() {
            int state = 0;
            for (int s = 1; s < states; s++) {
                state = score[s] > score[state] ? s : state;
            }
            double likelihood = score[state] / odds.length;
            int[] position = new int[odds.length];
            int[] metre = new int[odds.length];
            for (int beat = odds.length - 1; beat >= 0; beat--) {
                metre[beat] = METRES[metreOf[state]];
                position[beat] = state - firstState[metreOf[state]];
                state = cameFrom[beat][state];
            }
            return new Downbeats(position, metre, odds, likelihood);
        }
    }
}
