package backbeat.engine.cut;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What else could stand in each shot's place, and what it would be like there. */
final class Others {
    private static final int MOST = 12;
    /** A difference in price that is worth a word. */
    private static final double TELLING = 0.15;

    private final ShotPlan plan;
    private final ShotCosts costs;

    Others(ShotPlan plan) {
        this.plan = plan;
        this.costs = plan.costs();
    }

    List<Alternative.OfShot> ofAll(double songSeconds) {
        List<Alternative.OfShot> all = new ArrayList<>();
        for (int i = 0; i < plan.shots().size(); i++) {
            Shot shot = plan.shots().get(i);
            double end = costs.points().get(shot.to()).seconds();
            all.add(new Alternative.OfShot(
                    costs.points().get(shot.from()).seconds(), Math.min(end, songSeconds), of(i, shot)));
        }
        return List.copyOf(all);
    }

    private List<Alternative> of(int i, Shot shot) {
        int from = costs.points().get(shot.from()).frame();
        int to = costs.points().get(shot.to()).frame();
        return costs.takes().stream()
                .filter(take -> !take.isSameAs(shot.take()) && take.covers(from, to))
                .sorted(Comparator.<Take, Boolean>comparing(take -> isJump(i, take))
                        .thenComparingDouble(take -> costs.of(shot.from(), shot.to(), take)))
                .limit(MOST)
                .map(take -> new Alternative(
                        take.clip().path(),
                        take.camera(),
                        Math.round(take.clipTimeAt(from) * 1e4) / 1e4,
                        more(shot, take),
                        reasons(i, shot, take)))
                .toList();
    }

    private double more(Shot shot, Take take) {
        double own = costs.of(shot.from(), shot.to(), take);
        Take chosen = shot.take();
        return Math.round((chosen == null ? own : own - costs.of(shot.from(), shot.to(), chosen)) * 100) / 100.0;
    }

    private List<String> reasons(int i, Shot shot, Take take) {
        List<String> reasons = new ArrayList<>();
        if (isJump(i, take)) {
            reasons.add("the same camera as the shot " + (isOf(i - 1, take) ? "before" : "after") + " it: a jump");
        }
        Map<Term, Double> own = costs.terms(shot.from(), shot.to(), take);
        Take chosen = shot.take();
        Map<Term, Double> stands = chosen == null ? Map.of() : costs.terms(shot.from(), shot.to(), chosen);
        for (Term term : Term.values()) {
            double difference = own.getOrDefault(term, 0.0) - stands.getOrDefault(term, 0.0);
            if (chosen != null && term != Term.CHANCE && Math.abs(difference) >= TELLING) {
                reasons.add(term.words()
                        + (difference > 0 ? ": worse by " : ": better by ")
                        + String.format(Locale.ROOT, "%.1f", Math.abs(difference)));
            }
        }
        if (take.isSlowOrFast()) {
            reasons.add(String.format(
                    Locale.ROOT, "filmed with the song at %.0f %%", take.match().speed() * 100));
        }
        if (reasons.isEmpty()) {
            reasons.add("as good by itself");
        }
        return List.copyOf(reasons);
    }

    private boolean isJump(int i, Take take) {
        return isOf(i - 1, take) || isOf(i + 1, take);
    }

    /** Whether a neighbour shows the take's camera. */
    private boolean isOf(int i, Take take) {
        @Nullable
        Take neighbour =
                i < 0 || i >= plan.shots().size() ? null : plan.shots().get(i).take();
        return neighbour != null && Objects.equals(neighbour.camera(), take.camera());
    }
}
