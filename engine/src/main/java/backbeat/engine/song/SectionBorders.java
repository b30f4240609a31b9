package backbeat.engine.song;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Where sections begin, as bar numbers from 0.
 *
 * <p>Novelty at a bar line is what a checkerboard kernel on the similarity of bars finds (Foote, ICME 2000), in harmony and in timbre, with the step of the level and
 * with the change of what is repeated elsewhere (Serrà et al., IEEE TMM 16(5), 2014). Dynamic programming over the bar lines then weighs it against the lengths that
 * sections like to have: eight and sixteen bars, less so four and twelve.
 */
final class SectionBorders {
    private static final double PRICE = 0.45;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 32;

    private SectionBorders() {}

    /**
     * First bars of the sections, the first of them 0.
     *
     * @param said bars where somebody said that a section begins
     * @param not bars where somebody said that none does
     */
    static List<Integer> of(BarFeatures features, Set<Integer> said, Set<Integer> not) {
        int bars = features.bars();
        double[] novelty = novelty(features);
        double[] best = new double[bars + 1];
        int[] from = new int[bars + 1];
        for (int end = 1; end <= bars; end++) {
            best[end] = Double.NEGATIVE_INFINITY;
            for (int start = Math.max(0, end - LONGEST); start < end; start++) {
                boolean outer = start == 0 || end == bars;
                boolean asSaid = said.contains(start) || said.contains(end);
                if ((end - start < SHORTEST && !outer && !asSaid) || not.contains(start) || holds(said, start, end)) {
                    continue;
                }
                double gain = start == 0 ? 0 : novelty[start] - PRICE;
                double score = best[start] + gain + (outer ? 0 : lengthBonus(end - start));
                if (score > best[end]) {
                    best[end] = score;
                    from[end] = start;
                }
            }
        }
        List<Integer> borders = new ArrayList<>();
        for (int end = bars; end > 0; end = from[end]) {
            borders.add(from[end]);
        }
        Collections.reverse(borders);
        return borders;
    }

    private static boolean holds(Set<Integer> said, int start, int end) {
        return said.stream().anyMatch(bar -> bar > start && bar < end);
    }

    private static double lengthBonus(int bars) {
        return switch (bars) {
            case 8, 16 -> 0;
            case 4, 12 -> -0.07;
            case 20, 24, 28, 32 -> -0.5;
            default -> bars > 16 ? -0.9 : bars % 2 == 0 ? -0.3 : -0.6;
        };
    }

    /** About 1 at a clear border. */
    static double[] novelty(BarFeatures features) {
        int bars = features.bars();
        double[] sum = new double[bars];
        add(sum, checkerboard(features.harmony, 4), 0.5);
        add(sum, checkerboard(features.harmony, 8), 0.5);
        add(sum, checkerboard(features.timbre, 4), 0.6);
        add(sum, checkerboard(features.timbre, 8), 0.6);
        add(sum, repetitionChange(features.harmony), 0.7);
        add(sum, levelStep(features.level), 1.0);
        return sum;
    }

    /** Adds a curve, brought to 1 at its clear peaks. */
    private static void add(double[] sum, double[] curve, double weight) {
        double[] sorted = curve.clone();
        Arrays.sort(sorted);
        double high = sorted[(int) (0.95 * (sorted.length - 1))];
        double middle = sorted[sorted.length / 2];
        for (int i = 0; i < sum.length; i++) {
            sum[i] += 0.45 * weight * Math.clamp((curve[i] - middle) / (high - middle + 1e-6), 0, 1.5);
        }
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

    /** How much the set of places that repeat the coming four bars differs from the set that repeated the last four. */
    private static double[] repetitionChange(double[][] harmony) {
        int bars = harmony.length;
        int string = 4;
        double[] result = new double[bars];
        for (int line = string; line + string <= bars; line++) {
            double difference = 0;
            int lags = 0;
            for (int lag = string; lag < bars; lag++) {
                double before = diagonal(harmony, line - string, lag, string);
                double after = diagonal(harmony, line, lag, string);
                difference += Math.abs(before - after);
                lags++;
            }
            result[line] = lags == 0 ? 0 : difference / lags;
        }
        return result;
    }

    private static double diagonal(double[][] similarity, int from, int lag, int length) {
        double product = 0;
        int count = 0;
        for (int k = from; k < from + length; k++) {
            int other = k + lag < similarity.length ? k + lag : k - lag;
            if (other >= 0) {
                product += similarity[k][other];
                count++;
            }
        }
        double mean = count == 0 ? 0 : product / count;
        return mean > 0.6 ? (mean - 0.6) / 0.4 : 0;
    }

    private static double[] levelStep(double[] level) {
        double[] result = new double[level.length];
        for (int line = 1; line < level.length; line++) {
            result[line] = Math.abs(mean(level, line, line + 4) - mean(level, line - 4, line));
        }
        return result;
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
