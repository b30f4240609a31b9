package backbeat.engine.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest way through the song, by dynamic programming over cut points and clips.
 *
 * <p>A state is a cut point with the camera of the shot that ends there and the camera before that; so neighbours and the pattern A-B-A can be priced exactly, while
 * the number of states stays small. Black is a camera of its own that is only offered where no clip covers the step. What depends on the whole cut (every clip shown
 * once, no clip shown too often) cannot be said in such states: it is reached by prices on clips and by pins, which {@link ShotPlan} sets from run to run.
 */
final class ShotSearch {
    private static final double LONGEST_SHOT = 14;
    private static final double SHORTEST_SHOT = 0.7;
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private static final double TOO_SHORT = 6;
    private static final double LENGTH = 1.5;
    private static final double ACROSS_SECTION = 1.5;
    private static final double JUMP_CUT = 60;
    private static final double OTHER_TAKE_OF_ONLY_CAMERA = 0.4;
    private static final double GO_ON = 1.5;
    private static final double BACK_TO_CAMERA_BEFORE = 0.5;

    /** A place where one clip must be shown. */
    record Pin(int from, int to, Take take) {
        boolean forbids(int shotFrom, int shotTo, @Nullable Take other) {
            boolean apart = shotTo <= from || shotFrom >= to;
            return !apart && (!take.isSameAs(other) || shotFrom > from || shotTo < to);
        }
    }

    private final List<CutPoint> points;
    private final List<Take> takes;
    private final Pace pace;
    private final List<String> cameras;
    private final int[] cameraOf;
    private final int black;

    ShotSearch(List<CutPoint> points, List<Take> takes, Pace pace) {
        this.points = points;
        this.takes = takes;
        this.pace = pace;
        this.cameras = takes.stream().map(Take::camera).distinct().toList();
        this.cameraOf =
                takes.stream().mapToInt(t -> cameras.indexOf(t.camera())).toArray();
        this.black = cameras.size();
    }

    /**
     * Empty when the pins leave no way.
     *
     * @param prices by index of the take: what one shot of it costs beside the rest
     */
    List<Shot> cheapest(double[] prices, List<Pin> pins) {
        return new Run(prices, pins).search();
    }

    /** What a shot costs by itself. */
    double cost(int from, int to, Take take) {
        CutPoint start = points.get(from);
        double seconds = points.get(to).seconds() - start.seconds();
        double ratio = Math.log(
                seconds / pace.wishedSeconds(start.seconds(), points.get(to).seconds()));
        double cost = start.kind().cost + LENGTH * ratio * ratio;
        cost += seconds < SHORTEST_SHOT ? TOO_SHORT : 0;
        for (int i = from + 1; i < to; i++) {
            cost += points.get(i).kind() == CutPoint.Kind.SECTION ? ACROSS_SECTION : 0;
        }
        if (take.isSlowOrFast()) {
            cost += 0.3 + pace.loudness(start.seconds(), points.get(to).seconds());
        }
        return cost;
    }

    boolean covers(Take take, int from, int to) {
        return take.covers(points.get(from).frame(), points.get(to).frame());
    }

    boolean anotherCameraCovers(Take take, int from, int to) {
        return takes.stream().anyMatch(other -> !other.camera().equals(take.camera()) && covers(other, from, to));
    }

    private boolean mayBeOneShot(int from, int to) {
        return to == from + 1 || points.get(to).seconds() - points.get(from).seconds() <= LONGEST_SHOT;
    }

    private final class Run {
        private final double[] prices;
        private final List<Pin> pins;
        private final int size = black + 1;
        private final double[][] best = new double[points.size()][size * size];
        private final int[][] cameFrom = new int[points.size()][size * size];
        private final int[][] cameWith = new int[points.size()][size * size];
        private final int[][] takeOf = new int[points.size()][size * size];
        private final double[] reach = new double[size * size];
        private final int[] reachedFrom = new int[size * size];

        Run(double[] prices, List<Pin> pins) {
            this.prices = prices;
            this.pins = pins;
            for (double[] row : best) {
                Arrays.fill(row, NEVER);
            }
        }

        List<Shot> search() {
            best[0][black * size + black] = 0;
            takeOf[0][black * size + black] = -1;
            for (int i = 0; i + 1 < points.size(); i++) {
                gather(i);
                boolean covered = false;
                for (int t = 0; t < takes.size(); t++) {
                    covered |= extend(i, t);
                }
                if (!covered) {
                    offer(i, i + 1, black, -1, 0);
                }
            }
            return followBack();
        }

        /** For each next camera and each camera of the shot before it: the best way here. */
        private void gather(int at) {
            Arrays.fill(reach, NEVER);
            for (int last = 0; last < size; last++) {
                for (int before = 0; before < size; before++) {
                    double here = best[at][last * size + before];
                    if (here < NEVER) {
                        gatherFrom(last, before, here);
                    }
                }
            }
        }

        private void gatherFrom(int last, int before, double here) {
            for (int next = 0; next < size; next++) {
                boolean backAgain = next == before && next != last && next != black && black > 2;
                double cost = here + (backAgain ? BACK_TO_CAMERA_BEFORE : 0);
                if (cost < reach[next * size + last]) {
                    reach[next * size + last] = cost;
                    reachedFrom[next * size + last] = last * size + before;
                }
            }
        }

        private boolean extend(int from, int t) {
            Take take = takes.get(t);
            boolean covered = false;
            for (int to = from + 1; to < points.size() && mayBeOneShot(from, to) && covers(take, from, to); to++) {
                covered = true;
                if (allowed(from, to, take)) {
                    offer(from, to, cameraOf[t], t, cost(from, to, take) + prices[t]);
                }
            }
            return covered;
        }

        private boolean allowed(int from, int to, Take take) {
            for (Pin pin : pins) {
                if (pin.forbids(from, to, take)) {
                    return false;
                }
            }
            return true;
        }

        private void offer(int from, int to, int camera, int t, double cost) {
            for (int last = 0; last < size; last++) {
                double before = reach[camera * size + last];
                if (before == NEVER) {
                    continue;
                }
                int state = reachedFrom[camera * size + last];
                double total = before + cost + neighbourCost(from, to, camera, last, t, takeOf[from][state]);
                int target = camera * size + last;
                if (total < best[to][target]) {
                    best[to][target] = total;
                    cameFrom[to][target] = from;
                    cameWith[to][target] = state;
                    takeOf[to][target] = t;
                }
            }
        }

        private double neighbourCost(int from, int to, int camera, int last, int t, int lastTake) {
            if (camera != last || camera == black) {
                return 0;
            }
            if (t == lastTake) {
                return GO_ON - points.get(from).kind().cost;
            }
            return anotherCameraCovers(takes.get(t), from, to) ? JUMP_CUT : OTHER_TAKE_OF_ONLY_CAMERA;
        }

        private List<Shot> followBack() {
            List<Shot> shots = new ArrayList<>();
            int at = points.size() - 1;
            int state = cheapestState(at);
            if (best[at][state] == NEVER) {
                return List.of();
            }
            while (at > 0) {
                int t = takeOf[at][state];
                shots.add(new Shot(cameFrom[at][state], at, t < 0 ? null : takes.get(t)));
                int next = cameFrom[at][state];
                state = cameWith[at][state];
                at = next;
            }
            return joined(shots.reversed());
        }

        private int cheapestState(int at) {
            int cheapest = 0;
            for (int s = 1; s < best[at].length; s++) {
                cheapest = best[at][s] < best[at][cheapest] ? s : cheapest;
            }
            return cheapest;
        }

        /** Neighbours of one take run on without a visible cut, and black is one black: each is one shot. */
        private static List<Shot> joined(List<Shot> shots) {
            List<Shot> joined = new ArrayList<>();
            for (Shot shot : shots) {
                if (!joined.isEmpty() && isSame(joined.getLast().take(), shot.take())) {
                    joined.set(joined.size() - 1, new Shot(joined.getLast().from(), shot.to(), shot.take()));
                } else {
                    joined.add(shot);
                }
            }
            return List.copyOf(joined);
        }

        private static boolean isSame(@Nullable Take a, @Nullable Take b) {
            return a == null ? b == null : a.isSameAs(b);
        }
    }
}
