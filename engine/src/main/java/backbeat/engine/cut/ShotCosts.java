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
    private final double limitSeconds;
    /** What a cut at a point costs that begins or ends a shot of a take. */
    private final double[][] edges;

    private final Sizes sizes;
    /** By cut point: what a cut costs there beside its place. */
    private final double[] cuts;
    /** By cut point: what it costs to go on across all points before it. */
    private final double[] passed;
    /** What a shot costs whichever clip it shows, by its first point and its length in steps. */
    private final double[][] anyShot;

    ShotCosts(List<CutPoint> points, List<Take> takes, Pace pace, Style style) {
        this.points = points;
        this.takes = takes;
        this.pace = pace;
        this.style = style;
        this.limitSeconds = pace.limitSeconds();
        this.steps = Map.of();
        this.sizes = Sizes.NONE;
        this.cuts = new double[points.size()];
        this.passed = new double[points.size() + 1];
        this.edges = new double[takes.size()][points.size()];
        this.allSteps = StepCosts.of(takes.size(), points.size(), (take, step) -> 0);
        this.anyShot =
                IntStream.range(0, points.size()).mapToObj(this::shotsFrom).toArray(double[][]::new);
    }

    private ShotCosts(
            ShotCosts base, Map<Term, StepCosts> steps, double[][] edges, Sizes sizes, double[] cuts, double[] passed) {
        this.sizes = sizes;
        this.cuts = cuts;
        this.passed = passed;
        this.points = base.points;
        this.takes = base.takes;
        this.pace = base.pace;
        this.style = base.style;
        this.limitSeconds = base.limitSeconds;
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
        return new ShotCosts(this, more, edges, sizes, cuts, passed);
    }

    /** The same with what a cut costs that begins or ends a shot of a take. */
    ShotCosts withEdges(StepCosts.Step costs) {
        double[][] told = new double[takes.size()][points.size()];
        for (int t = 0; t < told.length; t++) {
            for (int point = 0; point < told[t].length; point++) {
                told[t][point] = costs.cost(t, point);
            }
        }
        return new ShotCosts(this, steps, told, sizes, cuts, passed);
    }

    /**
     * The same with what it costs to cut, or not to cut, where the song repeats itself.
     *
     * @param cut by cut point
     * @param pass by cut point
     */
    ShotCosts withRepeatedCuts(double[] cut, double[] pass) {
        double[] sums = new double[points.size() + 1];
        for (int i = 0; i < points.size(); i++) {
            sums[i + 1] = sums[i] + pass[i];
        }
        return new ShotCosts(this, steps, edges, sizes, cut.clone(), sums);
    }

    /** The same with how large people stand in the pictures, where that is known. */
    ShotCosts with(Sizes known) {
        ShotCosts knowing = new ShotCosts(this, steps, edges, known, cuts, passed);
        return known.any() ? knowing.with(Term.SIZE, (take, step) -> known.cost(take, step, knowing)) : this;
    }

    Sizes sizes() {
        return sizes;
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
        return cost
                + repeatedCuts(from, to)
                + speed(from, to, take)
                + edge(from, to, take)
                + allSteps.of(take.index(), from, to);
    }

    /** The terms that are not nothing. */
    Map<Term, Double> terms(int from, int to, Take take) {
        Map<Term, Double> terms = new EnumMap<>(Term.class);
        terms.put(Term.PLACE, place(from) - cuts[from]);
        terms.put(Term.LENGTH, length(from, to));
        terms.put(Term.SECTION, sections(from, to));
        terms.put(Term.SPEED, speed(from, to, take));
        terms.put(Term.FLASH, edge(from, to, take));
        steps.forEach((term, costs) -> terms.put(term, costs.of(take.index(), from, to)));
        terms.merge(Term.REPEAT, repeatedCuts(from, to), Double::sum);
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

    /** Whether a good part of a shot would be something else than what is planned there. */
    boolean isAgainstPlan(int from, int to, Take take) {
        StepCosts plan = steps.get(Term.PLAN);
        return plan != null
                && plan.of(take.index(), from, to) > POOR_PART * style.prices().plan() * seconds(from, to);
    }

    boolean mayBeOneShot(int from, int to) {
        return to == from + 1 || seconds(from, to) <= limitSeconds;
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
        return stylePlace(from) + length(from, to) + sections(from, to);
    }

    private double repeatedCuts(int from, int to) {
        return cuts[from] + passed[to] - passed[from + 1];
    }

    double place(int from) {
        return stylePlace(from) + cuts[from];
    }

    private double stylePlace(int from) {
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
        double wished =
                pace.wishedSeconds(points.get(from).seconds(), points.get(to).seconds());
        double ratio = Math.log(seconds / wished);
        double hardlySeen = Math.min(style.lengths().shortestSeconds(), wished) * HARDLY_SEEN;
        double tooShort = seconds < hardlySeen ? PRICE_OF_HARDLY_SEEN : 0;
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
