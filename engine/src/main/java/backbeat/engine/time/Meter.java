package backbeat.engine.time;

/** Beats in a bar and how they are written: 4/4, 3/4, and 6/8, which is counted in two. */
public record Meter(int upper, int lower) {
    public static final Meter COMMON = new Meter(4, 4);

    public Meter {
        if (upper < 1 || upper > 64 || Integer.bitCount(lower) != 1 || lower > 64) {
            throw new IllegalArgumentException("not a metre: " + upper + "/" + lower);
        }
    }

    public static Meter parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("not a metre (such as 4/4): \"" + text + "\"");
        }
        return new Meter(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
    }

    /** Beats that are counted: 6/8, 9/8 and 12/8 group their eighths in threes. */
    public int beats() {
        boolean compound = lower == 8 && upper > 3 && upper % 3 == 0;
        return compound ? upper / 3 : upper;
    }

    @Override
    public String toString() {
        return upper + "/" + lower;
    }
}
