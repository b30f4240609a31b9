package backbeat.engine.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.cut.CutWishes.Ban;
import backbeat.engine.cut.CutWishes.Held;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutWishesTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWishedSurvivesAFile() throws IOException {
        CutWishes wishes = CutWishes.NONE
                .of(200)
                .withStyle("calm")
                .withSeed(7)
                .withPlan("/plans/shots.csv")
                .withRepeats(Style.Repeats.ALIKE)
                .locking(new Held("A.mov", 1, 2, 11.5))
                .picking(new Held("B.mov", 3, 4))
                .banning(new Ban("C.mov", 5.0, null))
                .circling("D.mov")
                .telling("E.mov");
        Path file = folder.resolve("cut-wishes.json");
        JsonFile.write(file, wishes);
        assertThat(CutWishes.read(file)).isEqualTo(wishes);
    }

    @Test
    void aFileWrittenByHandSaysOnlyWhatItWants() throws IOException {
        CutWishes read = CutWishes.read(file("{\"contract\": \"cut-wishes/1\", \"circled\": [\"A.mov\"]}"));
        assertThat(read).isEqualTo(CutWishes.NONE.circling("A.mov"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"contract\": \"cut/1\"}",
                "{\"contract\": \"cut-wishes/1\", \"bans\": [{}]}",
                "{\"contract\": \"cut-wishes/1\", \"bans\": [null]}",
                "{\"contract\": \"cut-wishes/1\", \"locks\": [{\"clip\": \"A.mov\", \"from\": \"NaN\", \"to\": 2}]}",
                "{\"contract\": \"cut-wishes/1\", \"picks\": [{\"clip\": \"A.mov\", \"from\": -1, \"to\": 2}]}"
            })
    void whatIsNotWholeIsRefusedInWords(String text) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> CutWishes.read(file)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aLockTakesThePlaceOfThoseItOverlapsAndIsFreedByATimeWithinIt() {
        CutWishes wishes = CutWishes.NONE
                .locking(new Held("A.mov", 1, 3))
                .locking(new Held("B.mov", 2, 4))
                .locking(new Held("C.mov", 4, 5));
        assertThat(wishes.locks()).extracting(Held::clip).containsExactly("B.mov", "C.mov");
        assertThat(wishes.unlocking(3).locks()).extracting(Held::clip).containsExactly("C.mov");
    }

    @Test
    void whatIsSaidOfOneClipCanBeTakenBack() {
        CutWishes wishes = CutWishes.NONE
                .picking(new Held("A.mov", 1, 2))
                .banning(new Ban("A.mov", null, null))
                .banning(new Ban("B.mov", null, null))
                .circling("A.mov");
        assertThat(wishes.without("A.mov")).isEqualTo(CutWishes.NONE.banning(new Ban("B.mov", null, null)));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("wishes.json"), text);
    }
}
