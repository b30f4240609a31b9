package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Timeline;
import java.io.Writer;

/**
 * FCPXML: clips and gaps in the primary storyline, everything else anchored to what lies there.
 *
 * <p>Two clocks that must not be mixed: {@code offset} is on the sequence's clock and starts at {@code tcStart}; {@code start} is on the clip's own clock, which
 * starts at the file's timecode. A retimed clip has a map over its whole media (Resolve ends black with less), and its {@code start} is in mapped time.
 */
final class FcpxmlWriter {
    /** What both Final Cut and Resolve read. */
    static final String VERSION = "1.10";

    private final Timeline timeline;
    private final String version;
    private final Xml xml;
    private final FcpxmlCatalogue catalogue;
    private final FcpxmlStoryline storyline;

    FcpxmlWriter(Timeline timeline, Form form, Writer out) {
        this.xml = new Xml("fcpxml", out);
        this.timeline = timeline;
        this.version = form.fcpxmlVersion();
        this.catalogue = new FcpxmlCatalogue(timeline, form.target());
        this.storyline = new FcpxmlStoryline(xml, catalogue);
    }

    void write() {
        xml.open("fcpxml", "version", version);
        xml.open("resources");
        catalogue.write(xml, storyline);
        xml.close();
        xml.open("library").open("event", "name", timeline.name()).open("project", "name", timeline.name());
        xml.open(
                "sequence",
                "format",
                "r1",
                "duration",
                time(timeline.duration()),
                "tcStart",
                time(timeline.start().seconds()),
                "tcFormat",
                timeline.start().dropFrame() ? "DF" : "NDF",
                "audioLayout",
                "stereo",
                "audioRate",
                "48k");
        storyline.spine(timeline, timeline.start().seconds());
        xml.close();
        xml.close().close().close().close().finish();
    }

    static String time(Rational seconds) {
        return seconds + "s";
    }
}
