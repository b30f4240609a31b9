package backbeat.engine.time;

/** A place in a song as musicians say it: bar 34, beat 2. Bar 0 is the pick-up. */
public record BarBeat(int bar, int beat) implements Comparable<BarBeat> {
    public BarBeat {
        if (bar < 0 || beat < 1) {
            throw new IllegalArgumentException("no such place in a song: bar " + bar + ", beat " + beat);
        }
    }

    @Override
    public int compareTo(BarBeat other) {
        return bar != other.bar ? Integer.compare(bar, other.bar) : Integer.compare(beat, other.beat);
    }

    /** {@code 34.2}. */
    @Override
    public String toString() {
        return bar + "." + beat;
    }
}
