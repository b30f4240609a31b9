package backbeat.app.demo;

import backbeat.app.demo.Score.Note;
import backbeat.app.demo.Score.Part;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** When the band does what, asked at a time of the song: the pictures' view of the score. */
final class Performance {
    private final Score score;
    private final Map<Part, double[]> hits = new EnumMap<>(Part.class);
    private final double[] sungUntil;

    Performance(Score score) {
        this.score = score;
        for (Part part : Part.values()) {
            hits.put(
                    part,
                    score.notes().stream()
                            .filter(note -> note.part() == part)
                            .mapToDouble(note -> score.timeOfBeat(note.beat()))
                            .toArray());
        }
        sungUntil = score.notes().stream()
                .filter(note -> note.part() == Part.SINGER)
                .mapToDouble(note -> score.timeOfBeat(end(note)))
                .toArray();
    }

    private static double end(Note note) {
        return note.beat() + note.beats();
    }

    Score score() {
        return score;
    }

    double[] times(Part part) {
        return hits.getOrDefault(part, new double[0]);
    }

    private static int lastNotAfter(double[] times, double time) {
        int place = Arrays.binarySearch(times, time);
        return place >= 0 ? place : -place - 2;
    }

    /** 1 at a hit, then dying away. */
    double flash(Part part, double time, double perSecond) {
        double[] times = times(part);
        int last = lastNotAfter(times, time);
        return last < 0 ? 0 : Math.exp(-(time - times[last]) * perSecond);
    }

    /** How high the hand is above what it strikes: 0 at each hit, up to 1 between. */
    double lift(Part part, double time) {
        double[] times = times(part);
        int last = lastNotAfter(times, time);
        double since = last < 0 ? 1 : time - times[last];
        double until = last + 1 < times.length ? times[last + 1] - time : 1;
        double rise = Math.min(1, since / 0.16);
        double fall = Math.min(1, until / 0.11);
        return Math.min(rise, Math.sqrt(fall));
    }

    /** 0 with the mouth closed to 1 in the middle of a note. */
    double singing(double time) {
        double[] times = times(Part.SINGER);
        int last = lastNotAfter(times, time);
        if (last < 0 || time > sungUntil[last]) {
            return 0;
        }
        double in = Math.min(1, (time - times[last]) / 0.06);
        return in * Math.min(1, (sungUntil[last] - time) / 0.06) * (0.65 + 0.35 * Math.sin(17 * time + last));
    }
}
