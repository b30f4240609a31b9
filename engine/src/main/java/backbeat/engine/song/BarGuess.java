package backbeat.engine.song;

import java.util.Arrays;

/**
 * A first guess of a path's bars, by which candidates are told apart: what bars there would be says most about a level and phase.
 *
 * <p>Each beat is described by how harmony, bass, timbre and the strength of onsets change there; what speaks for a downbeat is a weighted sum over the beats around
 * it (a chord changes with the bar, the kick falls on it, the snare on the beats beside it). For the path that is chosen the {@link BarNetwork} is heard, too.
 */
final class BarGuess {
    static final int VALUES = 13;
    private static final int EARLIEST = -4;
    private static final int LATEST = 4;
    /** Neighbouring beats tell the same things twice: hence the small weight. */
    private static final BarSearch SEARCH = new BarSearch(0.6);
    /** What the network's log-odds of a downbeat are on most beats. */
    private static final double ONE_IN_FOUR = 1.5;

    private static final double MOST_HEARD = 4;
    private static final Weights FITTED = new Weights("downbeats.txt");
    private static final double BIAS = FITTED.array("bias")[0];
    /** By beat around and value. */
    private static final float[] WEIGHTS = FITTED.array("weights");

    private static final double MOST_SIGMAS = 3;

    private BarGuess() {}

    static Downbeats of(SongSpectra spectra, BeatPath path) {
        double[][] values = standardised(values(spectra, path));
        for (int i = 0; i < values.length; i++) {
            double heard = BeatChances.odds(spectra.chances.downbeatAt(path.times[i])) + ONE_IN_FOUR;
            values[i] = Arrays.copyOf(values[i], VALUES + 1);
            values[i][VALUES] = Math.clamp(heard, -MOST_HEARD, MOST_HEARD);
        }
        double[] odds = odds(values);
        return SEARCH.bars(odds, new double[odds.length][BarSearch.METRES.length]);
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
}
