package backbeat.engine.colour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.colour.ColourDecision.Rgb;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ColourTest {
    private static final Path PUBLIC = Path.of("../../shared/data/interchange/cube");

    @TempDir
    Path folder;

    private LookUpTable table(String text) throws IOException {
        return CubeFile.read(Files.writeString(folder.resolve("t.cube"), text));
    }

    private static void isClose(Rgb found, double red, double green, double blue) {
        assertThat(found.red()).isCloseTo(red, offset(1e-6));
        assertThat(found.green()).isCloseTo(green, offset(1e-6));
        assertThat(found.blue()).isCloseTo(blue, offset(1e-6));
    }

    @Test
    void aDecisionGradesAndThenSaturates() {
        ColourDecision decision = ColourDecision.parse("(1.1 1 0.9)(0.05 0 -0.02)(1 1.2 1)", "0.8")
                .orElseThrow();
        isClose(decision.apply(new Rgb(0.5, 0.4, 0.3)), 0.556757364, 0.343174391, 0.276757364);
    }

    @Test
    void whatIsNoDecisionIsNone() {
        assertThat(ColourDecision.parse("13:18:25:19", "13:18:25:15")).isEmpty();
        assertThat(ColourDecision.parse("(1 1 1)(0 0 0)(0 1 1)", "")).isEmpty();
        assertThat(ColourDecision.parse("(1e300 1 1)(0 0 0)(1 1 1)", "NaN")).isEmpty();
        assertThat(ColourDecision.parse("(1 1 1)(0 -Infinity 0)(1 1 1)", "1e300"))
                .isEmpty();
        assertThat(ColourDecision.parse("", "0.5").orElseThrow().saturation()).isEqualTo(0.5);
    }

    @Test
    void aCubeIsLinearBetweenItsCornersAndRedRunsFastest() throws IOException {
        LookUpTable table = table("LUT_3D_SIZE 2\n0 0 0\n1 0 0\n0 1 0\n1 1 0\n0 0 1\n1 0 1\n0 1 1\n1 1 0.5\n");
        isClose(table.apply(new Rgb(0.25, 0, 0)), 0.25, 0, 0);
        isClose(table.apply(new Rgb(1, 1, 1)), 1, 1, 0.5);
        isClose(table.apply(new Rgb(-1, 2, 0)), 0, 1, 0);
        isClose(table.cube().orElseThrow().at(0, 0, 1), 0, 0, 1);
    }

    @Test
    void curvesComeBeforeTheCubeEachWithItsRange() throws IOException {
        LookUpTable table = table("""
                TITLE "both"
                LUT_1D_SIZE 2
                LUT_1D_INPUT_RANGE 0 2
                LUT_3D_SIZE 2
                LUT_3D_INPUT_RANGE 0 1
                # the curves
                0 0 0
                1 1 1
                1 1 1
                0 1 1
                1 0 1
                0 0 1
                1 1 0
                0 1 0
                1 0 0
                0 0 0
                """);
        assertThat(table.title()).isEqualTo("both");
        isClose(table.apply(new Rgb(1, 1, 2)), 0.5, 0.5, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "LUT_3D_SIZE 2\n0 0 0\n",
                "LUT_1D_SIZE 2\n0 0 0\n1 1 1\n1 1 1\n",
                "LUT_1D_SIZE 2\n0 0 nan\n1 1 1\n",
                "LUT_1D_SIZE 2\n0 0\n1 1 1\n",
                "LUT_1D_SIZE 2000000000\n",
                "LUT_3D_SIZE -3\n",
                "LUT_1D_SIZE 2\nLUT_1D_INPUT_RANGE 1 1\n0 0 0\n1 1 1\n",
                "0 0 0\n1 1 1\n"
            })
    void aTableThatIsNotWholeIsRefused(String text) {
        assertThatThrownBy(() -> table(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("lut/damaged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"made_1d", "made_3d"})
    void publicTablesGiveTheExpectedColours(String name) {
        Path expected = PUBLIC.resolve(name + ".cube.expected.json");
        assumeTrue(Files.exists(expected), "skipped: the shared tables are not beside this checkout");
        LookUpTable table = CubeFile.read(PUBLIC.resolve(name + ".cube"));
        for (JsonNode at : JsonMapper.shared().readTree(expected.toFile()).get("at")) {
            double[] in = numbers(at.get("in"));
            double[] out = numbers(at.get("out"));
            isClose(table.apply(new Rgb(in[0], in[1], in[2])), out[0], out[1], out[2]);
        }
    }

    private static double[] numbers(JsonNode list) {
        return IntStream.range(0, 3).mapToDouble(i -> list.get(i).doubleValue()).toArray();
    }
}
