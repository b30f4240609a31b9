package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.problem.ProblemException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds: it is read with findings or refused with a sentence. */
class ReaderFuzzTest {
    private static final int INPUTS = 400;

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

    @ParameterizedTest
    @ValueSource(strings = {"edl", "fcpxml", "xmeml", "otio", "ale"})
    void noInputEndsInAnException(String format) {
        String whole = switch (format) {
            case "edl" -> EdlReaderTest.LIST;
            case "fcpxml" -> FcpxmlReaderTest.PROJECT;
            case "xmeml" -> PremiereReaderTest.SEQUENCE;
            case "otio" -> OtioReaderTest.TIMELINE;
            default -> AleReaderTest.LOG;
        };
        Random random = new Random(12);
        int read = 0;
        for (int i = 0; i < INPUTS; i++) {
            String text = mutated(whole, random);
            try {
                ForeignFile file = Reading.of(text.getBytes(StandardCharsets.ISO_8859_1), null);
                TimelineJson.write(file, new StringWriter());
                read++;
            } catch (ProblemException refused) {
                assertThat(refused.problem().remedy()).isNotBlank();
            }
        }
        assertThat(read).as("inputs that were read").isPositive();
    }

    private static String mutated(String whole, Random random) {
        StringBuilder text = new StringBuilder(whole);
        for (int n = 1 + random.nextInt(3); n > 0 && text.length() > 20; n--) {
            int at = random.nextInt(text.length());
            int to = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, WORDS[random.nextInt(WORDS.length)]);
                case 2 -> text.setCharAt(at, (char) random.nextInt(256));
                case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 200)));
                case 4 -> number(text, at, random);
                default -> text.setLength(random.nextInt(4) == 0 ? at : text.length());
            }
        }
        return text.toString();
    }

    /** Numbers are what arithmetic breaks on. */
    private static void number(StringBuilder text, int from, Random random) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                text.replace(i, i + 1, WORDS[random.nextInt(5)]);
                return;
            }
        }
    }
}
