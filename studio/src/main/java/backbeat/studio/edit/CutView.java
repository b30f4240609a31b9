package backbeat.studio.edit;

import backbeat.engine.cut.Alternative;
import backbeat.engine.cut.Choice;
import backbeat.engine.cut.PlanOutcome;
import backbeat.engine.cut.RoughCut;
import backbeat.engine.problem.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A cut as pages show it.
 *
 * @param alternatives for each shot, what else could stand there
 * @param rate frames a second of the cut, as {@code 24000/1001}; empty in files of before
 * @param version of the cut; 0 in files of before
 * @param plan what became of each row of the shot list that it was cut by
 */
public record CutView(
        List<Choice> shots,
        List<RoughCut.Unused> unused,
        List<Alternative.OfShot> alternatives,
        String rate,
        int version,
        List<PlanOutcome> plan,
        List<Finding> findings) {
    /** Below this two places are the same, in seconds. */
    private static final double SAME = 2e-3;

    public CutView {
        shots = shots == null ? List.of() : List.copyOf(shots);
        unused = unused == null ? List.of() : List.copyOf(unused);
        plan = plan == null ? List.of() : List.copyOf(plan);
        findings = findings == null ? List.of() : List.copyOf(findings);
        alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
        rate = Objects.requireNonNullElse(rate, "");
    }

    static CutView of(RoughCut cut, int version, List<Finding> findings) {
        return new CutView(
                cut.choices().stream().map(CutView::told).toList(),
                cut.unused(),
                cut.alternatives(),
                String.valueOf(cut.timeline().rate()),
                version,
                cut.plan(),
                findings);
    }

    /** Whether a shot is locked now is wished and may change; that a person had a hand in it stays true. */
    private static Choice told(Choice shot) {
        return toldAs(
                shot.reasons().stream()
                        .map(reason -> reason.equals("locked by hand") ? "chosen by hand" : reason)
                        .toList(),
                shot.prices(),
                shot);
    }

    /** The shots as people see them: one that is divided only to stay with the song is one. */
    public List<Choice> whole() {
        List<Choice> whole = new ArrayList<>();
        for (Choice choice : shots) {
            if (choice.goesOn() && !whole.isEmpty()) {
                whole.add(upTo(choice.songEnd(), whole.removeLast()));
            } else {
                whole.add(choice);
            }
        }
        return List.copyOf(whole);
    }

    private static Choice upTo(double end, Choice shot) {
        return new Choice(
                shot.clip(),
                shot.camera(),
                shot.beside(),
                shot.clipStart(),
                shot.songStart(),
                end,
                shot.bar(),
                shot.reasons(),
                shot.prices(),
                shot.runnerUp(),
                shot.runnerUpMore());
    }

    public List<Alternative> alternativesAt(double songStart) {
        return alternatives.stream()
                .filter(shot -> Math.abs(shot.songStart() - songStart) < SAME)
                .findFirst()
                .map(Alternative.OfShot::clips)
                .orElse(List.of());
    }

    /** Why a shot stands that did not change is what it was: that it was held is no reason. */
    CutView withReasonsOf(CutView before) {
        List<Choice> told = shots.stream()
                .map(shot -> before.shots.stream()
                        .filter(older -> isSame(older, shot))
                        .findFirst()
                        .map(older -> toldAs(older.reasons(), older.prices(), shot))
                        .orElse(shot))
                .toList();
        return new CutView(told, unused, alternatives, rate, version, plan, findings);
    }

    private static Choice toldAs(List<String> reasons, Map<String, Double> prices, Choice shot) {
        return new Choice(
                shot.clip(),
                shot.camera(),
                shot.beside(),
                shot.clipStart(),
                shot.songStart(),
                shot.songEnd(),
                shot.bar(),
                reasons,
                prices,
                shot.runnerUp(),
                shot.runnerUpMore());
    }

    /** Whether the same pictures are seen at the same time. */
    boolean showsTheSameAs(CutView other) {
        if (shots.size() != other.shots.size()) {
            return false;
        }
        for (int i = 0; i < shots.size(); i++) {
            if (!isSame(shots.get(i), other.shots.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The shots as this cut tells of them, where it shows the same: with its reasons. */
    List<Choice> knownAgain(List<Choice> others) {
        return others.stream()
                .map(other -> shots.stream()
                        .filter(shot -> isSame(shot, other))
                        .findFirst()
                        .orElse(other))
                .toList();
    }

    private static boolean isSame(Choice one, Choice other) {
        return Objects.equals(one.clip(), other.clip())
                && one.beside().equals(other.beside())
                && near(one.songStart(), other.songStart())
                && near(one.songEnd(), other.songEnd())
                && near(one.clipStart(), other.clipStart());
    }

    private static boolean near(@Nullable Double one, @Nullable Double other) {
        if (one == null || other == null) {
            return Objects.equals(one, other);
        }
        return Math.abs(one - other) < SAME;
    }
}
