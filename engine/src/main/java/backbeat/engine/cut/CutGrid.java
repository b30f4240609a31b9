package backbeat.engine.cut;

import backbeat.engine.cut.CutPoint.Kind;
import backbeat.engine.song.SongMap;
import backbeat.engine.time.BarBeat;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where cuts may be. Beats first: the frame that is on the screen when the beat sounds, so that a cut never comes late. Where there is no beat, rises of energy two
 * to three seconds apart. Between two of these, and only where no single clip covers the way from one to the other, the edges of the clips.
 */
final class CutGrid {
    private static final double LONGEST_WITHOUT_BEAT = 4;
    private static final double SHORTEST_STEP = 2;
    private static final double LONGEST_STEP = 3;
    private static final double LOOK = 0.25;
    private static final double SAME_PLACE = 0.05;

    private final SongMap map;
    private final Rate rate;
    private final int frames;
    private final TreeMap<Integer, CutPoint> points = new TreeMap<>();

    private CutGrid(SongMap map, Rate rate, int frames) {
        this.map = map;
        this.rate = rate;
        this.frames = frames;
    }

    /** The points in order; the first is frame 0, the last the end of the timeline. */
    static List<CutPoint> of(
            SongMap map, Rate rate, int frames, List<Take> takes, int framesEarly, List<Integer> held) {
        CutGrid grid = new CutGrid(map, rate, frames);
        map.beats().forEach(beat -> grid.addBeat(beat, framesEarly));
        grid.points.put(0, grid.point(0, Kind.SECTION, grid.placeAtStart()));
        grid.points.put(frames, grid.point(frames, Kind.SECTION, null));
        grid.fillLongSteps();
        grid.addEdges(takes);
        held.stream().filter(frame -> frame > 0 && frame < frames).forEach(grid::addHeld);
        return List.copyOf(grid.points.values());
    }

    private void addBeat(SongMap.Beat beat, int framesEarly) {
        long sounds = rate.frameOfDecimal(Rational.nearest(beat.time(), 1_000_000));
        long frame = Math.max(Math.min(sounds, 0), sounds - framesEarly);
        if (frame >= 0 && frame < frames) {
            BarBeat place = new BarBeat(beat.bar(), beat.beat());
            points.putIfAbsent((int) frame, point((int) frame, kindOf(beat), place));
        }
    }

    private void addHeld(int frame) {
        CutPoint known = points.get(frame);
        points.put(frame, point(frame, Kind.HELD, known == null ? null : known.place()));
    }

    private Kind kindOf(SongMap.Beat beat) {
        boolean section = map.sections().stream().anyMatch(s -> Math.abs(s.start() - beat.time()) < SAME_PLACE);
        if (section) {
            return Kind.SECTION;
        }
        if (beat.beat() == 1) {
            return Kind.DOWNBEAT;
        }
        int inBar = map.bars().stream()
                .filter(b -> b.index() == beat.bar())
                .mapToInt(SongMap.Bar::beats)
                .findFirst()
                .orElse(4);
        return inBar % 2 == 0 && beat.beat() == inBar / 2 + 1 ? Kind.MID_BAR : Kind.BEAT;
    }

    private @Nullable BarBeat placeAtStart() {
        CutPoint first = points.get(0);
        return first == null ? null : first.place();
    }

    private void fillLongSteps() {
        List<CutPoint> found = List.copyOf(points.values());
        for (int i = 1; i < found.size(); i++) {
            double from = found.get(i - 1).seconds();
            double to = found.get(i).seconds();
            while (to - from > LONGEST_WITHOUT_BEAT) {
                from = strongestRise(from + SHORTEST_STEP, Math.min(from + LONGEST_STEP, to - SHORTEST_STEP / 2));
                int frame = (int) Math.round(from * rate.toDouble());
                points.putIfAbsent(frame, point(frame, Kind.RISE, null));
            }
        }
    }

    private double strongestRise(double from, double to) {
        double best = from;
        double bestRise = Double.NEGATIVE_INFINITY;
        for (double t = from; t <= to; t += 0.05) {
            double rise = map.energy().at(t + LOOK) - map.energy().at(t - LOOK);
            if (rise > bestRise + 1e-9) {
                bestRise = rise;
                best = t;
            }
        }
        return best;
    }

    private void addEdges(List<Take> takes) {
        List<Integer> steps = List.copyOf(points.keySet());
        Set<Integer> edges = new TreeSet<>();
        for (int i = 1; i < steps.size(); i++) {
            int from = steps.get(i - 1);
            int to = endOfShortest(steps, i);
            if (takes.stream().noneMatch(take -> take.covers(from, to))) {
                for (Take take : takes) {
                    addIfBetween(edges, take.first(), from, to);
                    addIfBetween(edges, take.end(), from, to);
                }
            }
        }
        edges.forEach(frame -> points.putIfAbsent(frame, point(frame, Kind.EDGE, null)));
    }

    /** Where the shortest shot may end that ends with a step or after it: a step alone may be too short to be shown. */
    private static int endOfShortest(List<Integer> steps, int step) {
        int from = steps.get(step - 1);
        int last = steps.getLast();
        return steps.subList(step, steps.size()).stream()
                .filter(to -> to - from >= ShotSearch.FEWEST_FRAMES)
                .findFirst()
                .orElse(last);
    }

    private static void addIfBetween(Set<Integer> edges, int frame, int from, int to) {
        if (frame > from && frame < to) {
            edges.add(frame);
        }
    }

    private CutPoint point(int frame, Kind kind, @Nullable BarBeat place) {
        return new CutPoint(frame, rate.timeOf(frame).toDouble(), kind, place);
    }
}
