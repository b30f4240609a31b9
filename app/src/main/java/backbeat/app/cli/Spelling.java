package backbeat.app.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the word that was probably meant: the one that fewest typing slips away, if these are at most a third of its letters.
 *
 * <p>A slip is a letter left out, added, changed, or two neighbours swapped (F. J. Damerau, "A technique for computer detection and correction of spelling
 * errors", Communications of the ACM 7(3), 1964). A beginning of three letters or more counts as one slip.
 */
final class Spelling {
    private static final int SHORTEST_BEGINNING = 3;

    private Spelling() {}

    static Optional<String> nearest(String written, Collection<String> known) {
        return known.stream()
                .filter(word -> slips(written, word) <= Math.max(1, word.length() / 3))
                .min(Comparator.comparingInt(word -> slips(written, word)));
    }

    static int slips(String written, String meant) {
        String a = written.toLowerCase(Locale.ROOT);
        String b = meant.toLowerCase(Locale.ROOT);
        boolean beginning = a.replace("-", "").length() >= SHORTEST_BEGINNING && b.startsWith(a) && !a.equals(b);
        return beginning ? 1 : distance(a, b);
    }

    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int changed = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(changed, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
