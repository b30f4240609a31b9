package backbeat.engine.interchange;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Files that editing programs read. */
public enum Format {
    /** OpenTimelineIO: Resolve, Kdenlive and others. */
    OTIO("otio"),
    /** Final Cut Pro and Resolve; version 1.10, which both take. */
    FCPXML("fcpxml"),
    /** Premiere Pro and Resolve; XML of Final Cut 7, version 4. */
    PREMIERE_XML("xml"),
    /** CMX3600 edit decision list: everything else. */
    EDL("edl"),
    /** OpenTimelineIO in a zip. */
    OTIOZ("otioz"),
    /** OpenTimelineIO in a folder. */
    OTIOD("otiod"),
    /** Avid's log of clips: no timeline. */
    ALE("ale");

    private final String extension;

    Format(String extension) {
        this.extension = extension;
    }

    /** Without the point. */
    public String extension() {
        return extension;
    }

    /** Whether the size of the picture stands in such a file, and is taken from there. */
    public boolean tellsSize() {
        return this != EDL && this != ALE;
    }

    /** By the extension of a file's name. */
    public static Optional<Format> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format ->
                        name.endsWith("." + format.extension) || (format == PREMIERE_XML && name.endsWith(".xmeml")))
                .findFirst();
    }
}
