package backbeat.engine.cut;

import backbeat.engine.problem.CutProblems;
import backbeat.engine.problem.Finding;
import backbeat.engine.shotlist.ShotList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a rough cut in a style: covers the whole song, cuts on beats, lets energy decide how long shots are, shows every camera, holds to what people want, and says
 * why.
 *
 * <p>Only clips whose place on the song is certain are used; where none of them covers the song there is black and a marker. The same input gives the same cut.
 */
public final class CutPlanner {
    private final CutMaterial material;
    private final Style style;
    private final CutWishes wishes;

    public CutPlanner(CutMaterial material, Style style, CutWishes wishes) {
        this.material = material;
        this.style = wishes.repeats() == null ? style : style.repeating(wishes.repeats());
        this.wishes = wishes;
    }

    public RoughCut cut() {
        Casting casting = new Casting(material.footage(), material.sync(), wishes);
        PictureFormat format = casting.format();
        int frames = Math.toIntExact(
                material.songFacts().duration().times(format.rate().perSecond()).ceiling());
        List<Take> takes = casting.takes(format.rate(), frames, wishes.bans());
        HeldShots wished = new HeldShots(wishes, format.rate(), frames, takes);
        List<CutPoint> points =
                CutGrid.of(material.map(), format.rate(), frames, takes, style.framesEarly(), wished.edges());
        Held held = new Held(wished, wished.pins(points), material.plan().on(material.map()));

        ShotCosts costs = costs(points, takes, held.planned.rows());
        PictureCosts pictures = new PictureCosts(costs, material.looks());
        PlannedRows rows =
                new PlannedRows(held.planned.rows(), pictures.added().with(Sizes.of(costs, pictures)), pictures);
        ShotPlan found = plan(rows.added(), held.pins);
        ShotPlan plan = found.showing(
                new StoryParts(found.costs(), material.looks(), material.map(), held.pins).in(found.shots()));
        return told(format, plan, held, pictures, new PlanTold(rows, plan, pictures, held.pins));
    }

    /** What people want, on this song and this footage. */
    private record Held(HeldShots wished, List<Pin> pins, ShotList.OnSong planned) {}

    private ShotCosts costs(List<CutPoint> points, List<Take> takes, List<ShotList.Placed> planned) {
        Pace pace = new Pace(material.map(), style.lengths(), planned);
        ShotCosts costs = new ShotCosts(points, takes, pace, style);
        if (!wishes.circled().isEmpty()) {
            costs = costs.with(
                    Term.CIRCLED,
                    (take, step) ->
                            wishes.circled().contains(takes.get(take).clip().path())
                                    ? -style.prices().circled()
                                            * (points.get(step + 1).seconds()
                                                    - points.get(step).seconds())
                                    : 0);
        }
        return takes.stream().anyMatch(Take::story) ? costs.with(Term.STORY, storyOrPerformance(costs)) : costs;
    }

    /** Story where the song is calm, the performance where it is loud. */
    private StepCosts.Step storyOrPerformance(ShotCosts costs) {
        return (take, step) -> {
            double from = costs.points().get(step).seconds();
            double to = costs.points().get(step + 1).seconds();
            double loudAgainstCalm = 2 * costs.pace().loudness(from, to) - 1;
            return costs.takes().get(take).story() ? style.prices().story() * loudAgainstCalm * (to - from) : 0;
        };
    }

    private ShotPlan plan(ShotCosts costs, List<Pin> held) {
        ShotPlan best = inItsRepeats(costs, held);
        return wishes.seed() == 0 ? best : new Variation(best, held, wishes.seed()).plan();
    }

    /** What is heard again is priced by what was seen the first time, so there is a cut before there are these prices. */
    private ShotPlan inItsRepeats(ShotCosts costs, List<Pin> held) {
        ShotPlan first = ShotPlan.of(costs, held);
        Repeats repeats = new Repeats(material.map(), costs.points());
        if (style.repeats() == Style.Repeats.FREE || !repeats.any()) {
            return first;
        }
        ShotCosts again = costs.with(Term.REPEAT, repeats.costs(first.shots(), costs.takes(), style));
        return ShotPlan.of(repeats.withCuts(again, first.shots()), held);
    }

    private RoughCut told(PictureFormat format, ShotPlan plan, Held held, PictureCosts pictures, PlanTold planned) {
        ShotCosts costs = plan.costs();
        Map<Integer, List<Take>> beside = new SplitScreens(costs).of(plan.shots());
        List<Take> allBeside = beside.values().stream().flatMap(List::stream).toList();
        List<Choice> choices =
                new Reasons(material.map(), format.rate(), plan, held.pins, pictures, planned, beside).choices();
        Assembly.Assembled cut = new Assembly(
                        material.song(), material.songFacts(), material.map(), format, costs.points())
                .assemble(plan, choices, beside);
        List<PlanOutcome> outcomes = planned.outcomes(material.plan(), held.planned.rows());
        List<Finding> findings = new ArrayList<>(held.wished.findings());
        findings.addAll(likedInVain(costs.takes()));
        findings.addAll(held.planned.findings());
        findings.addAll(PlanTold.findings(outcomes));
        findings.addAll(findings(choices));
        return new RoughCut(
                cut.timeline(),
                cut.choices(),
                new Unshown(wishes, plan, allBeside).of(material.sync(), material.footage()),
                new Others(plan).ofAll(material.map().duration()),
                CutMeasures.of(
                        cut.choices(),
                        allBeside.stream().map(Take::camera).toList(),
                        material.map(),
                        costs.takes().stream().map(Take::camera).distinct().toList(),
                        style.framesEarly() * format.rate().frameDuration().toDouble()),
                outcomes,
                List.copyOf(findings));
    }

    /** Clips that somebody circled, or called story, and that no moment of the song can show. */
    private List<Finding> likedInVain(List<Take> takes) {
        return Stream.concat(wishes.circled().stream(), wishes.story().stream())
                .distinct()
                .filter(path ->
                        takes.stream().noneMatch(take -> take.clip().path().equals(path)))
                .map(
                        path -> Finding.warning(
                                CutProblems.wishNotKept(
                                        "to show " + path,
                                        "The clip is not in the footage, has no picture, is banned, or its place on the song is not certain.")))
                .toList();
    }

    private static List<Finding> findings(List<Choice> choices) {
        double black = choices.stream()
                .filter(choice -> choice.clip() == null)
                .mapToDouble(choice -> choice.songEnd() - choice.songStart())
                .sum();
        return black > 0 ? List.of(Finding.warning(CutProblems.songNotCovered(black))) : List.of();
    }
}
