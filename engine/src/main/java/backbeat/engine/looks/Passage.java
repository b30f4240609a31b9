package backbeat.engine.looks;

/**
 * A stretch of a clip in which something is to be known of the picture or the sound.
 *
 * @param start clip time in seconds
 * @param end clip time in seconds
 * @param strength from 0, hardly, to 1
 * @param words for people
 */
public record Passage(Kind kind, double start, double end, double strength, String words) {
    public enum Kind {
        BLURRED,
        BLACK,
        OVEREXPOSED,
        UNDEREXPOSED,
        SHAKY,
        FROZEN,
        /** Light that falls back at once: no place to cut in, and no fault. */
        FLASH,
        /** Another picture begins here, inside the clip. */
        CUT,
        /** The sound stands at its limit. */
        SOUND_CLIPPED;

        /** Whether the picture is better not shown. */
        public boolean isFault() {
            return this != FLASH && this != CUT && this != SOUND_CLIPPED;
        }
    }

    public double seconds() {
        return end - start;
    }

    /** Whether any of it lies between two clip times. */
    public boolean touches(double from, double to) {
        return (start < to && end > from) || (start == end && start >= from && start < to);
    }
}
