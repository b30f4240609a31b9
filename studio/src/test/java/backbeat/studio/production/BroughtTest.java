package backbeat.studio.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.studio.OpenHome;
import backbeat.studio.TestClock;
import backbeat.studio.Told;
import backbeat.studio.store.Home;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BroughtTest {
    @TempDir
    private Path folder;

    @Test
    void aSongIsThereWhenAllOfItIs() throws IOException {
        Path place = folder.resolve("p");
        Path song = new SongUpload(place).take("My Song.WAV", 5, new ByteArrayInputStream(new byte[5]));
        assertThat(song).hasFileName("song.wav").hasSize(5);
        assertThat(place).isDirectoryContaining(song::equals).isDirectoryNotContaining(file -> !file.equals(song));
    }

    @Test
    void aSongThatEndsTooEarlyLeavesNothing() {
        Path place = folder.resolve("p");
        assertThatThrownBy(() -> new SongUpload(place).take("a.wav", 9, new ByteArrayInputStream(new byte[5])))
                .satisfies(Told.problem("production/upload-broken"));
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void aSongOverTheLimitIsRefusedWhateverWasTold() {
        Path place = folder.resolve("p");
        SongUpload small = new SongUpload(place, 1000);
        assertThatThrownBy(() -> small.take("a.wav", 1001, new ByteArrayInputStream(new byte[0])))
                .satisfies(Told.problem("production/song-too-large"));
        assertThatThrownBy(() -> small.take("a.wav", -1, new ByteArrayInputStream(new byte[5000])))
                .satisfies(Told.problem("production/song-too-large"));
        assertThat(place).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"song.html", "song.svg", "song", "song.wav/../../x.m3u8", "list.m3u8", "../../etc/passwd"})
    void whatIsNotCalledSoundIsRefused(String name) {
        assertThatThrownBy(() -> new SongUpload(folder).take(name, 1, new ByteArrayInputStream(new byte[1])))
                .satisfies(Told.problem("production/song-name"));
    }

    @Test
    void aNameDecidesNothingAboutThePlace() {
        try (OpenHome home = new OpenHome(folder.resolve("home"), new TestClock())) {
            Production production = home.production();
            home.productions.bringSong(production, "../../../tmp/evil.wav", 3, new ByteArrayInputStream(new byte[3]));
            Production.Song song =
                    home.productions.byId(production.id()).orElseThrow().song();
            assertThat(song).isNotNull().satisfies(there -> {
                assertThat(there.file()).startsWithRaw(folder.resolve("home")).hasFileName("song.wav");
                assertThat(there.name()).isEqualTo("evil.wav");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "relative/cards", "/etc", "/proc/self", "/no/such/folder", "/etc/../etc", "\0"})
    void aFolderThatIsNoFootageIsRefused(String named) {
        assertThatThrownBy(() -> FootageFolder.checked(named, new Home(folder.resolve("home"))))
                .satisfies(Told.problem("production/folder"));
    }

    @Test
    void theStudiosOwnFolderAndWhatLiesAroundItAreNoFootage() throws IOException {
        Home home = new Home(Files.createDirectories(folder.resolve("home")));
        Files.createDirectories(home.folder().resolve("productions"));
        for (Path own : new Path[] {home.folder(), home.folder().resolve("productions"), folder}) {
            assertThatThrownBy(() -> FootageFolder.checked(own.toString(), home))
                    .satisfies(Told.problem("production/folder"));
        }
    }

    @Test
    void aLinkIsWhatItPointsAt() throws IOException {
        Home home = new Home(folder.resolve("home"));
        Path link = Files.createSymbolicLink(folder.resolve("cards"), Path.of("/etc"));
        assertThatThrownBy(() -> FootageFolder.checked(link.toString(), home))
                .satisfies(Told.problem("production/folder"));
        Path real = Files.createDirectories(folder.resolve("real"));
        assertThatCode(() -> FootageFolder.checked(real.toString(), home)).doesNotThrowAnyException();
    }
}
