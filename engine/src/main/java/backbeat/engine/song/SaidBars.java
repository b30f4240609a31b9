package backbeat.engine.song;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bars that begin where somebody said, and elsewhere where the sound speaks for it.
 *
 * <p>A Viterbi search over (metre, position in the bar) as in {@link Downbeats}, with what was said as hard limits. A bar that is too short stands only where said
 * bars leave no other way, so that one answer to "is this the one?" moves all bars of the song.
 */
final class SaidBars {
    private static final double SURE = 0.95;
    private static final double ODDS_WEIGHT = 1;
    private static final double OTHER_METRE = -200;
    private static final double HEARD_CHANGE = -9;
    private static final double LAST_RESORT = -2000;
    private static final double NEVER = -1e12;
    private static final int NEAR_A_CHANGE = 4;

    private final double[] times;
    private final Downbeats heard;
    private final boolean[] one;
    private final String[] metreNames;
    private final int[] metres;
    private final int[] firstState;
    private final int states;

    private SaidBars(double[] times, Downbeats heard, Corrections said) {
        this.times = times;
        this.heard = heard;
        one = new boolean[times.length];
        metreNames = new String[times.length];
        Arrays.fill(metreNames, "");
        said.all().forEach(this::note);
        metres = IntStream.concat(
                        IntStream.concat(IntStream.of(4, 3, 2), Arrays.stream(heard.metre)),
                        Arrays.stream(metreNames).filter(n -> !n.isEmpty()).mapToInt(Metres::beats))
                .distinct()
                .toArray();
        firstState = new int[metres.length];
        int count = 0;
        for (int m = 0; m < metres.length; m++) {
            firstState[m] = count;
            count += metres[m];
        }
        states = count;
    }

    static SaidBars of(double[] times, Downbeats heard, Corrections said) {
        return new SaidBars(times, heard, said);
    }

    private void note(Correction said) {
        switch (said) {
            case Correction.Downbeat downbeat -> one[nearest(downbeat.at())] = true;
            case Correction.Metre metre -> {
                int from = nearest(metre.at());
                one[from] = true;
                Arrays.fill(metreNames, from, metreNames.length, metre.metre());
            }
            case Correction.Tempo tempo -> one[nearest(tempo.at())] = true;
            case Correction.TempoMap map -> note(map.bars());
            default -> {}
        }
    }

    private void note(List<Correction.SaidBar> bars) {
        double end = times.length == 0 ? 0 : times[times.length - 1];
        for (Correction.SaidBar bar : bars) {
            double start = bar.beats().getFirst();
            if (start <= end) {
                int from = nearest(start);
                one[from] = true;
                int to = nearest(bar.beats().getLast());
                Arrays.fill(metreNames, from, to + 1, bar.metre());
            }
        }
    }

    private int nearest(double time) {
        int at = Arrays.binarySearch(times, time);
        if (at >= 0) {
            return at;
        }
        int next = -at - 1;
        if (next == times.length) {
            return times.length - 1;
        }
        return next > 0 && time - times[next - 1] < times[next] - time ? next - 1 : next;
    }

    boolean sayNothing() {
        return IntStream.range(0, one.length).noneMatch(i -> one[i]);
    }

    /** Bars that begin where somebody said are as sure as can be, and bars whose metre was said bear its name: 2/4 and 6/8 count alike. */
    void nameMetres(Bars bars, double[] beatTimes) {
        if (!sayNothing()) {
            bars.bars.replaceAll(bar -> {
                String name = metreNames[Math.max(0, Arrays.binarySearch(beatTimes, bar.start()))];
                return new SongMap.Bar(
                        bar.index(),
                        bar.start(),
                        bar.end(),
                        name.isEmpty() ? bar.metre() : name,
                        bar.beats(),
                        SURE,
                        bar.chord());
            });
        }
    }

    Downbeats bars() {
        int beats = times.length;
        short[][] from = new short[beats][states];
        double[] score = new double[states];
        for (int s = 0; s < states; s++) {
            score[s] = allowed(0, s) ? observed(0, s) : NEVER;
        }
        for (int beat = 1; beat < beats; beat++) {
            score = next(score, beat, from[beat]);
        }
        return trace(score, from);
    }

    private double[] next(double[] score, int beat, short[] from) {
        double[] next = new double[states];
        for (int m = 0; m < metres.length; m++) {
            for (int p = 0; p < metres[m]; p++) {
                int s = firstState[m] + p;
                if (p > 0) {
                    next[s] = score[s - 1];
                    from[s] = (short) (s - 1);
                } else {
                    begin(score, next, from, beat, m);
                }
                next[s] += allowed(beat, s) ? observed(beat, s) : NEVER;
            }
        }
        return next;
    }

    /** A bar begins after whole bars; after one that was cut short only where somebody said so. */
    private void begin(double[] score, double[] next, short[] from, int beat, int metre) {
        int s = firstState[metre];
        next[s] = Double.NEGATIVE_INFINITY;
        for (int m = 0; m < metres.length; m++) {
            int last = firstState[m] + metres[m] - 1;
            for (int state = one[beat] ? firstState[m] : last; state <= last; state++) {
                double cost = (state < last ? LAST_RESORT : 0) + (m == metre ? 0 : change(beat));
                if (score[state] + cost > next[s]) {
                    next[s] = score[state] + cost;
                    from[s] = (short) state;
                }
            }
        }
    }

    private double change(int beat) {
        if (!metreNames[beat].equals(metreNames[beat - 1])) {
            return 0;
        }
        int to = Math.min(times.length - 1, beat + NEAR_A_CHANGE);
        for (int i = Math.max(1, beat - NEAR_A_CHANGE); i <= to; i++) {
            if (heard.metre[i] != heard.metre[i - 1]) {
                return HEARD_CHANGE;
            }
        }
        return LAST_RESORT;
    }

    private boolean allowed(int beat, int state) {
        int m = metreOf(state);
        boolean begins = state == firstState[m];
        boolean saidMetre = metreNames[beat].isEmpty() || Metres.beats(metreNames[beat]) == metres[m];
        return saidMetre && (begins || !one[beat]);
    }

    private double observed(int beat, int state) {
        int m = metreOf(state);
        if (state != firstState[m]) {
            return 0;
        }
        boolean asHeard = metres[m] == heard.metre[beat] || !metreNames[beat].isEmpty();
        return ODDS_WEIGHT * heard.odds[beat] + (asHeard ? 0 : OTHER_METRE);
    }

    private int metreOf(int state) {
        int m = metres.length - 1;
        while (firstState[m] > state) {
            m--;
        }
        return m;
    }

    private Downbeats trace(double[] score, short[][] from) {
        int state = 0;
        for (int s = 1; s < states; s++) {
            state = score[s] > score[state] ? s : state;
        }
        int[] position = new int[times.length];
        int[] metre = new int[times.length];
        for (int beat = times.length - 1; beat >= 0; beat--) {
            int m = metreOf(state);
            metre[beat] = metres[m];
            position[beat] = state - firstState[m];
            state = from[beat][state];
        }
        return new Downbeats(position, metre, heard.odds, heard.likelihood);
    }
}
