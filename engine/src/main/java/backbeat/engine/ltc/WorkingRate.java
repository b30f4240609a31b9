package backbeat.engine.ltc;

import java.util.function.DoubleConsumer;

/**
 * Brings any sample rate to one between 32 and 64 kHz: low ones by a whole factor with a windowed sinc, so that edges lie between samples as exactly as the sound
 * holds them; high ones by the mean of a few samples, which is smoothing that would follow anyway.
 */
final class WorkingRate {
    private static final int LEAST = 32_000;
    private static final int REACH = 8;

    private final int up;
    private final int down;
    private final double sampleRate;
    private final double[][] phases;
    private final double[] recent = new double[2 * REACH];
    private int next;
    private int gathered;
    private double sum;

    WorkingRate(int sampleRate) {
        if (sampleRate < 1) {
            throw new IllegalArgumentException("no sample rate: " + sampleRate);
        }
        this.sampleRate = sampleRate;
        up = Math.ceilDiv(LEAST, Math.min(sampleRate, LEAST));
        down = Math.max(1, sampleRate / LEAST);
        phases = new double[up][];
        for (int p = 0; p < up; p++) {
            phases[p] = phase((double) p / up);
        }
    }

    /** Weights of the last sixteen samples for a value so far after the middle one. */
    private static double[] phase(double after) {
        double[] weights = new double[2 * REACH];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            double x = i - (REACH - 1) - after;
            double sinc = x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
            double window = 0.5 + 0.5 * Math.cos(Math.PI * x / (REACH + 1));
            weights[i] = sinc * window;
            total += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= total;
        }
        return weights;
    }

    double secondsPerSample() {
        return down / (up * sampleRate);
    }

    /**
     * Working samples that came out before the sample at time 0 does; below zero when the first one stands for a later time. A mean of several stands for their
     * middle.
     */
    double delay() {
        return up > 1 ? (double) REACH * up : -(down - 1) / (2.0 * down);
    }

    void take(double sample, DoubleConsumer out) {
        if (up == 1) {
            sum += sample;
            if (++gathered == down) {
                out.accept(sum / down);
                sum = 0;
                gathered = 0;
            }
            return;
        }
        recent[next] = sample;
        next = (next + 1) % recent.length;
        for (double[] weights : phases) {
            double value = 0;
            for (int i = 0; i < weights.length; i++) {
                value += weights[i] * recent[(next + i) % weights.length];
            }
            out.accept(value);
        }
    }

    /** Lets out what the window still holds. */
    void end(DoubleConsumer out) {
        for (int i = 0; up > 1 && i < REACH; i++) {
            take(0, out);
        }
    }
}
