package backbeat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

class CommandLineTest {
    static Stream<String> commands() {
        return Stream.of(Main.class.getAnnotation(Command.class).subcommands())
                .map(type -> type.getAnnotation(Command.class).name());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfWithExamples(String command) {
        Spoken said = Spoken.by(command, "--help");
        assertThat(said.status()).isZero();
        assertThat(said.out()).contains("Usage: backbeat " + command, "Examples:", "  backbeat " + command);
        assertThat(said.err()).isEmpty();
    }

    @Test
    void helpNamesEveryCommandAndVersionNamesTheProgram() {
        assertThat(Spoken.by("--help").out()).contains(commands().toList()).contains("Examples:");
        assertThat(Spoken.by("--version").out()).startsWith("Backbeat ");
    }

    @Test
    void anUnknownCommandGetsALikelySpelling() {
        assertThat(Spoken.by("prob", "x.mp4"))
                .isEqualTo(new Spoken(
                        2,
                        "",
                        "backbeat: \"prob\" is no command of \"backbeat\". Expected one of: "
                                + String.join(", ", commands().toList())
                                + ". Did you mean probe? See: backbeat --help [cli/unknown-command]\n"));
    }

    @Test
    void helpIsAlsoACommand() {
        assertThat(Spoken.by("help")).isEqualTo(Spoken.by("--help"));
        assertThat(Spoken.by("help", "cut")).isEqualTo(Spoken.by("cut", "--help"));
        assertThat(Spoken.by("help", "cat").err())
                .contains("\"cat\" is no command", "Did you mean cut?")
                .hasLineCount(1);
    }

    @Test
    void aMisspeltRequiredOptionIsNotCalledMissing() {
        Spoken said = Spoken.by("cut", "--song", "song.wav", "--fotage", "cards", "--out", "out");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err())
                .contains("\"--fotage\" is no option", "Did you mean --footage?")
                .hasLineCount(1);
    }

    @Test
    void anUnknownOptionGetsALikelySpelling() {
        Spoken said = Spoken.by("probe", "--jsn", "x.mp4");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err())
                .contains("\"--jsn\" is no option", "--json", "Did you mean --json?", "backbeat probe --help")
                .hasLineCount(1);
    }

    @Test
    void aMissingWordIsNamed() {
        Spoken said = Spoken.by("probe");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("FILE", "[cli/missing]").hasLineCount(1);
    }

    @Test
    void aWrongValueIsToldWithTheRightOnes() {
        Spoken said = Spoken.by("completion", "tcsh");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err())
                .contains("bash, zsh, fish", "tcsh", "SHELL")
                .doesNotContain("BASH")
                .hasLineCount(1);
    }

    @Test
    void aNumberThatIsNoneIsToldWithoutWordsOfJava() {
        assertThat(Spoken.by("demo", "--seed", "abc").err())
                .contains("a whole number, not \"abc\"", "--seed")
                .doesNotContain("long")
                .hasLineCount(1);
    }

    @Test
    void anEmptyNameIsNotTheFolderOneIsIn() {
        assertThat(Spoken.by("cut", "--song", "", "--footage", "cards", "--out", "out")
                        .err())
                .contains("The name of the song is empty.")
                .hasLineCount(1);
    }

    @Test
    void aMisspeltFileGetsTheNameOfItsNeighbour(@TempDir Path folder) throws Exception {
        Files.createFile(folder.resolve("A001C003.MP4"));
        Spoken said = Spoken.by("probe", folder.resolve("A001C03.MP4").toString());
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err())
                .contains("Did you mean " + folder.resolve("A001C003.MP4") + "?")
                .hasLineCount(1);
    }

    @Test
    void programsGetTheProblemAsData(@TempDir Path folder) {
        Spoken said = Spoken.by("probe", "--json", folder.resolve("none.mp4").toString());
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.out()).contains("\"problem/1\"", "\"cli/no-such-file\"", "\"remedy\"");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void completionKnowsEveryCommand(String shell) {
        Spoken said = Spoken.by("completion", shell);
        assertThat(said.status()).isZero();
        assertThat(said.out()).contains(commands().toList());
    }

    static Stream<String> shells() {
        return Stream.of("bash", "zsh", "fish");
    }
}
