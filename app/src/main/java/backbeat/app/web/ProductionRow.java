package backbeat.app.web;

import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.plan.Forecast;
import backbeat.studio.plan.Task;
import backbeat.studio.production.Production;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A production as lists show it.
 *
 * @param picture link to a picture of its footage; empty when there is none
 * @param outline points of its song's energy as an SVG path in a box of 600 by 34
 * @param release its date, and whether it can be met; empty when none is set
 */
public record ProductionRow(
        Production production,
        List<StageView> stages,
        String picture,
        String outline,
        String songFacts,
        int openComments,
        int clips,
        int placed,
        String release,
        boolean releaseInDanger,
        List<String> initials) {
    private static final int FACES = 4;

    /** Rows of several productions, each table asked once. */
    static List<ProductionRow> all(Studio studio, List<Production> productions) {
        List<String> ids = productions.stream().map(Production::id).toList();
        Map<String, List<Task>> tasks =
                studio.plan().of(ids).stream().collect(Collectors.groupingBy(Task::productionId));
        Map<String, LocalDate> releases = studio.plan().releases(ids);
        Map<String, Integer> comments = studio.comments().open(ids);
        Map<String, List<Account>> people = studio.crew().of(ids);
        Stages stages = new Stages(studio);
        return productions.stream()
                .map(production -> {
                    List<Task> own = tasks.getOrDefault(production.id(), List.of());
                    LocalDate release = releases.get(production.id());
                    ResultFacts facts = ResultFacts.of(production.id(), studio.results(production.id()));
                    return new ProductionRow(
                            production,
                            stages.of(production, own),
                            facts.picture() ? "/p/" + production.id() + "/clips/0.jpg" : "",
                            facts.outline(),
                            facts.song(),
                            comments.getOrDefault(production.id(), 0),
                            facts.clips(),
                            facts.placed(),
                            release == null ? "" : TaskRow.day(release),
                            Forecast.of(own, release, studio.plan().today()).releaseSlip() > 0,
                            people.getOrDefault(production.id(), List.of()).stream()
                                    .limit(FACES)
                                    .map(Account::initials)
                                    .toList());
                })
                .toList();
    }

    /** The first stage that is not done. One that nobody planned and nothing was done in is passed over as soon as a later one has begun. */
    public StageView stage() {
        int begun = 0;
        for (int i = 0; i < stages.size(); i++) {
            begun = stages.get(i).percent() > 0 ? i : begun;
        }
        int last = begun;
        return stages.stream()
                .filter(stage -> stage.percent() < 100)
                .filter(stage -> stage.touched() || stages.indexOf(stage) > last)
                .findFirst()
                .orElse(stages.getLast());
    }

    /** The next task of that stage, with its date. */
    public String next() {
        StageView stage = stage();
        boolean named = stage.next().isEmpty() || stage.next().contains(" · ");
        return named ? stage.next() : stage.said() + " · " + stage.next();
    }

    /** Minutes and seconds. */
    static String clock(double seconds) {
        return ResultFacts.clock(seconds);
    }
}
