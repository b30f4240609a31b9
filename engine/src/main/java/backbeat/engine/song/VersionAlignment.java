package backbeat.engine.song;

import backbeat.engine.derive.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of one recording of a song is which stretch of another: a new mix, a radio edit, a version at another speed.
 *
 * <p>Both are described every {@value #STEP} seconds by harmony and timbre, centred on their own mean so that another mix does not matter. A Viterbi search over the
 * offset between them then follows the new recording: to stay on one offset is free, to jump (a cut) costs some seconds of good match, and where nothing of the old
 * recording fits, the new one is on its own. The offset of each stretch is refined on the onsets, in windows, so that a stretch knows its speed as well.
 */
final class VersionAlignment {
    static final double STEP = 0.25;
    private static final double WORTH = 0.62;
    private static final double JUMP = 3;
    private static final double ALONE = 0;
    private static final int SMOOTH = 4;
    private static final double SHORTEST_SECONDS = 3;
    private static final double WINDOW_SECONDS = 12;
    private static final double REACH_SECONDS = 0.3;

    /**
     * A stretch that both have.
     *
     * @param from seconds of the new recording
     * @param to seconds of the new recording
     * @param oldAtZero old time of the new recording's zero, going on in this way
     * @param speed old seconds for each new one
     */
    record Stretch(double from, double to, double oldAtZero, double speed) {
        double oldTime(double newTime) {
            return oldAtZero + speed * newTime;
        }

        boolean goesOnWith(Stretch next) {
            return next.from - to < 2 && Math.abs(oldTime(next.from) - next.oldTime(next.from)) < 0.03;
        }

        double newTime(double oldTime) {
            return (oldTime - oldAtZero) / speed;
        }
    }

    private final SongSpectra before;
    private final SongSpectra after;
    private final double speed;
    private final float[][] similarity;
    private final int shift;
    private double score;

    private VersionAlignment(SongSpectra before, SongSpectra after, double speed, int semitones) {
        this.before = before;
        this.after = after;
        this.speed = speed;
        similarity = similarity(features(after, STEP, 0), features(before, STEP * speed, semitones));
        shift = similarity.length;
    }

    /** @param speeds old seconds for a new one that are worth a try */
    static List<Stretch> of(SongSpectra before, SongSpectra after, List<Double> speeds, Work work) {
        List<Stretch> best = List.of();
        double most = 0;
        for (double speed : speeds) {
            // A tape that runs faster sounds higher; a stretched sound does not.
            int higher = (int) Math.round(12 * Math.log(speed) / Math.log(2));
            for (int semitones : higher == 0 ? new int[] {0} : new int[] {0, higher}) {
                work.progress(0.5, "comparing the two recordings");
                VersionAlignment alignment = new VersionAlignment(before, after, speed, semitones);
                List<Stretch> stretches = alignment.stretches();
                if (alignment.score > most) {
                    most = alignment.score;
                    best = stretches;
                }
            }
        }
        return best;
    }

    private static float[][] features(SongSpectra spectra, double step, int semitones) {
        int count = Math.max(1, (int) (spectra.seconds / step));
        float[][] rows = new float[count][];
        int timbre = spectra.timbre.width();
        double[] mean = spectra.timbre.mean(0, spectra.seconds);
        for (int i = 0; i < count; i++) {
            float[] row = new float[24 + timbre];
            put(row, 0, turned(spectra.chroma.mean(i * step, (i + 1) * step), semitones), 0.55, null);
            put(row, 12, turned(spectra.bass.mean(i * step, (i + 1) * step), semitones), 0.35, null);
            put(row, 24, spectra.timbre.mean(i * step, (i + 1) * step), 0.1, mean);
            rows[i] = row;
        }
        return rows;
    }

    private static double[] turned(double[] notes, int semitones) {
        double[] result = new double[notes.length];
        for (int i = 0; i < notes.length; i++) {
            result[Math.floorMod(i + semitones, notes.length)] = notes[i];
        }
        return result;
    }

    /** Unit vectors, each with its weight, so that one product of rows is the weighted sum of cosines. */
    private static void put(float[] row, int at, double[] values, double weight, double @Nullable [] centre) {
        double mean = Arrays.stream(values).average().orElse(0);
        double power = 1e-9;
        for (int i = 0; i < values.length; i++) {
            values[i] -= centre == null ? mean : centre[i];
            power += values[i] * values[i];
        }
        double scale = Math.sqrt(weight / power);
        for (int i = 0; i < values.length; i++) {
            row[at + i] = (float) (scale * values[i]);
        }
    }

    private static float[][] similarity(float[][] rows, float[][] columns) {
        float[][] raw = new float[rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                float sum = 0;
                for (int k = 0; k < rows[i].length; k++) {
                    sum += rows[i][k] * columns[j][k];
                }
                raw[i][j] = sum;
            }
        }
        return raw;
    }

    /** Mean along the diagonal: one chord alone says little. */
    private float smooth(int row, int column) {
        float sum = 0;
        int count = 0;
        for (int k = -SMOOTH; k <= SMOOTH; k++) {
            int i = row + k;
            int j = column + k;
            if (i >= 0 && j >= 0 && i < similarity.length && j < similarity[0].length) {
                sum += similarity[i][j];
                count++;
            }
        }
        return sum / count;
    }

    private List<Stretch> stretches() {
        int[] offsets = search();
        List<Stretch> result = new ArrayList<>();
        for (int from = 0; from < offsets.length; ) {
            int to = from + 1;
            while (to < offsets.length && offsets[to] == offsets[from]) {
                to++;
            }
            if (offsets[from] != Integer.MIN_VALUE && (to - from) * STEP >= SHORTEST_SECONDS) {
                result.add(refined(from * STEP, to * STEP, offsets[from] * STEP * speed));
            }
            from = to;
        }
        return joined(result);
    }

    /** Offset in steps of the old recording against the new one, for each step of the new one. */
    private int[] search() {
        int rows = similarity.length;
        int columns = similarity[0].length;
        int states = rows + columns;
        float[] value = new float[states];
        float alone = 0;
        BitSet[] jumped = new BitSet[rows];
        int[] bestBefore = new int[rows];
        boolean[] aloneFromMatch = new boolean[rows];
        int bestState = -1;
        float best = Float.NEGATIVE_INFINITY;
        Arrays.fill(value, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < rows; i++) {
            jumped[i] = new BitSet(states);
            bestBefore[i] = best > alone || i == 0 ? bestState : -1;
            float entry = i == 0 ? 0 : Math.max(best, alone) - (float) JUMP;
            float nextAlone = Math.max(alone, best - (float) JUMP) + (float) ALONE;
            aloneFromMatch[i] = best - (float) JUMP > alone;
            bestState = -1;
            best = Float.NEGATIVE_INFINITY;
            for (int j = 0; j < columns; j++) {
                int state = j - i + shift;
                if (entry > value[state]) {
                    value[state] = entry;
                    jumped[i].set(state);
                }
                value[state] += (float) (2.5 * (smooth(i, j) - WORTH));
                if (value[state] > best) {
                    best = value[state];
                    bestState = state;
                }
            }
            int left = -i + shift - 1;
            if (left >= 0 && left < states) {
                value[left] = Float.NEGATIVE_INFINITY;
            }
            int right = columns - i + shift;
            if (right >= 0 && right < states) {
                value[right] = Float.NEGATIVE_INFINITY;
            }
            alone = nextAlone;
        }
        score = Math.max(best, alone);
        return trace(best > alone ? bestState : -1, jumped, bestBefore, aloneFromMatch);
    }

    private int[] trace(int last, BitSet[] jumped, int[] bestBefore, boolean[] aloneFromMatch) {
        int[] offsets = new int[similarity.length];
        int state = last;
        for (int i = offsets.length - 1; i >= 0; i--) {
            offsets[i] = state < 0 ? Integer.MIN_VALUE : state - shift;
            if (state >= 0 && jumped[i].get(state)) {
                state = bestBefore[i];
            } else if (state < 0 && aloneFromMatch[i]) {
                state = bestBefore[i];
            }
        }
        return offsets;
    }

    private Stretch refined(double from, double to, double offset) {
        int windows = Math.max(1, (int) Math.round((to - from) / WINDOW_SECONDS));
        double length = (to - from) / windows;
        double[] shifts = new double[windows];
        for (int w = 0; w < windows; w++) {
            shifts[w] = offset(from + w * length, from + (w + 1) * length, offset) - offset;
        }
        double slope = windows < 3 ? 0 : slope(shifts, length);
        double[] levelled = new double[windows];
        for (int w = 0; w < windows; w++) {
            levelled[w] = shifts[w] - slope * (from + (w + 0.5) * length);
        }
        Arrays.sort(levelled);
        return new Stretch(from, to, offset + levelled[windows / 2], speed + slope);
    }

    /** Median of the slopes between all pairs of windows. */
    private static double slope(double[] values, double step) {
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                slopes.add((values[j] - values[i]) / ((j - i) * step));
            }
        }
        slopes.sort(null);
        double slope = slopes.get(slopes.size() / 2);
        return Math.abs(slope) * step * values.length < 0.008 ? 0 : slope;
    }

    private double offset(double from, double to, double offset) {
        double coarse = best(
                after.activation, before.activation, SongSpectra.FRAMES_PER_SECOND, from, to, offset, REACH_SECONDS);
        return best(after.fine, before.fine, 1 / after.finePeriod(), from, to, coarse, 0.015);
    }

    /** The offset near a first one at which the onsets of both meet best. */
    private double best(float[] ours, float[] theirs, double rate, double from, double to, double first, double reach) {
        double best = first;
        double most = 0;
        int steps = (int) Math.ceil(reach * rate);
        for (int step = -steps; step <= steps; step++) {
            double offset = first + step / rate;
            double sum = 0;
            int end = (int) Math.min(ours.length, to * rate);
            for (int i = (int) (from * rate); i < end; i++) {
                double at = (offset + speed * i / rate) * rate;
                int j = (int) Math.floor(at);
                if (j >= 0 && j + 1 < theirs.length) {
                    double part = at - j;
                    sum += ours[i] * ((1 - part) * theirs[j] + part * theirs[j + 1]);
                }
            }
            // A hair's breadth for the nearer one: silence must not pull.
            double worth = sum * (1 - 1e-6 * Math.abs(step));
            if (worth > most) {
                most = worth;
                best = offset;
            }
        }
        return best;
    }

    /** Neighbours that lie on one line are one stretch. */
    private static List<Stretch> joined(List<Stretch> stretches) {
        List<Stretch> result = new ArrayList<>();
        for (Stretch next : stretches) {
            Stretch last = result.isEmpty() ? null : result.getLast();
            if (last != null && last.goesOnWith(next)) {
                Stretch longer = next.to() - next.from() > last.to() - last.from() ? next : last;
                result.set(result.size() - 1, new Stretch(last.from(), next.to(), longer.oldAtZero(), longer.speed()));
            } else {
                result.add(next);
            }
        }
        return result;
    }
}
