package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.colour.CubeFile;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.timeline.Timeline;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds: it is read with findings or refused with a sentence, soon. */
class ReaderFuzzTest {
    private static final Path PUBLIC = Path.of("../../shared/data/interchange");
    private static final long MOST_SEED_BYTES = 40_000;
    private static final long MOST_AAF_SEED_BYTES = 300_000;
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"edl", "fcpxml", "xmeml", "otio", "own", "ale", "aaf", "cdl", "cube"})
    void noInputEndsInAnException(String format) throws IOException {
        hammer(format, List.of(made(format)), 500);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"edl", "fcpxml", "xmeml", "otio", "own", "ale", "aaf", "cdl", "cube"})
    void noneOfAHundredThousandDoes(String format) throws IOException {
        hammer(format, List.of(made(format)), 100_000);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"edl", "fcpxml", "xmeml", "otio", "ale", "aaf", "cdl", "cube"})
    void norFilesOfOtherPrograms(String format) throws IOException {
        assumeTrue(Files.exists(PUBLIC), "skipped: the shared files are not beside this checkout");
        hammer(format, seeds(format), 10_000);
    }

    private static byte[] made(String format) {
        return switch (format) {
            case "edl" -> text(EdlReaderTest.LIST);
            case "fcpxml" -> text(FcpxmlReaderTest.PROJECT);
            case "xmeml" -> text(PremiereReaderTest.SEQUENCE);
            case "otio" -> text(OtioReaderTest.TIMELINE);
            case "own" ->
                text(Interchange.texts(OwnNotesTest.portrait(), Format.OTIO).getFirst());
            case "aaf" -> AafReaderTest.small();
            case "cdl" ->
                text("<ColorDecisionList><ColorDecision><ColorCorrection id=\"a\"><SOPNode><Slope>1.1 1 0.9</Slope>"
                        + "<Offset>0 0.1 0</Offset><Power>1 1 1</Power></SOPNode><SatNode><Saturation>0.8</Saturation>"
                        + "</SatNode></ColorCorrection></ColorDecision></ColorDecisionList>");
            case "cube" -> text("""
                        TITLE "t"
                        LUT_3D_SIZE 2
                        DOMAIN_MIN 0 0 0
                        DOMAIN_MAX 1 1 1
                        0 0 0
                        1 0 0
                        0 1 0
                        1 1 0
                        0 0 1
                        1 0 1
                        0 1 1
                        1 1 0.5
                        """);
            default -> text(AleReaderTest.LOG);
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> seeds(String format) throws IOException {
        long most = format.equals("aaf") ? MOST_AAF_SEED_BYTES : MOST_SEED_BYTES;
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(PUBLIC.resolve(format))) {
            for (Path file : files.sorted().toList()) {
                boolean isNotes =
                        file.toString().endsWith(".json") || file.toString().endsWith(".md");
                if (!isNotes && Files.isRegularFile(file) && Files.size(file) <= most) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        return seeds;
    }

    private void hammer(String format, List<byte[]> seeds, int inputs) throws IOException {
        Mutation mutation = new Mutation(seeds, 12);
        Path file = folder.resolve("input." + format);
        int read = 0;
        for (int i = 0; i < inputs; i++) {
            byte[] input = mutation.next();
            Files.write(file, input);
            long begun = System.nanoTime();
            try {
                read(format, file);
                read++;
            } catch (ProblemException refused) {
                assertThat(refused.problem().remedy()).isNotBlank();
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                fail("input " + i + " of " + format + " ended in " + e, e);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("input %s of %s", i, format)
                    .isLessThan(SOON);
        }
        assertThat(read).as("inputs that were read").isPositive();
    }

    private static void read(String format, Path file) {
        switch (format) {
            case "cdl" -> ColourDecisions.read(file);
            case "cube" -> CubeFile.read(file);
            default -> taken(ForeignFiles.read(file, null));
        }
    }

    /** The whole way: told as JSON, taken over as a timeline of ours, held against a cut, and written for every program. */
    private static void taken(ForeignFile read) {
        TimelineJson.write(read, Writer.nullWriter());
        for (ForeignTimeline timeline : read.timelines()) {
            try {
                written(Adopted.of(timeline, null).timeline(), read);
            } catch (ProblemException refused) {
                assertThat(refused.problem().remedy()).isNotBlank();
            }
        }
    }

    private static void written(Timeline timeline, ForeignFile read) {
        for (Format format : Format.values()) {
            Form form = new Form(Form.Target.RESOLVE, "");
            try {
                new Interchange().findings(timeline, format);
                assertThat(Interchange.texts(timeline, format, form)).isNotEmpty();
            } catch (ProblemException refused) {
                assertThat(refused.problem().remedy()).isNotBlank();
            }
        }
        Conform.of(timeline, read);
    }
}
