package backbeat.engine.song;

/**
 * Which beats of a path begin a bar and what metre they stand in, by a {@link TemporalNetwork} of our own that hears the rows of {@link BarFrames}. Trained by {@code bench/song_training/train_bars.py} on right and wrong paths through music made by
 * rules.
 */
final class BarNetwork {
    private static final int LAYERS = 5;
    private static final int DOWNBEAT = 0;
    /** The output between, whether a beat is one of the music at all, only helps in training. */
    private static final int FIRST_METRE = 2;
    /** No single beat shall decide alone. */
    private static final double SUREST = 8;
    /** The network says of each beat what holds for whole bars. */
    private static final double METRE_WEIGHT = 0.1;

    private static final BarSearch SEARCH = new BarSearch(1);

    private BarNetwork() {}

    private static final class Loaded {
        static final TemporalNetwork NETWORK = new TemporalNetwork("bar-network.txt", LAYERS);
    }

    /** @param guess which is heard as much as the network: they are wrong about different pieces */
    static Downbeats bars(SongSpectra spectra, BeatPath path, Downbeats guess) {
        float[] heads = Loaded.NETWORK.hear(BarFrames.of(spectra, path));
        int outputs = Loaded.NETWORK.outputs();
        int beats = path.times.length;
        double[] odds = new double[beats];
        double[][] metres = new double[beats][];
        for (int i = 0; i < beats; i++) {
            odds[i] = (Math.clamp(heads[i * outputs + DOWNBEAT], -SUREST, SUREST) + guess.odds[i]) / 2;
            metres[i] = metres(heads, i * outputs + FIRST_METRE);
        }
        return SEARCH.bars(odds, metres);
    }

    /** Logarithms of the chances of the metres, weighed. */
    private static double[] metres(float[] heads, int from) {
        double[] metres = new double[BarSearch.METRES.length];
        double sum = 0;
        for (int m = 0; m < metres.length; m++) {
            sum += Math.exp(heads[from + m]);
        }
        for (int m = 0; m < metres.length; m++) {
            metres[m] = METRE_WEIGHT * (heads[from + m] - Math.log(sum));
        }
        return metres;
    }
}
