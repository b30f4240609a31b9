package backbeat.engine.take;

/**
 * Two clips that ran together: the second was started so many seconds after the first.
 *
 * @param uncertainty one standard deviation, in seconds
 * @param chance probability that they did not
 * @param evidence what says so
 * @param driftPpm what the second clip's clock gains on the first one's
 */
record Link(
        Roll a,
        Roll b,
        double startDifference,
        double uncertainty,
        double chance,
        Evidence evidence,
        double driftPpm,
        double driftUncertaintyPpm) {
    private static final double UNKNOWN_DRIFT_PPM = 40;

    enum Evidence {
        /** The same bars of the song at the time at which both clocks say they ran. */
        SONG_AND_CLOCK("the song and the clocks"),
        /** The same air outside of the song. */
        AIR("the sound that it shares besides the song"),
        /** The same bars of the song, and a person wrote down that it was one take. */
        SLATE("the slate log"),
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

    static Link of(Roll a, Roll b, double startDifference, double uncertainty, double chance, Evidence evidence) {
        return new Link(a, b, startDifference, uncertainty, chance, evidence, 0, UNKNOWN_DRIFT_PPM);
    }

    /** Between the same clips with what is told of them now. */
    Link between(Roll newA, Roll newB) {
        return new Link(newA, newB, startDifference, uncertainty, chance, evidence, driftPpm, driftUncertaintyPpm);
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

    /** What the clock of {@code roll} gains on that of the other one. */
    double gainOf(Roll roll) {
        return (b.equals(roll) ? driftPpm : -driftPpm) * 1e-6;
    }
}
