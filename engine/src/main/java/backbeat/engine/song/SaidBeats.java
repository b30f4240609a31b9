package backbeat.engine.song;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Beat times where somebody knows them: from a sequencer's tempo, from a tempo map, from taps. */
final class SaidBeats {
    /** An interval so much longer than those around it is a hole. */
    private static final double HOLE = 1.7;

    private static final double TAPPED_WITHIN_SECONDS = 0.05;
    private static final double TAP_WEIGHT = 0.6;
    private static final double ONSET_WEIGHT = 0.4;
    private static final double SLOWER = 0.85;
    private static final double FASTER = 1.18;
    private static final double EVEN_TAPS = 0.06;

    private SaidBeats() {}

    static double[] of(Correction.Tempo tempo, double seconds) {
        double interval = 60 / tempo.bpm();
        int count = Math.max(0, (int) Math.ceil((seconds - tempo.at()) / interval));
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = tempo.at() + i * interval;
        }
        return times;
    }

    /** Beats of the map within the song; holes are filled evenly, and after its end the last interval goes on. */
    static double[] of(Correction.TempoMap map, double seconds) {
        double[] said = map.bars().stream()
                .flatMap(bar -> bar.beats().stream())
                .mapToDouble(beat -> beat)
                .filter(beat -> beat < seconds)
                .toArray();
        if (said.length < 2) {
            return said;
        }
        List<Double> times = new ArrayList<>();
        for (int i = 0; i + 1 < said.length; i++) {
            double usual = i == 0 ? said[1] - said[0] : said[i] - said[i - 1];
            double interval = said[i + 1] - said[i];
            int parts = interval > HOLE * usual ? (int) Math.max(1, Math.round(interval / usual)) : 1;
            for (int p = 0; p < parts; p++) {
                times.add(said[i] + interval * p / parts);
            }
        }
        double last = said[said.length - 1];
        double interval = last - said[said.length - 2];
        for (double time = last; time < seconds; time += interval) {
            times.add(time);
        }
        return times.stream().mapToDouble(time -> time).toArray();
    }

    /**
     * The best path at the tapped tempo where onsets count near taps only. Before the first and after the last tap the sound alone leads on from there: who taps eight
     * beats has said level and phase of the whole song.
     */
    static double[] tapped(Correction.Taps taps, SongSpectra spectra) {
        double[] times = taps.times().stream().mapToDouble(time -> time).toArray();
        double[] intervals = new double[times.length - 1];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = times[i + 1] - times[i];
        }
        Arrays.sort(intervals);
        double middle = Math.clamp(intervals[intervals.length / 2], 0.15, 2.5);
        double spread = (intervals[intervals.length * 3 / 4] - intervals[intervals.length / 4]) / middle;
        double bpm = 60 / middle;
        return BarPointer.track(
                        withTaps(spectra.activation, times),
                        SongSpectra.FRAMES_PER_SECOND,
                        bpm * SLOWER,
                        bpm * FASTER,
                        spread < EVEN_TAPS ? 200 : 40)
                .times;
    }

    private static float[] withTaps(float[] activation, double[] taps) {
        float[] result = BeatCandidates.gainsOfOnsets(activation);
        int from = frame(taps[0], result);
        int to = frame(taps[taps.length - 1], result);
        for (int i = from; i <= to; i++) {
            double time = (double) i / SongSpectra.FRAMES_PER_SECOND;
            double off = distance(taps, time) / TAPPED_WITHIN_SECONDS;
            double near = Math.exp(-0.5 * off * off);
            result[i] = (float) (near * (TAP_WEIGHT + ONSET_WEIGHT * activation[i])) - BeatCandidates.LACK;
        }
        return result;
    }

    private static int frame(double time, float[] frames) {
        return Math.clamp(Math.round(time * SongSpectra.FRAMES_PER_SECOND), 0, frames.length - 1);
    }

    private static double distance(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        if (at >= 0) {
            return 0;
        }
        int next = -at - 1;
        double after = next < sorted.length ? sorted[next] - value : Double.MAX_VALUE;
        double before = next > 0 ? value - sorted[next - 1] : Double.MAX_VALUE;
        return Math.min(after, before);
    }
}
