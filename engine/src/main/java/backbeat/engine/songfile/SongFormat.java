package backbeat.engine.songfile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Files in which other programs take beats, bars and sections. */
public enum SongFormat {
    /** The contract itself. */
    JSON("json"),
    /** Labels as Audacity and Tenacity import them. */
    AUDACITY("txt"),
    /** A time and the number of the beat in its bar on each line, as tools of music research read it. */
    BEATS("beats"),
    /** Start, end and name of each section (or chord) on a line. */
    LAB("lab"),
    /** Standard MIDI file: tempo, metre, markers, and the beats as notes. */
    MIDI("mid"),
    /** Markers that DaVinci Resolve imports into a timeline. */
    MARKERS("edl"),
    /** Final Cut Pro and Resolve. */
    FCPXML("fcpxml"),
    /** Premiere Pro. */
    PREMIERE_XML("xml"),
    /** A click on each beat, the one accented. */
    CLICK("wav");

    private final String extension;

    SongFormat(String extension) {
        this.extension = extension;
    }

    /** Without the point. */
    public String extension() {
        return extension;
    }

    public static Optional<SongFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.extension))
                .findFirst();
    }

    /** All endings, for people. */
    public static String extensions() {
        return List.of(values()).stream().map(format -> "." + format.extension).collect(Collectors.joining(", "));
    }
}
