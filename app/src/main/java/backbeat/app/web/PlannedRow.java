package backbeat.app.web;

import backbeat.engine.cut.PlanOutcome;
import backbeat.engine.cut.PlanOutcome.Verdict;
import backbeat.engine.problem.Problem;
import backbeat.engine.shotlist.PlannedShot;
import backbeat.engine.shotlist.ShotList;
import backbeat.engine.song.SongMap;
import backbeat.engine.song.SongStretch;
import backbeat.studio.edit.CutView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of the shot list as its page shows it.
 *
 * @param tone ok, warn, bad or empty
 * @param state whether the cut follows it, in short
 * @param why not everywhere, or how it can be
 */
public record PlannedRow(int index, PlannedShot shot, String tone, String state, String why) {
    private static final String CHANGED = "not in this cut";

    static List<PlannedRow> of(ShotList list, @Nullable CutView cut, @Nullable SongMap map) {
        List<PlannedRow> rows = new ArrayList<>();
        for (PlannedShot shot : list.shots()) {
            rows.add(of(rows.size(), shot, cut, map));
        }
        return List.copyOf(rows);
    }

    private static PlannedRow of(int index, PlannedShot shot, @Nullable CutView cut, @Nullable SongMap map) {
        Problem noPlace =
                map == null ? null : SongStretch.read(shot.where(), map).trouble();
        if (noPlace != null) {
            return new PlannedRow(
                    index, shot, "bad", Verdict.NO_PLACE.words(), noPlace.what() + " " + noPlace.remedy());
        }
        if (cut == null) {
            return new PlannedRow(index, shot, "", "", "");
        }
        Optional<PlanOutcome> outcome = cut.plan().stream()
                .filter(known -> known.shot().wishesTheSameAs(shot))
                .findFirst();
        return outcome.map(known -> new PlannedRow(index, shot, tone(known.verdict()), words(known), known.why()))
                .orElseGet(
                        () -> new PlannedRow(index, shot, "", CHANGED, "The row was changed since the cut was made."));
    }

    private static String words(PlanOutcome outcome) {
        return outcome.verdict() == Verdict.PARTLY
                ? String.format(
                        Locale.ROOT, "%.0f of %.0f s as planned", outcome.cutSeconds(), outcome.plannedSeconds())
                : outcome.verdict().words();
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case FOLLOWED -> "ok";
            case PARTLY, NOT_FOLLOWED -> "warn";
            case NO_FOOTAGE, NO_PLACE -> "bad";
            case NOTHING_TO_SHOW -> "";
        };
    }

    /** Whether the cut was made without it. */
    boolean isNotInCut() {
        return state.equals(CHANGED);
    }

    public String icon() {
        return tone.equals("ok") ? "check" : tone.equals("bad") ? "x" : "warn";
    }
}
