package backbeat.engine.song;

/**
 * How likely a beat and a downbeat are at each moment, by a small {@link TemporalNetwork} of our own: {@value #LAYERS} layers, the last one of which hears twenty seconds to both
 * sides. It was trained on music made by rules for this purpose and nothing else; {@code bench/song_training} makes the music and trains again. The weights lie
 * beside this class.
 */
final class BeatNetwork {
    private static final int LAYERS = 9;

    private BeatNetwork() {}

    private static final class Loaded {
        static final TemporalNetwork NETWORK = new TemporalNetwork("beat-network.txt", LAYERS);
    }

    /** Chances of a beat and of a downbeat for each row. */
    static BeatChances listen(float[][] rows) {
        float[] heads = Loaded.NETWORK.hear(rows);
        float[] beats = new float[rows.length];
        float[] downbeats = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            beats[i] = sigmoid(heads[2 * i]);
            downbeats[i] = sigmoid(heads[2 * i + 1]);
        }
        return new BeatChances(beats, downbeats);
    }

    private static float sigmoid(float x) {
        return (float) (1 / (1 + Math.exp(-x)));
    }
}
