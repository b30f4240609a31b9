package backbeat.engine.song;

import java.util.Arrays;

/** The best way through (metre, position in the bar), a Viterbi search: changes of metre are costly, odd metres need good reasons. */
final class BarSearch {
    /** Beats of a bar, in the order of how often they are met. */
    static final int[] METRES = {4, 3, 2, 5, 7};

    private static final int STATES = Arrays.stream(METRES).sum();

    /** What it costs to begin with each metre. */
    private static final double[] START = {0, -2.5, -4, -7, -8};
    /** What each bar of a metre costs: bars of two lie in bars of four. */
    private static final double[] EACH_BAR = {0, 0, -0.3, -1.5, -2.5};

    private static final double METRE_CHANGE = -9;

    /** How far the odds are to be trusted. */
    private final double oddsWeight;

    /** States are the positions of all metres in a row. */
    private final int[] firstState = new int[METRES.length];

    private final int[] metreOf = new int[STATES];

    BarSearch(double oddsWeight) {
        this.oddsWeight = oddsWeight;
        int state = 0;
        for (int m = 0; m < METRES.length; m++) {
            firstState[m] = state;
            for (int p = 0; p < METRES[m]; p++) {
                metreOf[state++] = m;
            }
        }
    }

    /**
     * @param odds log-odds of a downbeat, for each beat
     * @param metres what speaks for each metre, for each beat
     */
    Downbeats bars(double[] odds, double[][] metres) {
        byte[][] cameFrom = new byte[odds.length][STATES];
        double[] score = new double[STATES];
        for (int s = 0; s < STATES; s++) {
            score[s] = START[metreOf[s]] + observed(odds[0], metres[0], s);
        }
        for (int beat = 1; beat < odds.length; beat++) {
            score = next(score, odds[beat], metres[beat], cameFrom[beat]);
        }
        return trace(score, cameFrom, odds);
    }

    private double observed(double odds, double[] metres, int state) {
        int m = metreOf[state];
        return metres[m] + (state == firstState[m] ? oddsWeight * odds + EACH_BAR[m] : 0);
    }

    private double[] next(double[] score, double odds, double[] metres, byte[] cameFrom) {
        double[] next = new double[STATES];
        for (int s = 0; s < STATES; s++) {
            int from = s > firstState[metreOf[s]] ? s - 1 : bestEnd(score, metreOf[s]);
            boolean changes = metreOf[from] != metreOf[s];
            next[s] = score[from] + (changes ? METRE_CHANGE : 0) + observed(odds, metres, s);
            cameFrom[s] = (byte) from;
        }
        return next;
    }

    /** The last beat of a bar after which a bar of a metre begins best. */
    private int bestEnd(double[] score, int metre) {
        int best = firstState[metre] + METRES[metre] - 1;
        double highest = score[best];
        for (int m = 0; m < METRES.length; m++) {
            int last = firstState[m] + METRES[m] - 1;
            if (score[last] + METRE_CHANGE > highest) {
                highest = score[last] + METRE_CHANGE;
                best = last;
            }
        }
        return best;
    }

    private Downbeats trace(double[] score, byte[][] cameFrom, double[] odds) {
        int state = 0;
        for (int s = 1; s < STATES; s++) {
            state = score[s] > score[state] ? s : state;
        }
        double likelihood = score[state] / odds.length;
        int[] position = new int[odds.length];
        int[] metre = new int[odds.length];
        for (int beat = odds.length - 1; beat >= 0; beat--) {
            metre[beat] = METRES[metreOf[state]];
            position[beat] = state - firstState[metreOf[state]];
            state = cameFrom[beat][state];
        }
        return new Downbeats(position, metre, odds, likelihood);
    }
}
