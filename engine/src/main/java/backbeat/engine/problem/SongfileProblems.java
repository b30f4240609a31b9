package backbeat.engine.problem;

/** Problems of song maps in other programs' files, with their words. */
public final class SongfileProblems {
    private SongfileProblems() {}

    public static Problem noBeatsToWrite(String file) {
        return new Problem(
                "songfile/no-beats",
                "The song map has no beats that could be written.",
                file,
                "No steady beat was found in the song.",
                "Tell of the beat with backbeat analyze --tempo or --taps first, or write labels, which also hold sections.");
    }

    public static Problem tempoMapUnreadable(String file, String cause) {
        return new Problem(
                "songfile/tempo-map",
                "The tempo map cannot be read.",
                file,
                cause,
                "Export a standard MIDI file of type 0 or 1 from the sequencer, with its tempo.");
    }
}
