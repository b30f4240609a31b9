package backbeat.engine.cut;

import backbeat.engine.cut.PlanOutcome.Verdict;
import backbeat.engine.looks.Passage;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.ShotListProblems;
import backbeat.engine.shotlist.PlannedShot;
import backbeat.engine.shotlist.ShotList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells of a cut what it made of its shot list: of each shot why, of each row how much. */
final class PlanTold {
    /** Of a row: the rest is where cuts fall beside its bars. */
    private static final double ALL = 0.9;

    private static final double HARDLY_ANY = 0.05;
    private static final int MOST_NAMED = 6;

    private final PlannedRows planned;
    private final ShotPlan plan;
    private final ShotCosts costs;
    private final PictureCosts pictures;
    private final List<Pin> held;

    PlanTold(PlannedRows planned, ShotPlan plan, PictureCosts pictures, List<Pin> held) {
        this.planned = planned;
        this.plan = plan;
        this.costs = plan.costs();
        this.pictures = pictures;
        this.held = held;
    }

    /** Why a shot is what was planned there, or is not; empty where nothing is planned. */
    Optional<String> reason(Shot shot) {
        Take take = shot.take();
        return planned.rowOf(shot).map(row -> {
            String wish = row.shot().picture() + " in " + row.shot().where();
            return take != null && planned.fits(row, take, shot.from(), shot.to())
                    ? "as planned: " + wish
                    : "not as planned (" + wish + "): " + whyNot(row, shot);
        });
    }

    private String whyNot(ShotList.Placed row, Shot shot) {
        if (held.stream().anyMatch(pin -> shot.from() < pin.to() && pin.from() < shot.to())) {
            return "this shot is held by hand";
        }
        List<Take> meant =
                costs.takes().stream().filter(take -> planned.means(row, take)).toList();
        if (meant.isEmpty()) {
            return "no clip that is on the song for certain is that";
        }
        List<Take> there = meant.stream()
                .filter(take -> planned.covers(take, shot.from(), shot.to()))
                .toList();
        if (there.isEmpty()) {
            return "none of it covers all of this shot";
        }
        Optional<Passage> fault = there.stream()
                .flatMap(take -> pictures.fault(take, shot.from(), shot.to()).stream())
                .findFirst();
        boolean allPoor = there.stream().allMatch(take -> costs.isPoor(shot.from(), shot.to(), take));
        if (allPoor && fault.isPresent()) {
            return "its picture is " + fault.get().kind().name().toLowerCase(Locale.ROOT) + " here";
        }
        return there.stream()
                .filter(take -> planned.fits(row, take, shot.from(), shot.to()))
                .min(Comparator.comparingDouble(take -> costs.of(shot.from(), shot.to(), take)))
                .map(take -> whatWeighedMore(shot, take))
                .orElse("nobody knows a picture of that size here");
    }

    private String whatWeighedMore(Shot shot, Take wanted) {
        int index = plan.shots().indexOf(shot);
        if (isOf(index - 1, wanted) || isOf(index + 1, wanted)) {
            return "it would stand beside another shot of camera " + wanted.camera();
        }
        Take chosen = shot.take();
        Map<Term, Double> own = costs.terms(shot.from(), shot.to(), wanted);
        Map<Term, Double> stands = chosen == null ? Map.of() : costs.terms(shot.from(), shot.to(), chosen);
        return own.entrySet().stream()
                .filter(term -> term.getKey() != Term.PLAN && term.getKey() != Term.CHANCE)
                .map(term -> Map.entry(term.getKey(), term.getValue() - stands.getOrDefault(term.getKey(), 0.0)))
                .filter(term -> term.getValue() > 0)
                .max(Map.Entry.comparingByValue())
                .map(term -> term.getKey().words() + " weighed more")
                .orElse("every clip gets its share of the song");
    }

    private boolean isOf(int index, Take take) {
        if (index < 0 || index >= plan.shots().size()) {
            return false;
        }
        Take neighbour = plan.shots().get(index).take();
        return neighbour != null && neighbour.camera().equals(take.camera());
    }

    List<PlanOutcome> outcomes(ShotList list, List<ShotList.Placed> placed) {
        List<PlanOutcome> outcomes = new ArrayList<>();
        for (PlannedShot shot : list.shots()) {
            outcomes.add(placed.stream()
                    .filter(row -> row.shot().equals(shot))
                    .findFirst()
                    .map(this::outcome)
                    .orElseGet(() -> new PlanOutcome(shot, Verdict.NO_PLACE, 0, 0, "")));
        }
        return List.copyOf(outcomes);
    }

    private PlanOutcome outcome(ShotList.Placed row) {
        if (!row.shot().wishesForAPicture()) {
            return new PlanOutcome(row.shot(), Verdict.NOTHING_TO_SHOW, thousandths(row.seconds()), 0, "");
        }
        double right = 0;
        double others = 0;
        double longest = 0;
        String why = "";
        for (Shot shot : plan.shots()) {
            double within = row.overlap(
                    costs.points().get(shot.from()).seconds(),
                    costs.points().get(shot.to()).seconds());
            if (within == 0) {
                continue;
            }
            if (shows(row, shot)) {
                right += within;
            } else if (showsAnother(row, shot)) {
                others += within;
            } else if (within > longest) {
                longest = within;
                why = whyNot(row, shot);
            }
        }
        double own = Math.max(0, row.seconds() - others);
        Verdict verdict = verdict(row, right, own);
        return new PlanOutcome(
                row.shot(), verdict, thousandths(own), thousandths(right), verdict == Verdict.FOLLOWED ? "" : why);
    }

    private Verdict verdict(ShotList.Placed row, double right, double own) {
        if (right > 0 && right >= ALL * own) {
            return Verdict.FOLLOWED;
        }
        if (right > HARDLY_ANY * own) {
            return Verdict.PARTLY;
        }
        return anyFootage(row) ? Verdict.NOT_FOLLOWED : Verdict.NO_FOOTAGE;
    }

    private boolean shows(ShotList.Placed row, Shot shot) {
        Take take = shot.take();
        return take != null && planned.fits(row, take, shot.from(), shot.to());
    }

    /** Whether what a row does not get of a shot is what another row wants of the same bars. */
    private boolean showsAnother(ShotList.Placed row, Shot shot) {
        double from = costs.points().get(shot.from()).seconds();
        double to = costs.points().get(shot.to()).seconds();
        return row.stretches().stream().anyMatch(stretch -> {
            double begin = Math.max(from, stretch.from());
            double end = Math.min(to, stretch.to());
            return begin < end
                    && planned.rows().stream()
                            .filter(other -> shows(other, shot) && !other.equals(row))
                            .anyMatch(other -> other.overlap(begin, end) > (end - begin) / 2);
        });
    }

    /** Whether a clip that is meant covers any step of the row. */
    private boolean anyFootage(ShotList.Placed row) {
        List<CutPoint> points = costs.points();
        for (int step = 0; step + 1 < points.size(); step++) {
            int at = step;
            boolean within =
                    row.overlap(points.get(at).seconds(), points.get(at + 1).seconds()) > 0;
            if (within
                    && costs.takes().stream()
                            .anyMatch(take -> planned.means(row, take) && planned.covers(take, at, at + 1))) {
                return true;
            }
        }
        return false;
    }

    static List<Finding> findings(List<PlanOutcome> outcomes) {
        List<PlanOutcome> without = outcomes.stream()
                .filter(outcome -> outcome.verdict() == Verdict.NO_FOOTAGE)
                .toList();
        if (without.isEmpty()) {
            return List.of();
        }
        String more = without.size() > MOST_NAMED ? " and " + (without.size() - MOST_NAMED) + " more" : "";
        String rows = without.stream()
                .limit(MOST_NAMED)
                .map(outcome -> outcome.shot().told() + ": " + outcome.shot().picture())
                .collect(Collectors.joining("; "));
        return List.of(Finding.warning(ShotListProblems.noFootage(without.size(), outcomes.size(), rows + more)));
    }

    private static double thousandths(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
