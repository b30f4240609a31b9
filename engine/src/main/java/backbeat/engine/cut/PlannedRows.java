package backbeat.engine.cut;

import backbeat.engine.looks.ShotSize;
import backbeat.engine.shotlist.PlannedShot;
import backbeat.engine.shotlist.PlannedShot.Framing;
import backbeat.engine.shotlist.ShotList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a shot list as a term of the choice: what it costs, second by second, to show something else than what is planned there, as long as a clip could show
 * it. A picture that is blurred, black or badly exposed is never what was planned: so the plan gives way to these faults, as it does to sync, which the clips bring with
 * them. Rows that mean the same bars share them: each of their pictures is right.
 */
final class PlannedRows {
    /** Where nobody knows how large people stand. */
    private static final double MAY_BE_THIS_SIZE = 0.5;

    private static final double OTHER_SIZE = 0.25;
    /** From here on a picture is what was planned. */
    private static final double FITS = 0.5;

    private final ShotCosts costs;
    private final PictureCosts pictures;
    private final List<ShotList.Placed> rows;
    /** By row, which is one of {@link #rows}: the takes that it means, wherever they lie. */
    private final IdentityHashMap<ShotList.Placed, Set<Integer>> meant = new IdentityHashMap<>();

    PlannedRows(List<ShotList.Placed> rows, ShotCosts costs, PictureCosts pictures) {
        this.costs = costs;
        this.pictures = pictures;
        this.rows = rows.stream().filter(row -> row.shot().wishesForAPicture()).toList();
        for (ShotList.Placed row : this.rows) {
            Set<Integer> takes = new HashSet<>();
            costs.takes().stream()
                    .filter(take -> MeantClips.means(row.shot(), take))
                    .forEach(take -> takes.add(take.index()));
            meant.put(row, takes);
        }
    }

    List<ShotList.Placed> rows() {
        return rows;
    }

    ShotCosts added() {
        if (rows.isEmpty()) {
            return costs;
        }
        int steps = costs.points().size() - 1;
        double[][] wanted = new double[costs.takes().size()][steps];
        double[] most = new double[steps];
        for (int step = 0; step < steps; step++) {
            for (ShotList.Placed row : rowsAt(step)) {
                for (Take take : costs.takes()) {
                    double fit = covers(take, step, step + 1) ? fit(row, take, step, step + 1) : 0;
                    double worth = row.shot().priority().weight() * fit;
                    wanted[take.index()][step] = Math.max(wanted[take.index()][step], worth);
                    most[step] = Math.max(most[step], worth);
                }
            }
        }
        double price = costs.style().prices().plan();
        return costs.with(
                Term.PLAN, (take, step) -> price * (most[step] - wanted[take][step]) * costs.seconds(step, step + 1));
    }

    private List<ShotList.Placed> rowsAt(int step) {
        double from = costs.points().get(step).seconds();
        double to = costs.points().get(step + 1).seconds();
        return rows.stream()
                .filter(row -> row.overlap(from, to) > (to - from) / 2)
                .toList();
    }

    boolean covers(Take take, int from, int to) {
        return take.covers(
                costs.points().get(from).frame(), costs.points().get(to).frame());
    }

    /** Whether a shot of this take is what the row wants, be it good or not. */
    boolean fits(ShotList.Placed row, Take take, int from, int to) {
        return means(row, take) && sizeFit(row.shot(), take, from, to) >= FITS;
    }

    /** From 0, something else, to 1. */
    private double fit(ShotList.Placed row, Take take, int from, int to) {
        boolean right = means(row, take) && pictures.fault(take, from, to).isEmpty();
        return right ? sizeFit(row.shot(), take, from, to) : 0;
    }

    boolean means(ShotList.Placed row, Take take) {
        return meant.getOrDefault(row, Set.of()).contains(take.index());
    }

    private double sizeFit(PlannedShot shot, Take take, int from, int to) {
        Framing wished = shot.framing();
        if (wished == null) {
            return 1;
        }
        return framing(pictures.shotSize(take, from, to))
                .map(size -> size == wished ? 1 : OTHER_SIZE)
                .orElse(MAY_BE_THIS_SIZE);
    }

    static Optional<Framing> framing(ShotSize size) {
        return switch (size) {
            case BIG_CLOSE_UP, CLOSE_UP, MEDIUM_CLOSE_UP -> Optional.of(Framing.CLOSE);
            case MEDIUM, MEDIUM_WIDE -> Optional.of(Framing.MEDIUM);
            case WIDE -> Optional.of(Framing.WIDE);
            case UNKNOWN -> Optional.empty();
        };
    }

    /** The row that a shot lies in for the most part. */
    Optional<ShotList.Placed> rowOf(Shot shot) {
        double from = costs.points().get(shot.from()).seconds();
        double to = costs.points().get(shot.to()).seconds();
        Take take = shot.take();
        return rows.stream()
                .filter(row -> row.overlap(from, to) > (to - from) / 2)
                .max((one, other) -> {
                    boolean oneFits = take != null && fits(one, take, shot.from(), shot.to());
                    boolean otherFits = take != null && fits(other, take, shot.from(), shot.to());
                    return oneFits == otherFits
                            ? Double.compare(one.overlap(from, to), other.overlap(from, to))
                            : Boolean.compare(oneFits, otherFits);
                });
    }
}
