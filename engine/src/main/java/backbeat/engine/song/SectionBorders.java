package backbeat.engine.song;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where sections begin, as bar numbers from 0.
 *
 * <p>The chance of a border at a bar line is a logistic sum of its {@link BorderCurves} and those of the lines beside it; the weights were fitted on songs made by rules
 * and on arrangements of pop songs ({@code bench/song_training/fit_sections.py}). Dynamic programming over the bar lines then weighs the logarithm of its odds against
 * the lengths that sections like to have: eight and sixteen bars, less so four and twelve.
 */
final class SectionBorders {
    private static final double PRICE = -1.2;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 32;

    private static final Weights WEIGHTS = new Weights("section-borders.txt");
    private static final float[] BIAS = WEIGHTS.array("bias");
    private static final float[] BEFORE = WEIGHTS.array("before");
    private static final float[] HERE = WEIGHTS.array("here");
    private static final float[] AFTER = WEIGHTS.array("after");

    private SectionBorders() {}

    /**
     * First bars of the sections, the first of them 0. A word of people's changes the border that it is about and no other, so that who splits a section does not lose
     * what stood elsewhere; a border that was heard one bar beside a said one is the same, heard amiss.
     *
     * @param odds from {@link #odds}
     * @param said bars where somebody said that a section begins
     * @param not bars where somebody said that none does
     */
    static List<Integer> of(double[] odds, Set<Integer> said, Set<Integer> not) {
        SortedSet<Integer> borders = new TreeSet<>(likeliest(odds));
        borders.removeIf(bar -> not.contains(bar) || said.contains(bar - 1) || said.contains(bar + 1));
        borders.addAll(said);
        borders.add(0);
        return List.copyOf(borders);
    }

    private static List<Integer> likeliest(double[] odds) {
        int bars = odds.length;
        double[] best = new double[bars + 1];
        int[] from = new int[bars + 1];
        for (int end = 1; end <= bars; end++) {
            best[end] = Double.NEGATIVE_INFINITY;
            for (int start = Math.max(0, end - LONGEST); start < end; start++) {
                boolean outer = start == 0 || end == bars;
                if (end - start < SHORTEST && !outer) {
                    continue;
                }
                double gain = start == 0 ? 0 : odds[start] - PRICE;
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
        return borders;
    }

    private static double lengthBonus(int bars) {
        return switch (bars) {
            case 8, 16 -> 0;
            case 12 -> -0.3;
            case 4, 32 -> -0.4;
            case 24 -> -0.6;
            case 6, 10, 20 -> -0.9;
            case 14 -> -1;
            default -> bars % 2 == 0 ? -1.1 : -1.3;
        };
    }

    /** The logarithm of the odds that a section begins, for each bar. */
    static double[] odds(BorderCurves curves) {
        double[] odds = new double[curves.rows.length];
        for (int line = 0; line < odds.length; line++) {
            odds[line] =
                    BIAS[0] + sum(BEFORE, curves, line - 1) + sum(HERE, curves, line) + sum(AFTER, curves, line + 1);
        }
        return odds;
    }

    private static double sum(float[] weights, BorderCurves curves, int line) {
        double sum = 0;
        if (line >= 0 && line < curves.rows.length) {
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * curves.rows[line][k];
            }
        }
        return sum;
    }
}
