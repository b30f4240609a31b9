package backbeat.engine.song;

import java.util.Arrays;

/**
 * What happens at each bar line, as numbers: how new the coming bars are, what begins and ends to be repeated there, how level, energy and density change.
 *
 * <p>Newness is Foote's checkerboard kernel (ICME 2000) on the similarity of bars in harmony, timbre and rhythm, at three sizes. Repetition is told as Serrà et al. do
 * (IEEE TMM 16(5), 2014): a section begins where the coming four bars are repeated at other places than the last four were. Fills and held notes are heard as a bar
 * unlike those before it. All are in units of their own spread over the song.
 */
final class BorderCurves {
    static final int CURVES = 27;
    private static final int[] SIZES = {2, 4, 8};
    private static final int STRING = 4;
    private static final int STRONGEST = 3;
    private static final double SAME = 0.6;
    private static final double LOWEST = -3;
    private static final double HIGHEST = 4;

    /** By bar line and curve. */
    final double[][] rows;

    private int filled;

    private BorderCurves(BarFeatures features) {
        rows = new double[features.bars()][CURVES];
        for (double[][] similarity : Arrays.asList(features.harmony, features.timbre, features.rhythm)) {
            for (int size : SIZES) {
                add(checkerboard(similarity, size));
            }
        }
        addRepetition(features.harmony);
        addRepetition(mean(features.harmony, features.timbre));
        addChanges(features.level);
        addChanges(features.energy);
        addChanges(features.density);
    }

    static BorderCurves of(BarFeatures features) {
        return new BorderCurves(features);
    }

    private void add(double[] curve) {
        double mean = Arrays.stream(curve).average().orElse(0);
        double variance =
                Arrays.stream(curve).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        double spread = Math.sqrt(variance) + 1e-6;
        for (int line = 0; line < curve.length; line++) {
            rows[line][filled] = Math.clamp((curve[line] - mean) / spread, LOWEST, HIGHEST);
        }
        filled++;
    }

    private static double[][] mean(double[][] a, double[][] b) {
        double[][] mean = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                mean[i][j] = (a[i][j] + b[i][j]) / 2;
            }
        }
        return mean;
    }

    private static double[] checkerboard(double[][] similarity, int size) {
        int bars = similarity.length;
        double[] result = new double[bars];
        for (int line = 1; line < bars; line++) {
            double inside = 0;
            double across = 0;
            int insides = 0;
            int acrosses = 0;
            for (int i = Math.max(0, line - size); i < Math.min(bars, line + size); i++) {
                for (int j = i + 1; j < Math.min(bars, line + size); j++) {
                    if ((i < line) == (j < line)) {
                        inside += similarity[i][j];
                        insides++;
                    } else {
                        across += similarity[i][j];
                        acrosses++;
                    }
                }
            }
            result[line] = insides == 0 || acrosses == 0 ? 0 : inside / insides - across / acrosses;
        }
        return result;
    }

    /** Three curves: how much begins to be repeated elsewhere, how much ends to be, how much the places differ. */
    private void addRepetition(double[][] similarity) {
        int bars = similarity.length;
        double[] begins = new double[bars];
        double[] ends = new double[bars];
        double[] differs = new double[bars];
        for (int line = 1; line < bars; line++) {
            double[] more = new double[STRONGEST];
            double[] less = new double[STRONGEST];
            double sum = 0;
            int count = 0;
            for (int lag = 1 - bars; lag < bars; lag++) {
                double after = repeated(similarity, line, lag);
                double before = repeated(similarity, line - STRING, lag);
                if (Math.abs(lag) >= STRING && after >= 0 && before >= 0) {
                    keep(more, after - before);
                    keep(less, before - after);
                    sum += Math.abs(after - before);
                    count++;
                }
            }
            if (count > 0) {
                begins[line] = Arrays.stream(more).sum() / Math.min(count, STRONGEST);
                ends[line] = Arrays.stream(less).sum() / Math.min(count, STRONGEST);
                differs[line] = sum / count;
            }
        }
        add(begins);
        add(ends);
        add(differs);
    }

    private static void keep(double[] largest, double value) {
        double rest = Math.max(0, value);
        for (int i = 0; i < largest.length; i++) {
            double here = largest[i];
            largest[i] = Math.max(here, rest);
            rest = Math.min(here, rest);
        }
    }

    /** How well four bars are repeated some bars away, 0 to 1; below 0 where there are none to compare. */
    private static double repeated(double[][] similarity, int from, int lag) {
        double sum = 0;
        int count = 0;
        for (int i = Math.max(0, from); i < Math.min(similarity.length, from + STRING); i++) {
            int other = i + lag;
            if (other >= 0 && other < similarity.length) {
                sum += similarity[i][other];
                count++;
            }
        }
        return count < 2 ? -1 : Math.max(0, sum / count - SAME) / (1 - SAME);
    }

    /** Four curves: the size of the step over four bars, the step, how the last bar differs from those before it, the size of the step from bar to bar. */
    private void addChanges(double[] values) {
        int bars = values.length;
        double[] step = new double[bars];
        double[] size = new double[bars];
        double[] last = new double[bars];
        double[] one = new double[bars];
        for (int line = 1; line < bars; line++) {
            step[line] = mean(values, line, line + 4) - mean(values, line - 4, line);
            size[line] = Math.abs(step[line]);
            one[line] = Math.abs(values[line] - values[line - 1]);
            last[line] = line < 2 ? 0 : values[line - 1] - mean(values, line - 4, line - 1);
        }
        add(size);
        add(step);
        add(last);
        add(one);
    }

    static double mean(double[] values, int from, int to) {
        int begin = Math.max(0, from);
        int end = Math.min(values.length, to);
        double sum = 0;
        for (int i = begin; i < end; i++) {
            sum += values[i];
        }
        return sum / Math.max(1, end - begin);
    }
}
