package backbeat.engine.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StylesTest {
    @TempDir
    Path folder;

    @Test
    void everyStyleThatComesWithTheProgramCanBeRead() {
        assertThat(Styles.names()).allSatisfy(name -> {
            Style style = Styles.named(name);
            assertThat(style.name()).isEqualTo(name);
            assertThat(style.description()).isNotBlank();
        });
    }

    @Test
    void aStyleOfOnesOwnSaysOnlyWhatIsDifferent() throws IOException {
        Style own = Styles.read(file("""
                {"like": "calm", "name": "mine", "prices": {"quality": 9}}"""));
        assertThat(own.name()).isEqualTo("mine");
        assertThat(own.prices().quality()).isEqualTo(9);
        assertThat(own.prices().length())
                .isEqualTo(Styles.named("calm").prices().length());
        assertThat(own.repeats()).isEqualTo(Style.Repeats.ALIKE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"like\": \"wild\"}",
                "{\"like\": \"calm\", \"colour\": 3}",
                "{\"name\": \"bare\"}",
                "{\"like\": \"calm\", \"pictures\": 9}",
                "{\"like\": \"calm\", \"lengths\": {\"calmBars\": 0}}",
                "{\"like\": \"calm\", \"repeats\": \"often\"}",
                "{\"like\": \"calm\", \"repeats\": null}",
                "{\"like\": \"calm\", \"prices\": null}",
                "{\"like\": \"calm\", \"prices\": {\"quality\": -1}}",
                "{\"like\": \"calm\", \"cutsOn\": {\"beat\": 1e308}}",
                "{\"like\": 3}",
                "{\"like\": \"calm\", \"prices\": 7}"
            })
    void whatIsNoStyleIsRefusedInWords(String text) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> Styles.read(file)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aStyleThatCannotBeSaysWhichValueIsWrong() throws IOException {
        Path file = file("{\"like\": \"calm\", \"prices\": {\"quality\": -1}}");
        assertThatThrownBy(() -> Styles.read(file)).hasMessageContaining("prices must be numbers");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("style.json"), text);
    }
}
