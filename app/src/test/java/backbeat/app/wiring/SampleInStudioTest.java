package backbeat.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.app.web.BcryptPasswords;
import backbeat.engine.Backbeat;
import backbeat.studio.Studio;
import backbeat.studio.people.Account;
import backbeat.studio.plan.Stage;
import backbeat.studio.production.Production;
import backbeat.studio.store.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleInStudioTest {
    @TempDir
    private Path folder;

    private static Account program() {
        return new Account("0".repeat(32), "", "Backbeat", true);
    }

    @Test
    void theSampleIsThereOnceAndWholeAlsoWhenItWasKilledInTheMiddle() throws IOException {
        Path shoot = folder.resolve("home/samples/sample-1");
        Files.createDirectories(shoot.resolve("cards/A"));
        Files.write(shoot.resolve("cards/A/A001.MP4"), new byte[100]);
        Files.write(shoot.resolve("song.wav"), new byte[1000]);
        try (Studio studio = Studio.open(
                new Home(folder.resolve("home")),
                new BcryptPasswords(),
                work -> Backbeat.open(work, 1L << 30, null),
                Clock.systemUTC(),
                0)) {
            Files.move(shoot.resolve("cards"), shoot.resolve("away"));
            assertThatThrownBy(() -> SampleInStudio.make(studio, shoot)).isInstanceOf(UncheckedIOException.class);
            Files.createDirectories(shoot.resolve("cards/A"));
            Production begun = studio.productions().visibleTo(program()).getFirst();
            Path first = Files.write(shoot.resolve("first"), new byte[50]);
            studio.productions().bringClip(begun, "A/A000.MP4", first);
            Files.write(shoot.resolve("cards/A/A000.MP4"), new byte[50]);
            Files.move(shoot.resolve("away/A/A001.MP4"), shoot.resolve("cards/A/A001.MP4"));
            SampleInStudio.make(studio, shoot);
            SampleInStudio.make(studio, shoot);
            Account owner = studio.accounts()
                    .becomeOwner(studio.startCode().text(), "o@example.org", "Olga", "long enough 1", "test");
            List<Production> seen = studio.productions().visibleTo(owner);
            assertThat(seen).hasSize(1);
            assertThat(seen.getFirst().hasSong()).isTrue();
            assertThat(seen.getFirst().footage())
                    .isEqualTo(studio.productions().ownFootage(seen.getFirst().id()));
            assertThat(seen.getFirst().footage()).isDirectoryRecursivelyContaining("glob:**/A/A001.MP4");
            assertThat(studio.productions().ownFootage(seen.getFirst().id()).resolve("A"))
                    .isDirectoryNotContaining("glob:**A000 (2).MP4");
            assertThat(studio.jobs().in(List.of(seen.getFirst().id()), 10))
                    .extracting(job -> job.step())
                    .containsExactlyInAnyOrder("analyse", "ingest");
            assertThat(studio.plan().of(seen.getFirst().id()))
                    .allSatisfy(task ->
                            assertThat(task.isDone()).isEqualTo(task.stage().compareTo(Stage.SHOOT) <= 0));
        }
    }
}
