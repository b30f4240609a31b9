package backbeat.engine.take;

/**
 * Two clips that ran together: the second was started so many seconds after the first.
 *
 * @param uncertainty one standard deviation, in seconds
 * @param chance probability that they did not
 * @param evidence what says so
 */
record Link(Roll a, Roll b, double startDifference, double uncertainty, double chance, Evidence evidence) {
    enum Evidence {
        /** The same bars of the song at the time at which both clocks say they ran. */
        SONG_AND_CLOCK("the song and the clocks"),
        /** The same air outside of the song. */
        AIR("what both heard besides the song"),
        /** Their clocks alone. */
        CLOCK("the clocks");

        private final String words;

        Evidence(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    boolean has(Roll roll) {
        return a.equals(roll) || b.equals(roll);
    }

    Roll other(Roll roll) {
        return a.equals(roll) ? b : a;
    }

    /** Seconds from the start of {@code roll} to that of the other one. */
    double from(Roll roll) {
        return a.equals(roll) ? startDifference : -startDifference;
    }
}
