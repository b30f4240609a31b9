package backbeat.engine.looks;

import backbeat.engine.looks.Course.Stretch;
import java.util.ArrayList;
import java.util.List;

/** Finds where a sound stands at its limit: several samples of a channel in a row at full scale, as no music is that was not cut off there. */
final class ClippedSound {
    /** Encoders blur the limit a little. */
    private static final float LIMIT = 0.99f;

    private static final int IN_A_ROW = 3;
    private static final int LEAST_RUNS = 3;
    private static final double WINDOW_SECONDS = 0.2;
    private static final int DECIMALS = 1000;

    private final int channels;
    private final int rate;
    private final int[] row;
    private final List<Stretch> stretches = new ArrayList<>();
    private long sample;
    private long window;
    private int runs;

    ClippedSound(int sampleRate, int channels) {
        this.rate = sampleRate;
        this.channels = channels;
        this.row = new int[channels];
    }

    /** @param block samples of all channels in turn, of whole instants */
    void hear(float[] block, int count) {
        for (int i = 0; i < count; i++) {
            int channel = i % channels;
            row[channel] = Math.abs(block[i]) >= LIMIT ? row[channel] + 1 : 0;
            runs += row[channel] == IN_A_ROW ? 1 : 0;
            if (channel == channels - 1) {
                sample++;
                if (sample - window >= WINDOW_SECONDS * rate) {
                    endWindow();
                }
            }
        }
    }

    private void endWindow() {
        if (runs >= LEAST_RUNS) {
            add(seconds(window), seconds(sample));
        }
        window = sample;
        runs = 0;
    }

    private double seconds(long samples) {
        return (double) Math.round((double) samples * DECIMALS / rate) / DECIMALS;
    }

    private void add(double start, double end) {
        boolean goesOn = !stretches.isEmpty() && start - stretches.getLast().end() < 3 * WINDOW_SECONDS;
        stretches.add(new Stretch(goesOn ? stretches.removeLast().start() : start, end));
    }

    List<Stretch> stretches() {
        endWindow();
        return List.copyOf(stretches);
    }
}
