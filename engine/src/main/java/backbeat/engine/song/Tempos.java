package backbeat.engine.song;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stretches of one tempo. A new one begins where the interval between beats changes by more than 4 % for more than two bars. */
final class Tempos {
    private static final double CHANGE = 0.04;
    private static final int TWO_BARS = 8;
    private static final double CONSTANT_SECONDS = 0.015;

    private Tempos() {}

    static List<SongMap.Tempo> of(double[] beats, double duration, double confidence) {
        List<SongMap.Tempo> tempos = new ArrayList<>();
        int first = 0;
        for (int i = TWO_BARS; i + TWO_BARS < beats.length; i++) {
            if (i - first >= TWO_BARS && changesFor(beats, first, i)) {
                tempos.add(stretch(beats, first, i, beats[i], confidence));
                first = i;
            }
        }
        tempos.add(stretch(beats, first, beats.length - 1, duration, confidence));
        return tempos;
    }

    private static boolean changesFor(double[] beats, int first, int from) {
        double before = median(beats, first, from);
        double after = median(beats, from, from + TWO_BARS);
        double next = beats[from + 1] - beats[from];
        return Math.abs(after / before - 1) > CHANGE && Math.abs(next / before - 1) > CHANGE;
    }

    private static double median(double[] beats, int from, int to) {
        double[] intervals = new double[to - from];
        for (int i = from; i < to; i++) {
            intervals[i - from] = beats[i + 1] - beats[i];
        }
        Arrays.sort(intervals);
        return intervals[intervals.length / 2];
    }

    /** Tempo by least squares over the beats of the stretch: one grid that fits them best. */
    private static SongMap.Tempo stretch(double[] beats, int from, int to, double end, double confidence) {
        int count = to - from + 1;
        double meanIndex = (count - 1) / 2.0;
        double meanTime = Arrays.stream(beats, from, to + 1).average().orElse(0);
        double above = 0;
        double below = 1e-12;
        for (int i = 0; i < count; i++) {
            above += (i - meanIndex) * (beats[from + i] - meanTime);
            below += (i - meanIndex) * (i - meanIndex);
        }
        double interval = above / below;
        boolean constant = true;
        for (int i = 0; i < count; i++) {
            double grid = meanTime + (i - meanIndex) * interval;
            constant &= Math.abs(beats[from + i] - grid) <= CONSTANT_SECONDS;
        }
        return new SongMap.Tempo(beats[from], end, Math.round(60 / interval * 1000) / 1000.0, constant, confidence);
    }
}
