package backbeat.engine.interchange;

/**
 * In which form a format is written, where programs differ.
 *
 * @param target the program that is to read it
 * @param version of FCPXML; of OTIO {@code 1} for clips with one media reference; of EDL {@code long} for one list however many events
 * @param shape of FCPXML
 */
public record Form(Target target, String version, Shape shape) {
    public static final Form USUAL = new Form(Target.ANY, "");

    public Form(Target target, String version) {
        this(target, version, Shape.FLAT);
    }

    /** What FCPXML makes of a cut to a song. */
    public enum Shape {
        /** Shots of files, the song below them. */
        FLAT,
        /** Shots are choices of angles of one multicam, and the song is the angle that is heard. */
        MULTICAM
    }

    /** Programs that read timelines. */
    public enum Target {
        ANY,
        PREMIERE,
        FCP,
        RESOLVE,
        AVID
    }

    String fcpxmlVersion() {
        return version.matches("1\\.1[0-3]") ? version : FcpxmlWriter.VERSION;
    }

    OtioWriter.ClipForm clips() {
        return version.equals("1") ? OtioWriter.ClipForm.CLIP_1 : OtioWriter.ClipForm.CLIP_2;
    }

    EdlWriter.Length lists() {
        return version.equals("long") ? EdlWriter.Length.WHOLE : EdlWriter.Length.DIVIDED;
    }

    EdlWriter.Dialect dialect() {
        return switch (target) {
            case RESOLVE -> EdlWriter.Dialect.RESOLVE;
            case PREMIERE, FCP -> EdlWriter.Dialect.LONG_REELS;
            case ANY, AVID -> EdlWriter.Dialect.CMX3600;
        };
    }
}
