package backbeat.engine.ltc;

/**
 * Follows the half bits of one octave of bit rates: smooths, finds the edges, keeps a clock on them, and decides the sign of each half bit.
 *
 * <p>The clock is a phase-locked loop of second order. While no labels come it is set anew from the distances between edges. Each half bit is decided in two ways.
 * The sign in its middle is right most often under noise. The side to which the signal went last is right where transformers and level controls have left pulses
 * in place of a square wave.
 */
final class Lane {
    private static final double PHASE_GAIN = 0.12;
    private static final double PERIOD_GAIN = 0.008;
    /** Edges count when the signal goes so far beyond zero, in parts of its envelope. */
    private static final double HYSTERESIS = 0.25;
    /** In parts of the smoothing: a zero crossing longer before the edge is not its own. An edge of a square wave takes an eighth. */
    private static final double LATEST_RISE = 0.25;

    private static final double ENVELOPE_HALF_BITS = 24;
    private static final double SILENCE = 1e-7;
    private static final int EDGES_BETWEEN_TRIALS = 24;
    /** A clock that brought no sync word for so long is set anew. */
    private static final int PATIENCE_SLOTS = 3 * 160;

    private final double shortest;
    private final int smoothSide;
    private final int meanSide;
    private final double latestRise;
    private final double decay;
    private final HalfBitFrames bySign;
    private final HalfBitFrames byLastEdge;
    private final Periods periods;

    private double before;
    private double envelope;
    private boolean high;
    private double lastZero;
    private double halfBit;
    private double nextTick;
    private boolean ticking;
    private long edges;
    private double lastEdge;

    /** @param shortest half bit of the lane, in working samples */
    Lane(double shortest, RunFinder bySign, RunFinder byLastEdge) {
        this.shortest = shortest;
        this.bySign = new HalfBitFrames(bySign);
        this.byLastEdge = new HalfBitFrames(byLastEdge);
        periods = new Periods(shortest);
        smoothSide = Math.max(1, (int) Math.round((shortest - 1) / 2));
        // Six bits of the lane's middle: what changes more slowly is hum.
        meanSide = (int) Math.ceil(shortest * 1.4 * 6);
        latestRise = LATEST_RISE * (2 * smoothSide + 1);
        decay = Math.exp(-1 / (ENVELOPE_HALF_BITS * shortest));
    }

    /** Samples on each side that the smoothing takes. */
    int reach() {
        return meanSide;
    }

    void hear(SlidingSums sums) {
        long now = sums.middle();
        if (now < 0) {
            return;
        }
        double value = sums.mean(smoothSide) - sums.mean(meanSide);
        envelope = Math.max(Math.abs(value), envelope * decay);
        if (before < 0 != value < 0) {
            lastZero = now - value / (value - before);
        }
        boolean beyond = high ? value < -HYSTERESIS * envelope : value > HYSTERESIS * envelope;
        if (beyond && envelope > SILENCE) {
            high = !high;
            edge(Math.max(lastZero, passed(now, value) - latestRise));
        }
        while (ticking && nextTick <= now) {
            double middle = before + (nextTick - (now - 1)) * (value - before);
            bySign.halfBit(middle > 0, nextTick, halfBit);
            byLastEdge.halfBit(high, nextTick, halfBit);
            nextTick += halfBit;
        }
        before = value;
    }

    /** When the signal went beyond its threshold, between the last sample and this one. */
    private double passed(long now, double value) {
        double threshold = Math.copySign(HYSTERESIS * envelope, value);
        return now - Math.clamp((value - threshold) / (value - before), 0, 1);
    }

    private void edge(double at) {
        periods.note(at - lastEdge);
        lastEdge = at;
        edges++;
        if (ticking) {
            follow(at);
        }
        if (edges % EDGES_BETWEEN_TRIALS == 0 && (!ticking || slotsSinceSync() > PATIENCE_SLOTS)) {
            setClock(at);
        }
    }

    private long slotsSinceSync() {
        return Math.min(bySign.slotsSinceSync(), byLastEdge.slotsSinceSync());
    }

    private void follow(double at) {
        double boundary = nextTick - halfBit / 2;
        long back = Math.round((boundary - at) / halfBit);
        double error = at - (boundary - back * halfBit);
        bySign.edge(-back, at);
        byLastEdge.edge(-back, at);
        nextTick += PHASE_GAIN * error;
        halfBit = Math.clamp(halfBit + PERIOD_GAIN * error, 0.9 * shortest, 2.2 * shortest);
    }

    private void setClock(double at) {
        double period = periods.halfBit();
        boolean same = ticking && Math.abs(period - halfBit) < 0.03 * halfBit;
        ticking = period > 0;
        if (ticking && !same) {
            halfBit = period;
            nextTick = at + period / 2;
            bySign.restart();
            byLastEdge.restart();
        }
    }
}
