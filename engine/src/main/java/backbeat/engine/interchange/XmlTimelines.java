package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import java.io.IOException;
import java.nio.file.Path;

/** Tells the XML formats apart by their first element. */
final class XmlTimelines {
    private XmlTimelines() {}

    static ForeignFile read(Path file, String beginning) throws IOException {
        try (XmlCursor cursor = XmlCursor.open(file, beginning)) {
            cursor.next();
            return switch (cursor.name()) {
                case "fcpxml" -> new FcpxmlReader(cursor).file();
                case "xmeml" -> PremiereReader.read(cursor.whole());
                default ->
                    throw ReadingProblems.notATimeline(String.valueOf(file.getFileName()))
                            .asException();
            };
        }
    }
}
