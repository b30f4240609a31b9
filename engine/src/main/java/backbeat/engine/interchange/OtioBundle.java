package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An {@code .otioz} file: a timeline with its media in one zip. Only the timeline is read; names that would leave the bundle refuse the whole. */
final class OtioBundle {
    private static final int MOST_BYTES = 256 << 20;

    private OtioBundle() {}

    static ForeignFile read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> leaving = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(OtioBundle::leavesTheBundle)
                    .toList();
            if (!leaving.isEmpty()) {
                throw ReadingProblems.damaged("zip/path", "It holds a name that leaves the bundle.")
                        .asException();
            }
            ZipEntry entry = zip.getEntry("content.otio");
            if (entry == null) {
                throw ReadingProblems.notATimeline(String.valueOf(file.getFileName()))
                        .asException();
            }
            return OtioReader.read(content(zip, entry));
        } catch (ZipException | IllegalArgumentException e) {
            throw ReadingProblems.damaged("zip/damaged", "The zip is broken.").asException();
        }
    }

    private static boolean leavesTheBundle(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || name.matches("[A-Za-z]:.*")
                || List.of(name.split("/", -1)).contains("..");
    }

    /** Bounded by what comes out, whatever the zip says of itself. */
    private static byte[] content(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(MOST_BYTES);
            if (in.read() >= 0) {
                throw ReadingProblems.tooBig("content.otio", MOST_BYTES >> 20).asException();
            }
            return content;
        }
    }
}
