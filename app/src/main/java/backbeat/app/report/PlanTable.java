package backbeat.app.report;

import backbeat.engine.cut.PlanOutcome;
import backbeat.engine.cut.RoughCut;
import backbeat.engine.shotlist.PlannedShot;
import java.util.List;
import java.util.Locale;

/** The shot list, row by row: what was planned, and what the cut made of it. */
final class PlanTable {
    private final Production production;

    PlanTable(Production production) {
        this.production = production;
    }

    Html html() {
        RoughCut cut = production.data().cut();
        List<PlanOutcome> outcomes = cut == null ? List.of() : cut.plan();
        if (outcomes.isEmpty()) {
            return Html.NONE;
        }
        long followed = outcomes.stream()
                .filter(outcome -> outcome.verdict() == PlanOutcome.Verdict.FOLLOWED)
                .count();
        return Parts.panel(
                "plan",
                "Planned and cut",
                Parts.note(followed + " of " + SongClock.counted(outcomes.size(), "row") + " as planned"),
                Html.of("""
                        <div class="tw" tabindex="0" role="region" aria-label="Shot list"><table class="t">
                        <thead><tr><th scope="col">Where</th><th scope="col">Planned</th><th scope="col">Cut</th><th scope="col">Seconds</th><th scope="col">Why</th></tr></thead>
                        <tbody>{}</tbody></table></div>""", Html.join(outcomes.stream().map(PlanTable::row))));
    }

    private static Html row(PlanOutcome outcome) {
        PlannedShot shot = outcome.shot();
        String picture = shot.picture().isEmpty() ? "any picture" : shot.picture();
        String length = shot.length() == null ? "" : ", shots of " + shot.length();
        return Html.of(
                "<tr><td>{}{}</td><td>{}{}</td><td>{}</td><td class=\"nw\">{}</td><td>{}</td></tr>",
                shot.where().isEmpty() ? "nowhere" : shot.where(),
                shot.name().isEmpty() ? Html.NONE : Html.of("<span class=\"sub\">shot {}</span>", shot.name()),
                picture + length,
                shot.note().isEmpty() ? Html.NONE : Html.of("<span class=\"sub\">{}</span>", shot.note()),
                verdict(outcome.verdict()),
                String.format(Locale.ROOT, "%.1f of %.1f", outcome.cutSeconds(), outcome.plannedSeconds()),
                outcome.why());
    }

    private static Html verdict(PlanOutcome.Verdict verdict) {
        return switch (verdict) {
            case FOLLOWED -> Parts.tag("ok", "check", verdict.words());
            case PARTLY, NOT_FOLLOWED -> Parts.tag("warn", "warn", verdict.words());
            case NO_FOOTAGE, NO_PLACE -> Parts.tag("bad", "x", verdict.words());
            case NOTHING_TO_SHOW -> Html.of("<span class=\"dim\">{}</span>", verdict.words());
        };
    }
}
