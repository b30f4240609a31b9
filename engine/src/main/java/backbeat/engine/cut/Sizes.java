package backbeat.engine.cut;

import backbeat.engine.shotlist.PlannedShot.Framing;
import java.util.Arrays;

/**
 * How large people stand in each take, from cut point to cut point: wide, medium or close, or nobody knows. Close pictures go with the loud of a song, wide ones with the calm
 * and with the first bar of a section; and a cut between two pictures of one size shows less that is new than one that goes nearer or further. What nobody knows costs
 * nothing and gains nothing.
 */
final class Sizes {
    private static final int UNKNOWN = -1;
    /** How far a size is from the wanted one on the whole: so that to be known is neither good nor bad. */
    private static final double USUALLY_AWAY = 0.4;

    private static final int BEATS_OF_OPENING = 4;
    static final Sizes NONE = new Sizes(new int[0][]);

    private final int[][] sizes;

    private Sizes(int[][] sizes) {
        this.sizes = sizes;
    }

    static Sizes of(ShotCosts costs, PictureCosts pictures) {
        int steps = costs.points().size() - 1;
        int[][] sizes = new int[costs.takes().size()][steps];
        boolean any = false;
        for (Take take : costs.takes()) {
            int[] own = sizes[take.index()];
            Arrays.setAll(
                    own,
                    step -> take.covers(
                                    costs.points().get(step).frame(),
                                    costs.points().get(step + 1).frame())
                            ? size(pictures, take, step)
                            : UNKNOWN);
            any |= Arrays.stream(own).anyMatch(size -> size != UNKNOWN);
        }
        return any ? new Sizes(sizes) : NONE;
    }

    private static int size(PictureCosts pictures, Take take, int step) {
        return PlannedRows.framing(pictures.shotSize(take, step, step + 1))
                .map(Sizes::closeness)
                .orElse(UNKNOWN);
    }

    private static int closeness(Framing framing) {
        return switch (framing) {
            case WIDE -> 0;
            case MEDIUM -> 1;
            case CLOSE -> 2;
        };
    }

    boolean any() {
        return sizes.length > 0;
    }

    /** What is known of a take after a cut point, for telling takes apart. */
    int after(int take, int point) {
        return any() && point < sizes[take].length ? sizes[take][point] : UNKNOWN;
    }

    /** Whether a cut from one take to another shows people as large as before. */
    boolean stays(int before, int take, int point) {
        return any()
                && point > 0
                && before >= 0
                && after(take, point) != UNKNOWN
                && sizes[before][point - 1] == after(take, point);
    }

    /** What a size costs that does not go with the song. */
    double cost(int take, int step, ShotCosts costs) {
        int size = sizes[take][step];
        if (size == UNKNOWN) {
            return 0;
        }
        double from = costs.points().get(step).seconds();
        double to = costs.points().get(step + 1).seconds();
        double wanted = isOpening(step, costs) ? 0 : costs.pace().loudness(from, to);
        return costs.style().prices().size() * (to - from) * (Math.abs(size / 2.0 - wanted) - USUALLY_AWAY);
    }

    /** The first bar of a section. */
    private static boolean isOpening(int step, ShotCosts costs) {
        for (int point = step; point >= Math.max(0, step - BEATS_OF_OPENING + 1); point--) {
            if (costs.points().get(point).kind() == CutPoint.Kind.SECTION) {
                return true;
            }
        }
        return false;
    }
}
