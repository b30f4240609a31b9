package backbeat.engine.interchange;

/** Files that editing programs read. */
public enum Format {
    /** OpenTimelineIO: Resolve, Kdenlive and others. */
    OTIO("otio"),
    /** Final Cut Pro and Resolve; version 1.10, which both take. */
    FCPXML("fcpxml"),
    /** Premiere Pro and Resolve; XML of Final Cut 7, version 4. */
    PREMIERE_XML("xml"),
    /** CMX3600 edit decision list: everything else. */
    EDL("edl");

    private final String extension;

    Format(String extension) {
        this.extension = extension;
    }

    /** Without the point. */
    public String extension() {
        return extension;
    }
}
