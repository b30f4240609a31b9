package backbeat.engine.take;

import java.util.Set;

/** What in a file tells when it was taken, the most exact first. */
enum ClockKind {
    /** The label of the first frame. */
    TIMECODE("timecode", "timecode"),
    /** A date and a time in the file's name. */
    NAME("name", "clock in file names"),
    /** The time in the header, written when the camera was started. */
    CREATION("creation", "creation time"),
    /** The same, of cameras that write it when they are stopped. */
    CREATION_AT_END("creation", "creation time");

    private static final Set<ClockKind> LOCAL_TIME = Set.of(TIMECODE, NAME);

    private final String contractWord;
    private final String words;

    ClockKind(String contractWord, String words) {
        this.contractWord = contractWord;
        this.words = words;
    }

    String contractWord() {
        return contractWord;
    }

    String words() {
        return words;
    }

    /** Whether two cameras that are set right show the same on these clocks: names and labels tell the time of the place, headers that of Greenwich. */
    boolean shouldEqual(ClockKind other) {
        boolean bothLocal = LOCAL_TIME.contains(this) && LOCAL_TIME.contains(other);
        return bothLocal || (this == CREATION && other == CREATION);
    }

    /** Labels begin anew at midnight. */
    boolean wrapsDaily() {
        return this == TIMECODE;
    }
}
