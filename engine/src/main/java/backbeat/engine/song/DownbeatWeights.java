package backbeat.engine.song;

/** How much each value of each beat from two before to three after speaks for a downbeat. */
final class DownbeatWeights {
    static final double BIAS = -1.3;

    /**
     * Rows: beats -2 .. +3. Columns: change of chroma over one beat and over two, of bass over one and two, onsets from the lowest band to the highest, rise of the
     * three lowest bands, change of timbre.
     */
    private static final double[][] WEIGHTS = {
        {-0.10, -0.15, -0.10, -0.20, 0.10, 0, 0, 0, 0, 0.05, 0, 0, -0.05},
        {-0.10, 0, -0.10, 0, -0.20, 0, 0.10, 0.15, 0.05, -0.15, 0, 0.05, 0.05},
        {0.30, 0.60, 0.40, 0.65, 0.35, 0.15, -0.05, -0.15, 0.05, 0.30, 0.10, 0, 0.35},
        {-0.10, 0, -0.10, 0, -0.20, 0, 0.10, 0.15, 0.05, -0.15, 0, 0.05, 0.05},
        {-0.10, -0.20, -0.10, -0.25, 0.10, 0, 0, 0, 0, 0.05, 0, 0, -0.10},
        {-0.10, -0.05, -0.10, -0.05, -0.15, 0, 0.10, 0.10, 0, -0.10, 0, 0, 0},
    };

    private DownbeatWeights() {}

    static double of(int around, int value) {
        return WEIGHTS[around][value];
    }
}
