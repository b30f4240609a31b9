package backbeat.engine.song;

/** The one even grid that beats lie on, if they do: music made to a click. */
final class Grid {
    static final double NEAR_SECONDS = 0.015;
    private static final double MOST = 0.9;

    private final double start;
    private final double interval;

    private Grid(double start, double interval) {
        this.start = start;
        this.interval = interval;
    }

    /** The line through the beats from one to another, by least squares. */
    static Grid through(double[] beats, int from, int to) {
        int count = to - from + 1;
        double meanTime = 0;
        for (int i = from; i <= to; i++) {
            meanTime += beats[i] / count;
        }
        double meanIndex = (count - 1) / 2.0;
        double above = 0;
        double below = 1e-12;
        for (int i = 0; i < count; i++) {
            above += (i - meanIndex) * (beats[from + i] - meanTime);
            below += (i - meanIndex) * (i - meanIndex);
        }
        double interval = above / below;
        return new Grid(meanTime - (from + meanIndex) * interval, interval);
    }

    double interval() {
        return interval;
    }

    double time(int beat) {
        return start + beat * interval;
    }

    boolean isNear(double time, int beat) {
        return Math.abs(time - time(beat)) <= NEAR_SECONDS;
    }

    /** Where nine of ten beats lie on one grid, the others are put there too: they had no onset of their own, or a wrong one. */
    static double[] settled(double[] beats) {
        Grid grid = through(beats, 0, beats.length - 1);
        int near = 0;
        for (int i = 0; i < beats.length; i++) {
            near += grid.isNear(beats[i], i) ? 1 : 0;
        }
        if (near < MOST * beats.length) {
            return beats;
        }
        double[] result = beats.clone();
        for (int i = 0; i < beats.length; i++) {
            result[i] = grid.isNear(beats[i], i) ? beats[i] : Math.max(0, grid.time(i));
        }
        return result;
    }
}
