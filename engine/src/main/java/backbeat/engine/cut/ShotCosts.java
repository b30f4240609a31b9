package backbeat.engine.cut;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a shot costs by itself, term by term, in the style's prices. Some terms belong to the cut that begins the shot or to its length; the others add up from beat
 * to beat ({@link StepCosts}), so that cutting a passage in two does not change what it costs to look at it.
 */
final class ShotCosts {
    private static final double SLOW_MOTION_EVEN_WHERE_CALM = 0.3;
    /** A shot below this part of the shortest that is wished for is hardly seen. */
    private static final double HARDLY_SEEN = 0.45;

    private static final double PRICE_OF_HARDLY_SEEN = 6;
    private static final double POOR_PART = 0.25;

    private final List<CutPoint> points;
    private final List<Take> takes;
    private final Pace pace;
    private final Style style;
    private final Map<Term, StepCosts> steps;
    private final StepCosts allSteps;
    /** What a cut at a point costs that begins or ends a shot of a take. */
    private final double[][] edges;
    /** What a shot costs whichever clip it shows, by its first point and its length in steps. */
    private final double[][] anyShot;

    ShotCosts(List<CutPoint> points, List<Take> takes, Pace pace, Style style) {
        this.points = points;
        this.takes = takes;
        this.pace = pace;
        this.style = style;
        this.steps = Map.of();
        this.edges = new double[takes.size()][points.size()];
        this.allSteps = StepCosts.of(takes.size(), points.size(), (take, step) -> 0);
        this.anyShot =
                IntStream.range(0, points.size()).mapToObj(this::shotsFrom).toArray(double[][]::new);
    }

    private ShotCosts(ShotCosts base, Map<Term, StepCosts> steps, double[][] edges) {
        this.points = base.points;
        this.takes = base.takes;
        this.pace = base.pace;
        this.style = base.style;
        this.anyShot = base.anyShot;
        this.steps = steps;
        this.edges = edges;
        this.allSteps = steps.values().stream()
                .reduce(StepCosts.of(takes.size(), points.size(), (take, step) -> 0), StepCosts::plus);
    }

    /** The same with costs that add up from beat to beat; those of the same term are replaced. */
    ShotCosts with(Term term, StepCosts.Step costs) {
        Map<Term, StepCosts> more = new EnumMap<>(Term.class);
        more.putAll(steps);
        more.put(term, StepCosts.of(takes.size(), points.size(), costs));
        return new ShotCosts(this, more, edges);
    }

    /** The same with what a cut costs that begins or ends a shot of a take. */
    ShotCosts withEdges(StepCosts.Step costs) {
        double[][] told = new double[takes.size()][points.size()];
        for (int t = 0; t < told.length; t++) {
            for (int point = 0; point < told[t].length; point++) {
                told[t][point] = costs.cost(t, point);
            }
        }
        return new ShotCosts(this, steps, told);
    }

    List<CutPoint> points() {
        return points;
    }

    List<Take> takes() {
        return takes;
    }

    Style style() {
        return style;
    }

    Pace pace() {
        return pace;
    }

    double of(int from, int to, Take take) {
        double[] known = anyShot[from];
        double cost = to - from <= known.length ? known[to - from - 1] : ofAnyClip(from, to);
        return cost + speed(from, to, take) + edge(from, to, take) + allSteps.of(take.index(), from, to);
    }

    /** The terms that are not nothing. */
    Map<Term, Double> terms(int from, int to, Take take) {
        Map<Term, Double> terms = new EnumMap<>(Term.class);
        terms.put(Term.PLACE, place(from));
        terms.put(Term.LENGTH, length(from, to));
        terms.put(Term.SECTION, sections(from, to));
        terms.put(Term.SPEED, speed(from, to, take));
        terms.put(Term.FLASH, edge(from, to, take));
        steps.forEach((term, costs) -> terms.put(term, costs.of(take.index(), from, to)));
        terms.values().removeIf(cost -> Math.abs(cost) < 0.005);
        return terms;
    }

    /** Whether a good part of a shot would be out of focus, badly exposed or shaky. */
    boolean isPoor(int from, int to, Take take) {
        StepCosts quality = steps.get(Term.QUALITY);
        return quality != null
                && quality.of(take.index(), from, to)
                        > POOR_PART * style.prices().quality() * seconds(from, to);
    }

    boolean mayBeOneShot(int from, int to) {
        return to == from + 1 || seconds(from, to) <= style.lengths().limitSeconds();
    }

    double seconds(int from, int to) {
        return points.get(to).seconds() - points.get(from).seconds();
    }

    private double[] shotsFrom(int from) {
        return IntStream.range(from + 1, points.size())
                .takeWhile(to -> mayBeOneShot(from, to))
                .mapToDouble(to -> ofAnyClip(from, to))
                .toArray();
    }

    private double ofAnyClip(int from, int to) {
        return place(from) + length(from, to) + sections(from, to);
    }

    double place(int from) {
        Style.CutsOn on = style.cutsOn();
        return switch (points.get(from).kind()) {
            case HELD -> 0;
            case SECTION -> on.section();
            case DOWNBEAT -> on.downbeat();
            case MID_BAR -> on.midBar();
            case BEAT -> on.beat();
            case RISE -> on.rise();
            case EDGE -> on.edge();
        };
    }

    private double length(int from, int to) {
        double seconds = seconds(from, to);
        double ratio = Math.log(seconds
                / pace.wishedSeconds(points.get(from).seconds(), points.get(to).seconds()));
        double tooShort = seconds < style.lengths().shortestSeconds() * HARDLY_SEEN ? PRICE_OF_HARDLY_SEEN : 0;
        return style.prices().length() * ratio * ratio + tooShort;
    }

    private double sections(int from, int to) {
        long within = IntStream.range(from + 1, to)
                .filter(i -> points.get(i).kind() == CutPoint.Kind.SECTION)
                .count();
        return within * style.prices().acrossSection();
    }

    private double edge(int from, int to, Take take) {
        double[] own = edges[take.index()];
        return own[from] + own[to];
    }

    private double speed(int from, int to, Take take) {
        return take.isSlowOrFast()
                ? style.prices().slowMotion()
                        * (SLOW_MOTION_EVEN_WHERE_CALM
                                + pace.loudness(
                                        points.get(from).seconds(),
                                        points.get(to).seconds()))
                : 0;
    }
}
