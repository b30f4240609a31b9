package backbeat.app.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the clips of one camera into as few rows as keep them apart. */
final class Rows {
    /** Pixels of a row that a name fits into. */
    static final int READABLE = 14;

    private Rows() {}

    static List<List<Placed>> pack(List<Placed> placed) {
        List<List<Placed>> rows = new ArrayList<>();
        placed.stream()
                .sorted(Comparator.comparingDouble(Placed::start)
                        .thenComparing(p -> p.clip().path()))
                .forEach(p -> rowFor(p, rows).add(p));
        return rows;
    }

    /** Rows become thinner before a camera of a hundred takes fills the screen. */
    static int height(int rows) {
        return rows <= 10 ? READABLE : rows <= 24 ? 8 : 5;
    }

    private static List<Placed> rowFor(Placed placed, List<List<Placed>> rows) {
        for (List<Placed> row : rows) {
            if (row.getLast().end() <= placed.start()) {
                return row;
            }
        }
        List<Placed> row = new ArrayList<>();
        rows.add(row);
        return row;
    }
}
