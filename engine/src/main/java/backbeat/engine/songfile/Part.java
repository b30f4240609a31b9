package backbeat.engine.songfile;

/** What of a map a file tells. */
public enum Part {
    SECTIONS,
    BARS,
    BEATS,
    CHORDS
}
