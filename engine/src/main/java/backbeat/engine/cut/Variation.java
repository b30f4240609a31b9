package backbeat.engine.cut;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Another cut that is about as good: every clip becomes a little cheaper here and dearer there, by chance, and the same seed by the same chance. Where that would
 * make its shots dearer than hardly anybody would see there is less of it.
 */
final class Variation {
    /** Price of a second of a clip, up or down. */
    private static final double STRONGEST = 0.6;

    private static final int TRIES = 4;
    /** An editor would hardly call a shot worse for so little. */
    private static final double WORSE_BY_SHOT = 0.25;

    /** Clips stay cheap or dear for so many steps. */
    private static final int STEPS_ALIKE = 4;

    private final ShotPlan best;
    private final ShotCosts costs;
    private final List<Pin> held;
    private final long seed;

    Variation(ShotPlan best, List<Pin> held, long seed) {
        this.best = best;
        this.costs = best.costs();
        this.held = held;
        this.seed = seed;
    }

    ShotPlan plan() {
        double dearest = best.in(costs) + WORSE_BY_SHOT * best.shots().size();
        double strength = STRONGEST;
        for (int i = 0; i < TRIES; i++) {
            ShotPlan other = ShotPlan.of(costs.with(Term.CHANCE, chance(strength)), held);
            if (other.in(costs) <= dearest) {
                return other;
            }
            strength /= 2;
        }
        return best;
    }

    private StepCosts.Step chance(double strength) {
        List<CutPoint> points = costs.points();
        return (take, step) -> {
            String clip = costs.takes().get(take).clip().path();
            long own = seed * 1_000_003 + clip.hashCode() * 31L + step / STEPS_ALIKE;
            double upOrDown = 2 * new SplittableRandom(own).nextDouble() - 1;
            return strength
                    * upOrDown
                    * (points.get(step + 1).seconds() - points.get(step).seconds());
        };
    }
}
