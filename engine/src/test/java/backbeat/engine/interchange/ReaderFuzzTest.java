package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.colour.CubeFile;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
    @ValueSource(strings = {"edl", "fcpxml", "xmeml", "otio", "ale", "aaf", "cdl", "cube"})
    void noInputEndsInAnException(String format) throws IOException {
        hammer(format, List.of(made(format)), 500);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"edl", "fcpxml", "xmeml", "otio", "ale", "aaf", "cdl", "cube"})
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
            default -> TimelineJson.write(ForeignFiles.read(file, null), Writer.nullWriter());
        }
    }

    /** Changed copies of files, the same ones in every run. */
    private static final class Mutation {
        private static final String[] WORDS = {
            "-1",
            "0",
            "99999999999999999999",
            "9223372036854775807",
            "1/0s",
            "1e99",
            "",
            "\"",
            "<",
            ">",
            "&x;",
            "/",
            "NaN",
            "::",
            "\t",
            "\n",
            "s"
        };
        private static final int[] NUMBERS = {0, -1, -2, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 512, 1 << 20};

        private final List<byte[]> seeds;
        private final Random random;

        Mutation(List<byte[]> seeds, long seed) {
            this.seeds = seeds;
            this.random = new Random(seed);
        }

        byte[] next() {
            byte[] input = seeds.get(random.nextInt(seeds.size())).clone();
            for (int n = 1 + random.nextInt(4); n > 0 && input.length > 20; n--) {
                input = changed(input);
            }
            return input;
        }

        private byte[] changed(byte[] input) {
            int at = random.nextInt(input.length);
            int to = Math.min(input.length, at + random.nextInt(40));
            byte[] nothing = {};
            switch (random.nextInt(10)) {
                case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> input[at] = (byte) random.nextInt(256);
                case 2 -> putNumber(input, at);
                case 3 -> {
                    return replaced(input, at, to, nothing);
                }
                case 4 -> {
                    return replaced(input, at, at, text(WORDS[random.nextInt(WORDS.length)]));
                }
                case 5, 6 -> {
                    return digit(input, at);
                }
                case 7 -> {
                    return replaced(input, at, at, part(random.nextInt(2000)));
                }
                case 8 -> {
                    return replaced(input, at, to, part(to - at));
                }
                default -> {
                    return random.nextInt(6) > 0 ? input : nested(input, at);
                }
            }
            return input;
        }

        /** Lengths and places are where reading goes astray. */
        private void putNumber(byte[] input, int at) {
            int aligned = at & ~3;
            int number = NUMBERS[random.nextInt(NUMBERS.length)];
            for (int i = 0; i < 4 && aligned + i < input.length; i++) {
                input[aligned + i] = (byte) (number >>> (8 * i));
            }
        }

        private byte[] digit(byte[] input, int from) {
            for (int i = from; i < input.length; i++) {
                if (Character.isDigit(input[i])) {
                    return replaced(input, i, i + 1, text(WORDS[random.nextInt(6)]));
                }
            }
            return input;
        }

        private byte[] part(int length) {
            byte[] other = seeds.get(random.nextInt(seeds.size()));
            int from = random.nextInt(other.length);
            return java.util.Arrays.copyOfRange(other, from, Math.min(other.length, from + length));
        }

        /** Cut off, or the same piece a thousand times: that is also how things get deep. */
        private byte[] nested(byte[] input, int at) {
            if (random.nextBoolean()) {
                return java.util.Arrays.copyOf(input, at);
            }
            String piece = new String(part(30), StandardCharsets.ISO_8859_1);
            return replaced(input, at, at, piece.repeat(1000).getBytes(StandardCharsets.ISO_8859_1));
        }

        private static byte[] replaced(byte[] input, int from, int to, byte[] with) {
            byte[] output = new byte[input.length - (to - from) + with.length];
            System.arraycopy(input, 0, output, 0, from);
            System.arraycopy(with, 0, output, from, with.length);
            System.arraycopy(input, to, output, from + with.length, input.length - to);
            return output;
        }
    }
}
