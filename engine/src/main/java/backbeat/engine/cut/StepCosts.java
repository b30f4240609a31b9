package backbeat.engine.cut;

/** What showing a clip costs from one cut point to the next, kept as running sums: the part of a shot is one subtraction however long it is. */
final class StepCosts {
    /** Costs of the step that begins at a cut point, for one clip. */
    interface Step {
        double cost(int take, int step);
    }

    private final double[][] sums;

    private StepCosts(double[][] sums) {
        this.sums = sums;
    }

    static StepCosts of(int takes, int points, Step costs) {
        double[][] sums = new double[takes][points];
        for (int t = 0; t < takes; t++) {
            for (int step = 0; step + 1 < points; step++) {
                sums[t][step + 1] = sums[t][step] + costs.cost(t, step);
            }
        }
        return new StepCosts(sums);
    }

    StepCosts plus(StepCosts other) {
        return of(
                sums.length,
                sums.length == 0 ? 0 : sums[0].length,
                (take, step) -> of(take, step, step + 1) + other.of(take, step, step + 1));
    }

    double of(int take, int from, int to) {
        return sums[take][to] - sums[take][from];
    }
}
