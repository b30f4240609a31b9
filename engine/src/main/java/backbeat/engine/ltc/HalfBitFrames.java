package backbeat.engine.ltc;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds frames in the stream of half bits. Whether the sign changed from one to the next is 1 at each border of two bits and the bit itself in its middle, so the
 * sync word is a pattern of 32 changes, and read backwards another one.
 */
final class HalfBitFrames {
    private static final int SLOTS = 2 * LtcFrame.BITS;
    private static final int RING = 512;
    private static final int FORWARDS = pattern(LtcFrame.SYNC_WORD);
    private static final int BACKWARDS =
            pattern(new StringBuilder(LtcFrame.SYNC_WORD).reverse().toString());
    /** Changes of the sync word that noise may have swallowed or made. */
    private static final int FORGIVEN = 1;
    /** Borders of bits without a change that a frame may have. A half bit that was read wrongly leaves one, for it also changes the bit beside it. */
    private static final int BORDERS_FORGIVEN = 2;

    private final RunFinder runs;
    private final boolean[] changes = new boolean[RING];
    /** Where frames end whose sync word came first; user bits may look like one now and then, so there may be several. */
    private final BitSet backwardsDue = new BitSet(RING);

    private final double[] edgeTimes = new double[RING];
    private long slot;
    private long oldest;
    private long lastSync = Long.MIN_VALUE / 2;
    private boolean sign;
    private int last32;

    HalfBitFrames(RunFinder runs) {
        this.runs = runs;
    }

    private static int pattern(String bits) {
        int pattern = 0;
        for (int i = 0; i < bits.length(); i++) {
            pattern = (pattern << 2) | 2 | (bits.charAt(i) - '0');
        }
        return pattern;
    }

    /** A clock that was set anew numbers new half bits: nothing before them belongs to a frame. */
    void restart() {
        slot += RING;
        oldest = slot;
        lastSync = slot;
        backwardsDue.clear();
        last32 = 0;
        Arrays.fill(edgeTimes, Double.NaN);
    }

    long slotsSinceSync() {
        return slot - lastSync;
    }

    /** An edge at the border before a half bit: the next one to come (0), the one that was told last (-1) ... */
    void edge(long fromNext, double at) {
        if (fromNext > -RING / 2 && fromNext <= 0) {
            edgeTimes[ring(slot + fromNext)] = at;
        }
    }

    /** Takes the sign in the middle of the next half bit. */
    void halfBit(boolean positive, double middle, double length) {
        boolean changed = positive != sign;
        sign = positive;
        changes[ring(slot)] = changed;
        edgeTimes[ring(slot + 1)] = Double.NaN;
        last32 = (last32 << 1) | (changed ? 1 : 0);
        slot++;
        double end = middle + length / 2;
        if (Integer.bitCount(last32 ^ FORWARDS) <= FORGIVEN) {
            lastSync = slot;
            frame(false, end, length);
        } else if (Integer.bitCount(last32 ^ BACKWARDS) <= FORGIVEN) {
            lastSync = slot;
            backwardsDue.set(ring(slot + SLOTS - 32));
        }
        if (backwardsDue.get(ring(slot))) {
            backwardsDue.clear(ring(slot));
            frame(true, end, length);
        }
    }

    private void frame(boolean backwards, double end, double halfBit) {
        long first = slot - SLOTS;
        if (first < oldest) {
            return;
        }
        BitSet bits = new BitSet(LtcFrame.BITS);
        int borders = 0;
        for (int bit = 0; bit < LtcFrame.BITS; bit++) {
            borders += changes[ring(first + 2L * bit)] ? 1 : 0;
            bits.set(backwards ? LtcFrame.BITS - 1 - bit : bit, changes[ring(first + 2L * bit + 1)]);
        }
        if (borders >= LtcFrame.BITS - BORDERS_FORGIVEN) {
            boolean flawless = borders == LtcFrame.BITS;
            double at = edgeLine(first, end, halfBit, backwards ? slot : first);
            LtcFrame.read(bits).ifPresent(frame -> runs.frame(frame, flawless, backwards, at, SLOTS * halfBit));
        }
    }

    /** Where a line through all edges of the frame has the border of bit 0: noise of single edges averages out. */
    private double edgeLine(long first, double end, double halfBit, long border) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (long s = first; s < slot; s++) {
            double off = edgeTimes[ring(s)] - (end - (slot - s) * halfBit);
            if (Math.abs(off) < halfBit) {
                double x = s - first - LtcFrame.BITS;
                n++;
                sx += x;
                sy += off;
                sxx += x * x;
                sxy += x * off;
            }
        }
        double expected = end - (slot - border) * halfBit;
        double spread = n * sxx - sx * sx;
        if (n < LtcFrame.BITS / 2 || spread <= 0) {
            return expected;
        }
        double slope = (n * sxy - sx * sy) / spread;
        return expected + (sy - slope * sx) / n + slope * (border - first - LtcFrame.BITS);
    }

    private static int ring(long slot) {
        return (int) (slot & (RING - 1));
    }
}
