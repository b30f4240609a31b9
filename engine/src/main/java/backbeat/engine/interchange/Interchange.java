package backbeat.engine.interchange;

import backbeat.engine.derive.WholeFile;
import backbeat.engine.problem.Finding;
import backbeat.engine.timeline.Timeline;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes timelines as files of other programs, and says what such a file cannot hold. */
public final class Interchange {
    /**
     * Writes whole files or nothing: each appears under its name when it is finished.
     *
     * @return what was written: {@code file}, and {@code name-2.edl} and so on beside it when the format holds no more in one
     */
    public List<Path> write(Timeline timeline, Format format, Path file) {
        List<String> texts = texts(timeline, format);
        List<Path> files = new ArrayList<>();
        for (String text : texts) {
            Path target = files.isEmpty() ? file : numbered(file, files.size() + 1);
            WholeFile.write(target, unfinished -> Files.writeString(unfinished, text, StandardCharsets.UTF_8));
            files.add(target);
        }
        return List.copyOf(files);
    }

    private static Path numbered(Path file, int number) {
        String name = String.valueOf(file.getFileName());
        int point = name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        return file.resolveSibling(name.substring(0, point) + "-" + number + name.substring(point));
    }

    /** What the format cannot hold of this timeline. */
    public List<Finding> findings(Timeline timeline, Format format) {
        return NotCarried.findings(timeline, format);
    }

    static List<String> texts(Timeline cut, Format format) {
        Timeline timeline = Originals.of(cut);
        return switch (format) {
            case OTIO -> List.of(new OtioWriter(timeline).text());
            case FCPXML -> List.of(new FcpxmlWriter(timeline).text());
            case PREMIERE_XML -> List.of(new PremiereWriter(timeline).text());
            case EDL -> new EdlWriter(timeline).lists();
        };
    }
}
