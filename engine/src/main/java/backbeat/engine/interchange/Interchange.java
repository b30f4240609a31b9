package backbeat.engine.interchange;

import backbeat.engine.derive.WholeFile;
import backbeat.engine.problem.Finding;
import backbeat.engine.timeline.Timeline;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes timelines as files of other programs, and says what such a file cannot hold. */
public final class Interchange {
    /** Writes the whole file or nothing: it appears under its name when it is finished. */
    public void write(Timeline timeline, Format format, Path file) {
        String text = text(timeline, format);
        WholeFile.write(file, unfinished -> Files.writeString(unfinished, text, StandardCharsets.UTF_8));
    }

    /** What the format cannot hold of this timeline. */
    public List<Finding> findings(Timeline timeline, Format format) {
        return NotCarried.findings(timeline, format);
    }

    static String text(Timeline cut, Format format) {
        Timeline timeline = Originals.of(cut);
        return switch (format) {
            case OTIO -> new OtioWriter(timeline).text();
            case FCPXML -> new FcpxmlWriter(timeline).text();
            case PREMIERE_XML -> new PremiereWriter(timeline).text();
            case EDL -> new EdlWriter(timeline).text();
        };
    }
}
