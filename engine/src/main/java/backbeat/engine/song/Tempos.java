package backbeat.engine.song;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Stretches of one tempo. A new one begins where the interval between beats changes by more than 4 % for more than two bars. */
final class Tempos {
    private static final double CHANGE = 0.04;
    private static final int TWO_BARS = 8;

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

    private static SongMap.Tempo stretch(double[] beats, int from, int to, double end, double confidence) {
        Grid grid = Grid.through(beats, from, to);
        boolean constant = true;
        for (int i = from; i <= to; i++) {
            constant &= Math.abs(beats[i] - grid.time(i)) <= Grid.NEAR_SECONDS;
        }
        double bpm = Math.round(60 / grid.interval() * 1000) / 1000.0;
        return new SongMap.Tempo(beats[from], end, bpm, constant, Math.round(confidence * 100) / 100.0);
    }
}
