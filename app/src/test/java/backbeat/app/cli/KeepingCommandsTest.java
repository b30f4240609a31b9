package backbeat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.app.web.BcryptPasswords;
import backbeat.engine.Backbeat;
import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.production.Kind;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingCommandsTest {
    @TempDir
    private Path folder;

    private Studio open() {
        return Studio.open(
                folder.resolve("home"),
                new BcryptPasswords(),
                work -> Backbeat.open(work, 1L << 30, null),
                Clock.systemUTC());
    }

    @Test
    void aStudioThatIsOpenIsKeptAndGivenBackAndAProductionMovesHouse() {
        try (Studio studio = open()) {
            Account owner = studio.accounts()
                    .becomeOwner(studio.startCode().text(), "o@example.org", "Olga", "long enough 1", "test");
            studio.productions().make("Clicks", "The Machine", Kind.MUSIC_VIDEO, owner);
            assertThat(Spoken.by("backup", folder.resolve("kept"), "--home", folder.resolve("home")))
                    .satisfies(said -> assertThat(said.out()).startsWith("Kept 1 file"));
            assertThat(Spoken.by(
                                    "production",
                                    "export",
                                    "Clicks",
                                    folder.resolve("clicks.zip"),
                                    "--home",
                                    folder.resolve("home"))
                            .status())
                    .isZero();
        }
        Path again = folder.resolve("again");
        assertThat(Spoken.by("restore", folder.resolve("kept"), "--home", again).status())
                .isZero();
        assertThat(Spoken.by("production", "import", folder.resolve("clicks.zip"), "--home", again)
                        .out())
                .contains("Clicks · The Machine");
        assertThat(Spoken.by("production", "list", "--home", again).out().lines())
                .hasSize(2);
        assertThat(Spoken.by("restore", folder.resolve("kept"), "--home", again))
                .satisfies(said -> assertThat(said.status()).isEqualTo(2))
                .satisfies(said -> assertThat(said.err()).contains("not empty", "--home"));
    }

    @Test
    void numbersThatMakeNoSenseAreRefusedInWords() {
        for (String[] words : new String[][] {
            {"seed", "--home", folder.resolve("x").toString(), "--productions", "0"},
            {"seed", "--home", folder.resolve("x").toString(), "--clips", "-3"},
            {"worker", "--home", folder.resolve("x").toString(), "--jobs", "65"},
            {"serve", "--home", folder.resolve("x").toString(), "--jobs", "99999999"}
        }) {
            assertThat(Spoken.by((Object[]) words))
                    .satisfies(said -> assertThat(said.status()).isEqualTo(2))
                    .satisfies(said -> assertThat(said.err()).contains(words[3], "takes a number from"));
        }
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void whereThereIsNoStudioThatIsSaid() {
        assertThat(Spoken.by("backup", folder.resolve("kept"), "--home", folder.resolve("nothing"))
                        .err())
                .contains("There is no studio here");
    }
}
