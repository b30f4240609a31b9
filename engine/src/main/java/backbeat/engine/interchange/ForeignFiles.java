package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads timelines of other programs. What a file is, its content says, not its name. A file is read as far as it is understood, and the rest becomes findings; refused
 * is only what is damaged or hostile.
 */
public final class ForeignFiles {
    private static final long MOST_BYTES = 512L << 20;

    private ForeignFiles() {}

    /**
     * Reads one file, or the folder that stands for one ({@code .fcpxmld}, {@code .otiod}).
     *
     * @param rate of formats that do not tell theirs; null to guess
     */
    public static ForeignFile read(Path named, @Nullable Rate rate) {
        Path file = inside(named);
        try {
            byte[] beginning = beginning(file);
            if (isCompoundFile(beginning)) {
                return AafReader.read(file);
            }
            if (Files.size(file) > MOST_BYTES) {
                throw ReadingProblems.tooBig(named.toString(), MOST_BYTES >> 20).asException();
            }
            return read(file, beginning, rate);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw ReadingProblems.damaged("interchange/damaged", "A number in it is out of any sensible range.")
                    .asException();
        } catch (IOException e) {
            throw ReadingProblems.unreadable(named.toString()).asException();
        }
    }

    private static ForeignFile read(Path file, byte[] beginning, @Nullable Rate rate) throws IOException {
        String start = text(beginning);
        if (start.startsWith("PK")) {
            return OtioBundle.read(file);
        }
        if (start.startsWith("<")) {
            return XmlTimelines.read(file, start);
        }
        byte[] content = Files.readAllBytes(file);
        if (start.startsWith("{")) {
            return OtioReader.read(content);
        }
        if (start.startsWith("Heading")) {
            return AleReader.read(content);
        }
        List<String> lines = ForeignText.lines(beginning, new ReadingFindings());
        if (!EdlReader.isOne(lines)) {
            throw ReadingProblems.notATimeline(String.valueOf(file.getFileName()))
                    .asException();
        }
        return EdlReader.read(content, rate);
    }

    /** Such a file may hold its media and be of any size: it is never read as a whole. */
    private static boolean isCompoundFile(byte[] beginning) {
        return beginning.length >= 8
                && ByteBuffer.wrap(beginning).order(ByteOrder.LITTLE_ENDIAN).getLong(0) == CompoundFile.MAGIC;
    }

    private static Path inside(Path named) {
        if (!Files.isDirectory(named)) {
            return named;
        }
        Path fcpxml = named.resolve("Info.fcpxml");
        return Files.isRegularFile(fcpxml) ? fcpxml : named.resolve("content.otio");
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(1 << 16);
        }
    }

    /** Enough to see what it is: bytes of nothing but the wider half of UTF-16 are left out. */
    private static String text(byte[] beginning) {
        String raw = new String(beginning, StandardCharsets.ISO_8859_1);
        return raw.replaceFirst("^(\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)", "")
                .replace("\0", "")
                .stripLeading();
    }
}
