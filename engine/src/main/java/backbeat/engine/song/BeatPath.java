package backbeat.engine.song;

import java.util.Arrays;

/** A hypothesis: beat times in rising order, and how well the tracker liked them. */
final class BeatPath {
    private static final double SAME_SECONDS = 0.035;
    private static final double SAME_SHARE = 0.9;

    final double[] times;
    final double score;

    BeatPath(double[] times, double score) {
        this.times = times;
        this.score = score;
    }

    double bpm() {
        double[] intervals = new double[Math.max(1, times.length - 1)];
        intervals[0] = 0.5;
        for (int i = 0; i + 1 < times.length; i++) {
            intervals[i] = times[i + 1] - times[i];
        }
        Arrays.sort(intervals);
        return 60 / intervals[intervals.length / 2];
    }

    /** The time at a part of the way from a beat to the next; beyond the ends the outer intervals go on. */
    double between(int beat, double part) {
        int last = times.length - 1;
        int from = Math.clamp(beat, 0, last - 1);
        double interval = times[from + 1] - times[from];
        return times[from] + (beat - from + part) * interval;
    }

    /** The same beats half an interval later. */
    BeatPath shiftedByHalf() {
        double[] shifted = new double[times.length];
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = between(i, 0.5);
        }
        return new BeatPath(shifted, score);
    }

    boolean sameAs(BeatPath other) {
        if (Math.abs(Math.log(bpm() / other.bpm())) > 0.04) {
            return false;
        }
        int hits = 0;
        for (double time : times) {
            int at = Arrays.binarySearch(other.times, time);
            int next = at >= 0 ? at : -at - 1;
            boolean near = (next < other.times.length && other.times[next] - time < SAME_SECONDS)
                    || (next > 0 && time - other.times[next - 1] < SAME_SECONDS);
            hits += near ? 1 : 0;
        }
        return hits > SAME_SHARE * Math.max(times.length, other.times.length);
    }
}
