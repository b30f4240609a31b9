package backbeat.engine.sync;

/** What became of the song's pitch when it was played at another speed. */
enum PlaybackMode {
    /** It moved with the speed, as on tape. */
    VARISPEED("varispeed"),
    /** It stayed: the song was stretched in time. */
    PITCH_KEPT("pitchKept");

    private final String word;

    PlaybackMode(String word) {
        this.word = word;
    }

    /** As the contract spells it. */
    String word() {
        return word;
    }
}
