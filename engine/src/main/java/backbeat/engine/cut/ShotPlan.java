package backbeat.engine.cut;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Shots for the whole song. First the cheapest ways with prices that rise for clips shown often, so that the clips share the song; then a pin for each clip that was
 * left out, kept when the cut around it gets no jump cut and no black by it.
 *
 * @param costs by which it was found
 * @param pinned takes that stand where they stand only to be seen at all
 */
record ShotPlan(ShotCosts costs, List<Shot> shots, Set<Take> pinned) {
    private static final int PRICE_ROUNDS = 4;
    /** A pin may push out what was seen by itself: that is pinned in the next round. */
    private static final int PIN_ROUNDS = 3;

    private static final int LONGEST_PLACE_IN_STEPS = 17;
    private static final double HIGHEST_PRICE = 2;
    /** Bounds the time for giving left-out clips a place, in cut points times clips of all searches: some seconds. */
    private static final long MOST_WORK = 2_000_000;

    /** @param held what a person holds: it stands whatever it costs */
    static ShotPlan of(ShotCosts costs, List<Pin> held) {
        List<CutPoint> points = costs.points();
        List<Take> takes = costs.takes();
        ShotSearch search = new ShotSearch(costs);
        double[] prices = new double[takes.size()];
        List<Shot> shots = search.cheapest(prices, held);
        double step = costs.style().prices().share();
        if (step == 0) {
            return new ShotPlan(costs, shots, Set.of());
        }
        for (int round = 0; round < PRICE_ROUNDS; round++) {
            raisePrices(prices, step, shots, takes, points);
            shots = search.cheapest(prices, held);
        }
        return withLeftOut(search, costs, prices, shots, held);
    }

    /** What its shots cost by themselves in other prices. */
    double in(ShotCosts costs) {
        return shots.stream()
                .filter(shot -> shot.take() != null)
                .mapToDouble(shot -> costs.of(shot.from(), shot.to(), Objects.requireNonNull(shot.take())))
                .sum();
    }

    /** The same cut with other parts of its story clips. */
    ShotPlan showing(List<Shot> others) {
        return new ShotPlan(costs, others, pinned);
    }

    /** Whether a shot stands there only so that its clip is seen. */
    boolean isPinned(Take take) {
        return pinned.stream().anyMatch(take::isSameAs);
    }

    boolean shows(String path) {
        return shots.stream()
                .map(Shot::take)
                .filter(Objects::nonNull)
                .anyMatch(take -> take.clip().path().equals(path));
    }

    /** Whether one of these covers the way from one cut point to the next. */
    boolean fits(List<Take> takes) {
        List<CutPoint> points = costs.points();
        return IntStream.range(1, points.size())
                .anyMatch(i -> takes.stream()
                        .anyMatch(take -> take.covers(
                                points.get(i - 1).frame(), points.get(i).frame())));
    }

    private static void raisePrices(
            double[] prices, double step, List<Shot> shots, List<Take> takes, List<CutPoint> points) {
        double[] shown = new double[takes.size()];
        double[] fair = new double[takes.size()];
        for (Shot shot : shots) {
            if (shot.take() != null) {
                shown[shot.take().index()]++;
                List<Take> able = takes.stream()
                        .filter(take -> take.covers(
                                points.get(shot.from()).frame(),
                                points.get(shot.to()).frame()))
                        .toList();
                able.forEach(take -> fair[take.index()] += 1.0 / able.size());
            }
        }
        for (int t = 0; t < prices.length; t++) {
            double change = step * Math.clamp(shown[t] - fair[t], -2, 2);
            prices[t] = Math.clamp(prices[t] + change, -HIGHEST_PRICE, HIGHEST_PRICE);
        }
    }

    private static ShotPlan withLeftOut(
            ShotSearch search, ShotCosts costs, double[] prices, List<Shot> first, List<Pin> held) {
        List<CutPoint> points = costs.points();
        List<Take> takes = costs.takes();
        List<Shot> shots = first;
        List<Pin> pins = new ArrayList<>(held);
        long searches = MOST_WORK / Math.max(1, (long) points.size() * takes.size());
        for (int round = 0; round < PIN_ROUNDS; round++) {
            for (Take take : unseenCamerasFirst(takes, shots)) {
                if (searches <= 0 || isShown(shots, take)) {
                    continue;
                }
                for (Pin pin : placesFor(search, costs, take, pins)) {
                    searches--;
                    List<Pin> more = new ArrayList<>(pins);
                    more.add(pin);
                    List<Shot> changed = search.cheapest(prices, more);
                    if (isShown(changed, take) && isNoWorse(search, changed, shots)) {
                        shots = changed;
                        pins = more;
                        break;
                    }
                }
            }
        }
        Set<Take> onlyToBeSeen = pins.stream().skip(held.size()).map(Pin::take).collect(Collectors.toUnmodifiableSet());
        return new ShotPlan(costs, shots, onlyToBeSeen);
    }

    private static boolean isShown(List<Shot> shots, Take take) {
        return shots.stream()
                .anyMatch(shot -> shot.take() != null
                        && shot.take().clip().path().equals(take.clip().path()));
    }

    /** The best three places that overlap no pin. */
    private static List<Pin> placesFor(ShotSearch search, ShotCosts costs, Take take, List<Pin> pins) {
        record Place(Pin pin, double cost) {}
        int end = costs.points().size();
        return IntStream.range(0, end - 1)
                .mapToObj(from -> IntStream.range(from + 1, Math.min(end, from + LONGEST_PLACE_IN_STEPS))
                        .filter(to -> search.covers(take, from, to))
                        .filter(to -> !costs.isPoor(from, to, take))
                        .filter(to -> !costs.isAgainstPlan(from, to, take))
                        .filter(to -> pins.stream().noneMatch(pin -> pin.from() <= to && from <= pin.to()))
                        .mapToObj(to -> new Place(new Pin(from, to, take), costs.of(from, to, take)))
                        .min(Comparator.comparingDouble(Place::cost)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Place::cost))
                .limit(3)
                .map(Place::pin)
                .toList();
    }

    /** An angle that nobody has seen is worth more than another clip of one that is known. */
    private static List<Take> unseenCamerasFirst(List<Take> takes, List<Shot> shots) {
        Set<String> seen = seen(shots, Take::camera);
        return takes.stream()
                .sorted(Comparator.comparing(take -> seen.contains(take.camera())))
                .toList();
    }

    private static boolean isNoWorse(ShotSearch search, List<Shot> changed, List<Shot> shots) {
        return blackFrames(search, changed) <= blackFrames(search, shots)
                && jumpCuts(search, changed) <= jumpCuts(search, shots)
                && seen(changed, Take::camera).size()
                        >= seen(shots, Take::camera).size();
    }

    private static Set<String> seen(List<Shot> shots, Function<Take, String> what) {
        return shots.stream().map(Shot::take).filter(Objects::nonNull).map(what).collect(Collectors.toSet());
    }

    private static int blackFrames(ShotSearch search, List<Shot> shots) {
        return shots.stream()
                .filter(shot -> shot.take() == null)
                .mapToInt(shot -> search.frames(shot.from(), shot.to()))
                .sum();
    }

    private static long jumpCuts(ShotSearch search, List<Shot> shots) {
        return IntStream.range(1, shots.size())
                .filter(i -> isJumpCut(search, shots.get(i - 1), shots.get(i)))
                .count();
    }

    private static boolean isJumpCut(ShotSearch search, Shot before, Shot shot) {
        Take last = before.take();
        Take take = shot.take();
        return last != null
                && take != null
                && last.camera().equals(take.camera())
                && search.anotherCameraCovers(take, shot.from(), shot.to());
    }
}
