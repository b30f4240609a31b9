package backbeat.engine.interchange;

import backbeat.engine.derive.WholeFile;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.InterchangeProblems;
import backbeat.engine.timeline.Timeline;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes timelines as files of other programs, and says what such a file cannot hold. */
public final class Interchange {
    static final String CONTENT = "content.otio";

    /** In the usual form. */
    public List<Path> write(Timeline timeline, Format format, Path file) {
        return write(timeline, format, Form.USUAL, file);
    }

    /**
     * Writes whole files or nothing: each appears under its name when it is finished.
     *
     * @return what was written: {@code file}, and {@code name-2.edl} and so on beside it when the format holds no more in one
     */
    public List<Path> write(Timeline timeline, Format format, Form form, Path file) {
        List<WrittenText> texts = writers(timeline, format, form);
        if (format == Format.OTIOZ) {
            WholeFile.write(file, unfinished -> zip(unfinished, texts.getFirst()));
            return List.of(file);
        }
        if (format == Format.OTIOD) {
            folder(file, texts.getFirst());
            return List.of(file);
        }
        NumberedFiles files = new NumberedFiles(file, format);
        files.keepOthers(texts.size());
        for (int number = 1; number <= texts.size(); number++) {
            WrittenText text = texts.get(number - 1);
            WholeFile.write(files.file(number), unfinished -> write(text, unfinished));
        }
        files.removeOlder(texts.size());
        return files.first(texts.size());
    }

    /**
     * Whether a file is one of ours and as we wrote it: nobody loses anything when it is replaced. A log (ALE) never tells.
     */
    public static boolean isUntouched(Path file) {
        return Seal.isWhole(file);
    }

    private static void write(WrittenText text, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            text.writeTo(out);
        }
        Seal.close(file);
    }

    private static void zip(Path file, WrittenText content) throws IOException {
        Path text = file.resolveSibling(file.getFileName() + ".otio");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            write(content, text);
            entry(zip, CONTENT, text);
            write(WrittenText.of("1.0.0\n"), text);
            entry(zip, "version.txt", text);
        } finally {
            Files.deleteIfExists(text);
        }
    }

    private static void entry(ZipOutputStream zip, String name, Path text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        Files.copy(text, zip);
        zip.closeEntry();
    }

    private static void folder(Path folder, WrittenText content) {
        WholeFile.write(folder.resolve("version.txt"), file -> Files.writeString(file, "1.0.0\n"));
        WholeFile.write(folder.resolve(CONTENT), file -> write(content, file));
    }

    /** What the format cannot hold of this timeline. */
    public List<Finding> findings(Timeline timeline, Format format) {
        return NotCarried.findings(timeline, format);
    }

    private static Timeline shaped(Timeline timeline, Form form) {
        return form.shape() == Form.Shape.MULTICAM ? SongMulticam.of(timeline) : timeline;
    }

    static List<String> texts(Timeline timeline, Format format) {
        return texts(timeline, format, Form.USUAL);
    }

    static List<String> texts(Timeline cut, Format format, Form form) {
        return writers(cut, format, form).stream().map(WrittenText::text).toList();
    }

    /** What comes from files of others may hold numbers that no arithmetic can bear: such a timeline is refused with a sentence. */
    private static List<WrittenText> writers(Timeline cut, Format format, Form form) {
        try {
            return unguarded(cut, format, form).stream()
                    .map(text -> guarded(text, cut))
                    .toList();
        } catch (ArithmeticException e) {
            throw InterchangeProblems.numbers(cut.name()).asException();
        }
    }

    private static WrittenText guarded(WrittenText text, Timeline cut) {
        return out -> {
            try {
                text.writeTo(out);
            } catch (ArithmeticException e) {
                throw InterchangeProblems.numbers(cut.name()).asException();
            }
        };
    }

    private static List<WrittenText> unguarded(Timeline cut, Format format, Form form) {
        Timeline timeline = Originals.of(cut);
        return switch (format) {
            case OTIO, OTIOZ, OTIOD -> List.of(new OtioWriter(timeline, form.clips())::writeTo);
            case FCPXML -> List.of(out -> new FcpxmlWriter(shaped(timeline, form), form, out).write());
            case PREMIERE_XML -> List.of(out -> new PremiereWriter(FlatMulticam.of(timeline), out).write());
            case EDL ->
                new EdlWriter(FlatMulticam.of(timeline), form.dialect(), form.lists())
                        .lists().stream().map(WrittenText::of).toList();
            case ALE -> List.of(WrittenText.of(new AleWriter(FlatMulticam.of(timeline)).text()));
        };
    }
}
