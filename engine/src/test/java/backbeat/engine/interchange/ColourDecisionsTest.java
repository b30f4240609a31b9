package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.colour.ColourDecision;
import backbeat.engine.colour.ColourDecision.Rgb;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ColourDecisionsTest {
    private static final Path PUBLIC = Path.of("../../shared/data/interchange/cdl");

    @TempDir
    Path folder;

    private List<ColourDecision> read(String text) throws IOException {
        return ColourDecisions.read(Files.writeString(folder.resolve("c.cdl"), text));
    }

    @Test
    void aCollectionKeepsItsOrderAndWhatIsMissingIsNeutral() throws IOException {
        List<ColourDecision> read = read("""
                <ColorCorrectionCollection>
                  <ColorCorrection id="a"><SATNode><Saturation>0.5</Saturation></SATNode></ColorCorrection>
                  <ColorCorrection id="b"><SOPNode><Slope>2 2 2</Slope></SOPNode></ColorCorrection>
                </ColorCorrectionCollection>
                """);
        assertThat(read).extracting(ColourDecision::id).containsExactly("a", "b");
        assertThat(read.getFirst().saturation()).isEqualTo(0.5);
        assertThat(read.getFirst().slope()).isEqualTo(new Rgb(1, 1, 1));
        assertThat(read.getLast().slope()).isEqualTo(new Rgb(2, 2, 2));
    }

    @Test
    void aWrongNumberAndAnotherDocumentAreRefused() {
        assertThatThrownBy(() -> read("<ColorCorrection><SOPNode><Slope>1 2</Slope></SOPNode></ColorCorrection>"))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> read("<fcpxml/>")).isInstanceOf(ProblemException.class);
    }

    @Test
    void publicDecisionsGiveTheExpectedColours() {
        Path expected = PUBLIC.resolve("made.ccc.expected.json");
        assumeTrue(Files.exists(expected), "skipped: the shared decisions are not beside this checkout");
        List<ColourDecision> read = ColourDecisions.read(PUBLIC.resolve("made.ccc"));
        JsonNode corrections = JsonMapper.shared().readTree(expected.toFile()).get("corrections");
        assertThat(read).hasSize(corrections.size());
        for (int i = 0; i < read.size(); i++) {
            JsonNode correction = corrections.get(i);
            Rgb out = read.get(i).apply(rgb(correction.get("in")));
            assertThat(out.red()).isCloseTo(correction.get("out").get(0).doubleValue(), offset(1e-6));
            assertThat(out.green()).isCloseTo(correction.get("out").get(1).doubleValue(), offset(1e-6));
            assertThat(out.blue()).isCloseTo(correction.get("out").get(2).doubleValue(), offset(1e-6));
        }
    }

    @Test
    void publicFilesOfOtherProgramsAreRead() throws IOException {
        assumeTrue(Files.exists(PUBLIC), "skipped: the shared decisions are not beside this checkout");
        assertThat(ColourDecisions.read(PUBLIC.resolve("cdl_test1.cdl"))).hasSize(5);
        assertThat(ColourDecisions.read(PUBLIC.resolve("cdl_test_cc_file_with_extension.cdl")))
                .hasSize(1);
    }

    private static Rgb rgb(JsonNode list) {
        return new Rgb(
                list.get(0).doubleValue(),
                list.get(1).doubleValue(),
                list.get(2).doubleValue());
    }
}
