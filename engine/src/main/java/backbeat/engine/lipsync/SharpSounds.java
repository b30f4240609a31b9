package backbeat.engine.lipsync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds clicks, claps and beeps: sound that rises far above all that was heard in the sixth of a second before, within a hundredth of a second, and is gone soon after.
 * The first difference of the samples is looked at, in which rumble and most of music are faint and edges are not.
 */
final class SharpSounds {
    static final int RATE = 16_000;
    private static final int FRAME = 32;
    static final double FRAME_SECONDS = (double) FRAME / RATE;
    private static final int LENGTH = 5;
    private static final int BEFORE = 80;
    private static final int RISING = 6;
    private static final int APART = 30;
    private static final int GONE_FROM = 100;
    private static final int GONE_TO = 150;
    private static final float RISE = 30;
    private static final float FALL = 10;
    private static final float NEARLY_ALL = 0.7f;
    private static final float INAUDIBLE = 1e-8f;
    private static final float ONSET_SHARE = 0.1f;

    private final float[] energies;
    private int frames;
    private int inFrame;
    private float sum;
    private float last;

    SharpSounds(double mostSeconds) {
        energies = new float[(int) (mostSeconds / FRAME_SECONDS)];
    }

    boolean isFull() {
        return frames == energies.length;
    }

    /** Takes the next samples of the clip. */
    void hear(float[] samples, int count) {
        for (int i = 0; i < count && !isFull(); i++) {
            float step = samples[i] - last;
            last = samples[i];
            sum += step * step;
            inFrame++;
            if (inFrame == FRAME) {
                energies[frames] = sum / FRAME;
                frames++;
                inFrame = 0;
                sum = 0;
            }
        }
    }

    private record Sharp(double seconds, float rise) {}

    /** Clip times of the sharpest ones, in order. */
    List<Double> sharpest(int atMost) {
        float[] level = smoothed();
        List<Sharp> found = new ArrayList<>();
        int f = BEFORE;
        while (f + GONE_TO < level.length) {
            float before = INAUDIBLE + highest(level, f - BEFORE, f - RISING);
            boolean sharp = level[f] >= RISE * before
                    && level[f] >= NEARLY_ALL * highest(level, f, f + APART)
                    && level[f] >= FALL * mean(level, f + GONE_FROM, f + GONE_TO);
            if (sharp) {
                found.add(new Sharp(onset(f, level[f]), level[f] / before));
            }
            f += sharp ? APART : 1;
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(sharp -> -sharp.rise()))
                .limit(atMost)
                .map(Sharp::seconds)
                .sorted()
                .toList();
    }

    /** Each frame with those after it. */
    private float[] smoothed() {
        float[] level = new float[Math.max(0, frames - LENGTH)];
        for (int f = 0; f < level.length; f++) {
            level[f] = mean(energies, f, f + LENGTH);
        }
        return level;
    }

    private double onset(int frame, float level) {
        int first = Math.max(0, frame - RISING);
        while (energies[first] < ONSET_SHARE * level) {
            first++;
        }
        return first * FRAME_SECONDS;
    }

    private static float highest(float[] values, int from, int to) {
        float highest = 0;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, values[i]);
        }
        return highest;
    }

    private static float mean(float[] values, int from, int to) {
        float sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
