package backbeat.engine.problem;

/** Problems of lyrics, with their words. */
public final class LyricsProblems {
    private LyricsProblems() {}

    public static Problem lyricsUnreadable(String file, String cause) {
        return new Problem(
                "lyrics/unreadable",
                "No lyrics with times were found in this file.",
                file,
                cause,
                "Name an LRC file ([00:12.34]words), enhanced LRC or UltraStar text.");
    }

    public static Problem lyricsLine(String file, int line, String what) {
        return new Problem(
                "lyrics/line",
                "A line of the lyrics was passed over.",
                file + ", line " + line,
                what,
                "Mend the line if its words are missed; all others were read.");
    }

    public static Problem lyricsOnlyRead(String format) {
        return new Problem(
                "lyrics/only-read",
                "Lyrics of this kind are read and not written: " + format + ".",
                "",
                "",
                "Write .lrc, .srt, .vtt or .ttml.");
    }
}
