package backbeat.engine.lyrics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Files of lyrics and captions. */
public enum LyricsFormat {
    /** Lines with a stamp; with syllables, stamps inside the line too. */
    LRC("lrc"),
    /** SubRip. */
    SRT("srt"),
    WEBVTT("vtt"),
    /** Timed text, IMSC 1.1 text profile. */
    TTML("ttml"),
    /** Read only: notes on a grid of beats. */
    ULTRASTAR("txt");

    private final String extension;

    LyricsFormat(String extension) {
        this.extension = extension;
    }

    public static Optional<LyricsFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.extension))
                .findFirst();
    }
}
