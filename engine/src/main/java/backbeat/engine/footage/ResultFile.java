package backbeat.engine.footage;

import backbeat.engine.media.Encoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Knows the files that the main job itself writes: by their name, and by a mark near the beginning of each. So a result that lies among the footage is not cut
 * into the next film, and nothing else is ever replaced by a result.
 */
public enum ResultFile {
    SONG_MAP("song-map.json", "\"contract\" : \"song-map/"),
    SYNC("sync.json", "\"contract\" : \"sync/"),
    CUT("cut.json", "\"contract\" : \"cut/"),
    /** People may have written it by hand, in any layout. */
    WISHES("cut-wishes.json", "cut-wishes/"),
    OTIO("rough-cut.otio", ResultFile.TITLE),
    FCPXML("rough-cut.fcpxml", ResultFile.TITLE),
    PREMIERE_XML("rough-cut.xml", ResultFile.TITLE),
    EDL("rough-cut.edl", ResultFile.TITLE),
    FILM("rough-cut.mp4", Encoder.FILM_MARK),
    REPORT("report.html", "Backbeat</title>");

    private static final String TITLE = " - rough cut";
    /** The index of a film of an hour fits in. */
    private static final int BEGINNING_BYTES = 4 << 20;

    private final String fileName;
    private final String mark;

    ResultFile(String fileName, String mark) {
        this.fileName = fileName;
        this.mark = mark;
    }

    public String fileName() {
        return fileName;
    }

    /** Whether a file is such a result, whatever its name. */
    public boolean isMarkedIn(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            // One byte a character: marks are ASCII.
            return new String(in.readNBytes(BEGINNING_BYTES), StandardCharsets.ISO_8859_1).contains(mark);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether a file in the footage is a result under a name that results have; copies such as {@code rough-cut (2).mp4} count. */
    static boolean isOne(Path file) {
        String name = String.valueOf(file.getFileName());
        return candidates(name).stream().anyMatch(result -> result.isMarkedIn(file));
    }

    private static List<ResultFile> candidates(String name) {
        return Arrays.stream(values())
                .filter(result -> name.startsWith(beforeDot(result.fileName)) && name.endsWith(ending(result.fileName)))
                .toList();
    }

    private static String beforeDot(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.'));
    }
}
