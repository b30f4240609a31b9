package backbeat.engine.cut;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest way through the song, by dynamic programming over cut points and clips.
 *
 * <p>A state is a cut point with the camera of the shot that ends there and the camera before that; so neighbours and the pattern A-B-A can be priced exactly. The
 * camera before matters for one price only: coming back to it. So of all states with one camera the cheapest and the cheapest with another camera before are enough,
 * and the work grows with the number of cameras and not with its square. Black is a camera of its own, too dear to be taken where a clip covers the step. What depends on the whole cut (every clip shown
 * once, no clip shown too often) cannot be said in such states: it is reached by prices on clips and by pins, which {@link ShotPlan} sets from run to run.
 */
final class ShotSearch {
    /** Above whatever the terms of a shot may add up to: a rule, not a taste. */
    private static final double JUMP_CUT = 600;

    private static final double OTHER_TAKE_OF_ONLY_CAMERA = 0.4;
    /** Of one angle, the same size is nearly a jump: so many times as bad as from another. */
    private static final double SAME_ANGLE = 3;

    private static final double GO_ON = 1.5;
    /** Fewer frames are no shot but a flicker. */
    static final int FEWEST_FRAMES = 8;

    /** Black where a clip could be shown, but only as a flicker. */
    private static final double BLACK_WHERE_COVERED = 2_000;

    private final ShotCosts costs;
    private final List<CutPoint> points;
    private final List<Take> takes;
    private final int[] cameraOf;
    private final int black;
    private final int fewestFrames;

    ShotSearch(ShotCosts costs) {
        this.costs = costs;
        this.points = costs.points();
        this.takes = costs.takes();
        List<String> cameras = takes.stream().map(Take::camera).distinct().toList();
        this.cameraOf =
                takes.stream().mapToInt(t -> cameras.indexOf(t.camera())).toArray();
        this.black = cameras.size();
        this.fewestFrames = Math.min(FEWEST_FRAMES, points.getLast().frame());
    }

    /**
     * Empty when the pins leave no way.
     *
     * @param prices by index of the take: what one shot of it costs beside the rest
     */
    List<Shot> cheapest(double[] prices, List<Pin> pins) {
        return new Run(prices, pins).search();
    }

    boolean covers(Take take, int from, int to) {
        return take.covers(points.get(from).frame(), points.get(to).frame());
    }

    boolean anotherCameraCovers(Take take, int from, int to) {
        return takes.stream().anyMatch(other -> !other.camera().equals(take.camera()) && covers(other, from, to));
    }

    int frames(int from, int to) {
        return points.get(to).frame() - points.get(from).frame();
    }

    /**
     * The cheapest way found to a cut point.
     *
     * @param take index of the last shot's take; -1 for black
     * @param before camera of the shot before the last
     */
    private record Way(
            int at,
            int camera,
            int take,
            int before,
            double cost,
            @Nullable Way previous) {}

    /** The ways to one cut point that may become part of the cheapest one: two for each camera. */
    private final class Ways {
        private final @Nullable Way[] kept = new Way[2 * (black + 1)];

        void offer(Way way) {
            int cheapest = 2 * way.camera;
            Way first = kept[cheapest];
            if (first == null || way.cost < first.cost) {
                if (first != null && first.before != way.before) {
                    kept[cheapest + 1] = first;
                }
                kept[cheapest] = way;
            } else if (way.before != first.before) {
                Way second = kept[cheapest + 1];
                kept[cheapest + 1] = second == null || way.cost < second.cost ? way : second;
            }
        }

        boolean isTooDear(int camera, double cost) {
            Way second = kept[2 * camera + 1];
            return second != null && cost >= second.cost;
        }

        @Nullable
        Way ofCamera(int camera) {
            return kept[2 * camera];
        }

        List<Way> cheapestFirst() {
            return Arrays.stream(kept)
                    .filter(Objects::nonNull)
                    .sorted(Comparator.comparingDouble(Way::cost))
                    .toList();
        }
    }

    /** Takes that are alike to the ways before them: of one camera, with people as large. */
    private record Arriving(int camera, int size) {}

    /** A way that a shot may follow, with the price of following it. */
    private record Arrival(Way way, double cost) {}

    private final class Run {
        private final double[] prices;
        private final List<Pin> pins;
        /** By cut point: how many steps before it are pinned. */
        private final int[] pinnedBefore = new int[points.size() + 1];

        /** By cut point: the last one that a shot from there may run to. */
        private final int[] furthest = new int[points.size()];

        private final Ways[] reached = new Ways[points.size()];

        Run(double[] prices, List<Pin> pins) {
            this.prices = prices;
            this.pins = pins;
            for (int i = 0; i < points.size(); i++) {
                int step = i;
                boolean pinned = pins.stream().anyMatch(pin -> pin.from() <= step && step < pin.to());
                pinnedBefore[i + 1] = pinnedBefore[i] + (pinned ? 1 : 0);
                reached[i] = new Ways();
            }
            Arrays.setAll(furthest, this::furthest);
        }

        List<Shot> search() {
            reached[0].offer(new Way(0, black, -1, black, 0, null));
            for (int at = 0; at + 1 < points.size(); at++) {
                leave(at, reached[at].cheapestFirst());
            }
            List<Way> ends = reached[points.size() - 1].cheapestFirst();
            return ends.isEmpty() ? List.of() : shots(ends.getFirst());
        }

        private void leave(int at, List<Way> ways) {
            Map<Arriving, List<Arrival>> arrivals = new HashMap<>();
            boolean covered = false;
            for (int t = 0; t < takes.size(); t++) {
                if (covers(takes.get(t), at, at + 1)) {
                    covered = true;
                    Arriving arriving = new Arriving(cameraOf[t], costs.sizes().after(t, at));
                    int take = t;
                    extend(at, t, arrivals.computeIfAbsent(arriving, any -> arrivals(cameraOf[take], take, ways)));
                }
            }
            double price = covered ? BLACK_WHERE_COVERED : 0;
            if (pinnedBefore[at + 1] != pinnedBefore[at]) {
                return;
            }
            for (Arrival arrival : arrivals(black, -1, ways)) {
                reached[at + 1].offer(
                        new Way(at + 1, black, -1, arrival.way.camera, arrival.cost + price, arrival.way));
            }
        }

        /** The two cheapest ways that end with different other cameras: more can never win. */
        private List<Arrival> arrivals(int camera, int take, List<Way> ways) {
            @Nullable Arrival first = null;
            @Nullable Arrival second = null;
            for (Way way : ways) {
                if (second != null && way.cost >= second.cost) {
                    break;
                }
                if (way.camera == camera && camera != black) {
                    continue;
                }
                boolean backAgain = camera == way.before && camera != black && black > 2;
                double price = (backAgain ? costs.style().prices().backToCameraBefore() : 0)
                        + (take < 0 ? 0 : sameSize(way, take));
                Arrival arrival = new Arrival(way, way.cost + price);
                if (first == null || arrival.cost < first.cost) {
                    second = first == null || first.way.camera == way.camera ? second : first;
                    first = arrival;
                } else if (way.camera != first.way.camera && (second == null || arrival.cost < second.cost)) {
                    second = arrival;
                }
            }
            return Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private void extend(int from, int t, List<Arrival> arrivals) {
            Take take = takes.get(t);
            @Nullable Way same = reached[from].ofCamera(cameraOf[t]);
            for (int to = from + 1; to <= furthest[from] && covers(take, from, to); to++) {
                if (allowed(from, to, take)) {
                    double shot = costs.of(from, to, take) + prices[t];
                    for (Arrival arrival : arrivals) {
                        offer(to, t, arrival.way, arrival.cost + shot);
                    }
                    if (same != null) {
                        offer(to, t, same, same.cost + shot + sameCamera(from, to, t, same));
                    }
                }
            }
        }

        private void offer(int to, int t, Way before, double cost) {
            if (!reached[to].isTooDear(cameraOf[t], cost)) {
                reached[to].offer(new Way(to, cameraOf[t], t, before.camera, cost, before));
            }
        }

        /** The last point that a shot may run to: as far as the style lets it, and to the end of a pin that it runs into. */
        private int furthest(int from) {
            int to = Math.min(from + 1, points.size() - 1);
            while (to + 1 < points.size() && (costs.mayBeOneShot(from, to + 1) || isInsideAPin(to))) {
                to++;
            }
            return to;
        }

        private boolean isInsideAPin(int point) {
            return point > 0 && pins.stream().anyMatch(pin -> pin.from() < point && point < pin.to());
        }

        private boolean allowed(int from, int to, Take take) {
            boolean seen = frames(from, to) >= fewestFrames;
            return seen
                    && (pinnedBefore[to] == pinnedBefore[from]
                            || pins.stream().noneMatch(pin -> pin.forbids(from, to, take)));
        }

        private double sameCamera(int from, int to, int t, Way last) {
            if (t == last.take) {
                return GO_ON - costs.place(from);
            }
            return anotherCameraCovers(takes.get(t), from, to)
                    ? JUMP_CUT
                    : OTHER_TAKE_OF_ONLY_CAMERA + SAME_ANGLE * sameSize(last, t);
        }

        private double sameSize(Way way, int take) {
            return costs.sizes().stays(way.take, take, way.at)
                    ? costs.style().prices().sameSize()
                    : 0;
        }

        private List<Shot> shots(Way end) {
            List<Shot> shots = new ArrayList<>();
            Way way = end;
            for (Way before = way.previous; before != null; before = way.previous) {
                shots.add(new Shot(before.at, way.at, way.take < 0 ? null : takes.get(way.take)));
                way = before;
            }
            return joined(shots.reversed());
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
