package backbeat.engine.song;

import backbeat.engine.signal.Loudness;
import java.util.Arrays;
import java.util.List;

/** Momentary loudness brought to 0..1 by the song's own soft and loud passages, so that verse and chorus differ in any master. */
final class EnergyCurve {
    static final double STEP_SECONDS = 0.1;
    private static final double LEAST_RANGE_LU = 12;
    private static final double MOST_RANGE_LU = 40;

    private EnergyCurve() {}

    static SongMap.Energy of(Loudness loudness) {
        double[] momentary = loudness.momentary();
        double[] sorted = momentary.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return new SongMap.Energy(STEP_SECONDS, List.of(), List.of());
        }
        double top = sorted[(int) (0.99 * (sorted.length - 1))];
        double soft = sorted[(int) (0.10 * (sorted.length - 1))] - 3;
        double bottom = Math.clamp(soft, top - MOST_RANGE_LU, top - LEAST_RANGE_LU);
        List<Double> values = Arrays.stream(momentary)
                .map(m -> m <= Loudness.SILENCE ? 0 : Math.clamp((m - bottom) / (top - bottom), 0, 1))
                .map(v -> Math.round(v * 1000) / 1000.0)
                .boxed()
                .toList();
        List<Double> levels = Arrays.stream(momentary)
                .map(m -> Math.round(m * 10) / 10.0)
                .boxed()
                .toList();
        return new SongMap.Energy(STEP_SECONDS, values, levels);
    }
}
