package backbeat.engine.take;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One of the clocks of one camera, with what it showed for each clip.
 *
 * @param doubt why it does not tell when clips were taken; null when it may
 */
record CameraClock(
        String camera,
        ClockKind kind,
        Map<String, Reading> readings,
        @Nullable Doubt doubt) {
    /** In what way a clock shows that it is none. */
    enum Doubt {
        /** Two clips of one camera at the same time. */
        OVERLAPPING,
        /** Each clip begins where the one before ended. */
        COUNTS_RECORDING_ONLY
    }

    private static final double DAY = 86_400;
    private static final double OVERLAP_SECONDS = 2.5;
    private static final double CONTIGUOUS_SECONDS = 0.1;

    /** One camera has one clock of a kind. */
    @Override
    public int hashCode() {
        return 31 * camera.hashCode() + kind.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof CameraClock clock && kind == clock.kind && camera.equals(clock.camera));
    }

    double difference(CameraClock other, double seconds) {
        return kind.wrapsDaily() || other.kind.wrapsDaily() ? withinADay(seconds) : seconds;
    }

    static double withinADay(double seconds) {
        return seconds - DAY * Math.rint(seconds / DAY);
    }

    /** Clocks of all cameras. A reading that several clips share to the last step was written by a copy or a setting, not by a clock. */
    static List<CameraClock> of(List<Roll> rolls) {
        Map<String, Map<ClockKind, Map<String, Reading>>> byCamera = new TreeMap<>();
        Map<String, Double> lengths = new HashMap<>();
        Map<ClockKind, Map<Double, Integer>> uses = new EnumMap<>(ClockKind.class);
        for (Roll roll : rolls) {
            lengths.put(roll.path(), roll.seconds());
            ClockReader.readings(roll.clip()).forEach((kind, reading) -> {
                byCamera.computeIfAbsent(roll.camera(), camera -> new EnumMap<>(ClockKind.class))
                        .computeIfAbsent(kind, of -> new TreeMap<>())
                        .put(roll.path(), reading);
                uses.computeIfAbsent(kind, of -> new HashMap<>()).merge(reading.seconds(), 1, Integer::sum);
            });
        }
        List<CameraClock> clocks = new ArrayList<>();
        byCamera.forEach((camera, kinds) -> kinds.forEach((kind, readings) -> {
            Map<Double, Integer> seen = uses.getOrDefault(kind, Map.of());
            readings.values().removeIf(reading -> seen.getOrDefault(reading.seconds(), 0) > 1);
            if (!readings.isEmpty()) {
                clocks.add(new CameraClock(camera, kind, readings, doubt(kind, readings, lengths)));
            }
        }));
        return clocks;
    }

    private static @Nullable Doubt doubt(ClockKind kind, Map<String, Reading> readings, Map<String, Double> lengths) {
        List<Map.Entry<String, Reading>> inOrder = readings.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> entry.getValue().seconds()))
                .toList();
        int contiguous = 0;
        for (int i = 1; i < inOrder.size(); i++) {
            Map.Entry<String, Reading> before = inOrder.get(i - 1);
            double end = before.getValue().seconds() + lengths.getOrDefault(before.getKey(), 0.0);
            double gap = inOrder.get(i).getValue().seconds() - end;
            if (gap < -OVERLAP_SECONDS) {
                return Doubt.OVERLAPPING;
            }
            contiguous += kind.wrapsDaily() && Math.abs(gap) < CONTIGUOUS_SECONDS ? 1 : 0;
        }
        return contiguous > 0 && 2 * contiguous >= inOrder.size() - 1 ? Doubt.COUNTS_RECORDING_ONLY : null;
    }
}
