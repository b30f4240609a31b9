package backbeat.engine.derive;

import java.time.Duration;

/** How long work will take yet, in words, by the pace it had so far. */
public final class TimeLeft {
    private static final long LONG_MINUTES = 100;

    private TimeLeft() {}

    /**
     * To be put behind what is being done.
     *
     * @param done of the work, since it was looked at first
     * @param left of it, in the same unit
     * @param since the first look
     * @return {@code , about 3 min left}; empty where nothing tells the pace, or nothing is left
     */
    public static String words(long done, long left, Duration since) {
        if (done <= 0 || left <= 0) {
            return "";
        }
        long seconds = Math.max(1, Math.round(since.toMillis() / 1000.0 * left / done));
        return ", about " + words(seconds) + " left";
    }

    private static String words(long seconds) {
        long minutes = (seconds + 30) / 60;
        return seconds < 60 ? seconds + " s" : minutes < LONG_MINUTES ? minutes + " min" : (minutes + 30) / 60 + " h";
    }
}
