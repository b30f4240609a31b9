package backbeat.engine.ltc;

import backbeat.engine.time.Timecode;
import java.util.BitSet;

/**
 * Makes linear timecode as sound. Edges lie at their exact times, whatever the sample rate: each is a smooth step (the integral of a Hann window) around its time, of
 * 25 microseconds from 10 to 90 % as the standard asks, or of a few samples where the sample rate cannot hold that.
 */
public final class LtcWriter {
    private static final double RISE_SECONDS = 25e-6;
    /** Width of a Hann window for each second of the rise that its integral makes from 10 to 90 %. */
    private static final double WIDTH_FOR_RISE = 2.4;
    /** Narrower windows let the harmonics fold down. */
    private static final double LEAST_WIDTH_SAMPLES = 3;

    private final Timecode start;
    private final int userBits;
    private final double level;
    private final double widthSamples;
    private final double halfBitSamples;

    /**
     * @param start label whose bit 0 begins at time 0
     * @param level of the square wave; 1 is full scale
     */
    public LtcWriter(Timecode start, int userBits, int sampleRate, double level) {
        this(start, userBits, sampleRate, level, 1);
    }

    /** @param speed labels run so many times as fast as their rate; below zero, backwards from the start label */
    LtcWriter(Timecode start, int userBits, int sampleRate, double level, double speed) {
        this.start = start;
        this.userBits = userBits;
        this.level = level;
        this.widthSamples = Math.max(LEAST_WIDTH_SAMPLES, WIDTH_FOR_RISE * RISE_SECONDS * sampleRate);
        this.halfBitSamples = sampleRate / (start.rate().toDouble() * 2 * LtcFrame.BITS * speed);
    }

    /** Samples from a sample index on (0 is the start label's first edge; before it, the labels before the start). */
    public float[] samples(long from, int count) {
        float[] out = new float[count];
        double halfBits = Math.abs(halfBitSamples);
        long firstSlot = (long) Math.floor((from - widthSamples) / halfBits) - 1;
        long lastSlot = (long) Math.ceil((from + count + widthSamples) / halfBits) + 1;
        HalfBits slots = new HalfBits();
        double sign = slots.signAt(firstSlot);
        double[] jumps = new double[count + 1];
        jumps[0] = sign;
        for (long slot = firstSlot + 1; slot <= lastSlot; slot++) {
            double next = slots.signAt(slot);
            if (next != sign) {
                addStep(out, jumps, slot * halfBits - from, next - sign);
                sign = next;
            }
        }
        double base = 0;
        for (int i = 0; i < count; i++) {
            base += jumps[i];
            out[i] = (float) (level * (out[i] + base));
        }
        return out;
    }

    /** Adds a step of this height around a time, in samples: the curve itself, and from its end on a jump. */
    private void addStep(float[] curve, double[] jumps, double at, double height) {
        int first = Math.clamp((long) Math.ceil(at - widthSamples / 2), 0, curve.length);
        int whole = Math.clamp((long) Math.ceil(at + widthSamples / 2), 0, curve.length);
        for (int i = first; i < whole; i++) {
            double x = (i - at) / widthSamples;
            curve[i] += (float) (height * (x + 0.5 + Math.sin(2 * Math.PI * x) / (2 * Math.PI)));
        }
        jumps[whole] += height;
    }

    /** Sign of the signal in each half bit. The correction bit makes every frame begin with a rise, so frames are made one by one. */
    private final class HalfBits {
        private static final int SLOTS = 2 * LtcFrame.BITS;
        private final byte[] signs = new byte[SLOTS];
        private long frame = Long.MIN_VALUE;

        double signAt(long slot) {
            boolean backwards = halfBitSamples < 0;
            long forward = backwards ? -1 - slot : slot;
            long wanted = Math.floorDiv(forward, (long) SLOTS);
            if (wanted != frame) {
                frame = wanted;
                fill();
            }
            return signs[Math.floorMod(forward, SLOTS)];
        }

        private void fill() {
            BitSet bits = LtcFrame.of(start.plusFrames(frame), userBits).bits(start.rate());
            byte sign = -1;
            for (int bit = 0; bit < LtcFrame.BITS; bit++) {
                sign = (byte) -sign;
                signs[2 * bit] = sign;
                sign = bits.get(bit) ? (byte) -sign : sign;
                signs[2 * bit + 1] = sign;
            }
        }
    }
}
