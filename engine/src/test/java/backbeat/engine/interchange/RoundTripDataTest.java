package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Timelines of other programs, read, written in their own format and read again. The files are no part of this project. */
class RoundTripDataTest {
    private static final Path DATA = Path.of("../../shared/data/interchange");

    /** Reads as written on whole frames, where the file has times between frames. */
    private static final String ROUNDED = "interchange/rounded";

    private static final Map<String, Format> FORMATS = Map.of(
            "edl", Format.EDL,
            "fcpxml", Format.FCPXML,
            "xmeml", Format.PREMIERE_XML,
            "otio", Format.OTIO);

    /**
     * What a format cannot leave open: an OTIO timeline of ours has a rate, and an item of ours a place in its media; an FCPXML clip refers to a file.
     */
    private static final Set<String> MADE_DEFINITE =
            Set.of("gaps.otio", "made_unknown_schema.otio", "made_missing_asset.fcpxml");

    @TempDir
    Path folder;

    @Test
    void whatOtherProgramsWroteIsTheSameAfterWritingIt() throws IOException {
        if (!Files.isDirectory(DATA)) {
            System.err.println("NOT CHECKED: timelines of other programs. Put them at "
                    + DATA.toAbsolutePath().normalize());
        }
        assumeTrue(Files.isDirectory(DATA));
        int checked = 0;
        for (Path file : files()) {
            checked += sameAfterWriting(file);
        }
        assertThat(checked).isGreaterThan(95);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(DATA)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> Files.exists(file.resolveSibling(file.getFileName() + ".expected.json")))
                    .filter(file ->
                            FORMATS.containsKey(DATA.relativize(file).getName(0).toString()))
                    .filter(file -> !MADE_DEFINITE.contains(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    private int sameAfterWriting(Path file) {
        ForeignFile read;
        try {
            read = ForeignFiles.read(file, null);
        } catch (ProblemException refused) {
            return 0;
        }
        int checked = 0;
        for (ForeignTimeline timeline : read.timelines()) {
            Format format = FORMATS.get(read.format());
            Adopted adopted = Adopted.of(timeline, null);
            boolean rounded = adopted.findings().stream()
                    .anyMatch(finding -> finding.problem().code().equals(ROUNDED));
            if (format == null || rounded) {
                continue;
            }
            Path written = folder.resolve("again." + format.extension());
            new Interchange().write(adopted.timeline(), format, new Form(Form.Target.ANY, "long"), written);
            ForeignTimeline again = ForeignFiles.read(
                            written, adopted.timeline().rate())
                    .timelines()
                    .getFirst();
            assertThat(ToldOf.timeline(again))
                    .as(String.valueOf(file.getFileName()))
                    .isEqualTo(ToldOf.timeline(timeline));
            checked++;
        }
        return checked;
    }
}
