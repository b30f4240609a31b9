package backbeat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No {@code --out} costs an original; refused before any work begins. */
class OriginalsTest {
    @TempDir
    Path folder;

    private Path song;
    private Path clip;

    @BeforeEach
    void originals() throws IOException {
        song = Files.writeString(folder.resolve("song.wav"), "the song");
        clip = Files.writeString(folder.resolve("A001.MP4"), "a take");
    }

    private static void refuses(Path original, Object... words) throws IOException {
        String before = Files.readString(original);
        Spoken said = Spoken.by(words);
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err())
                .contains(original.toString(), "[cli/would-replace]")
                .hasLineCount(1);
        assertThat(original).hasContent(before);
    }

    @Test
    void analyzeDoesNotReplaceTheSong() throws IOException {
        refuses(song, "analyze", song, "--out", song);
    }

    @Test
    void syncDoesNotReplaceAClip() throws IOException {
        refuses(clip, "sync", "--song", song, "--footage", folder, "--out", clip);
    }

    @Test
    void cutDoesNotReplaceWhatHasAResultsNameAndIsNone() throws IOException {
        Path film = Files.writeString(folder.resolve("rough-cut.mp4"), "somebody's film");
        refuses(film, "cut", "--song", song, "--footage", folder, "--out", folder);
        Files.writeString(folder.resolve("song-map.json"), "{ \"contract\" : \"song-map/1\" }");
        refuses(film, "cut", "--song", song, "--footage", folder, "--out", folder);
    }

    @Test
    void cutDoesNotReplaceATimelineThatSomebodyWorkedOn() throws IOException {
        Path edited = Files.writeString(folder.resolve("rough-cut.fcpxml"), "<fcpxml> Song - rough cut </fcpxml>");
        refuses(edited, "cut", "--song", song, "--footage", folder, "--out", folder);
        Files.delete(edited);
        Path list = Files.writeString(folder.resolve("rough-cut-2.edl"), "TITLE: Song - rough cut");
        refuses(list, "cut", "--song", song, "--footage", folder, "--out", folder);
    }

    @Test
    void cutDoesNotReplaceTheSongEvenIfItIsAnOlderFilm() throws IOException {
        Path film = Files.writeString(folder.resolve("rough-cut.mp4"), "Rough cut made with Backbeat");
        refuses(film, "cut", "--song", film, "--footage", folder, "--out", folder);
    }

    @Test
    void anOlderResultAndAnEmptyFileMayBeReplaced() throws IOException {
        Path map = Files.writeString(folder.resolve("map.json"), "{\n  \"contract\" : \"song-map/1\" }");
        Originals.keepFromFile(map);
        Originals.keepFromFile(Files.createFile(folder.resolve("empty.json")));
        Originals.keepFromFile(folder.resolve("new.json"));
        Files.writeString(folder.resolve("report.html"), "<title>song · Backbeat</title>");
        Originals.keepFromFolder(folder, song);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsFoundBeforeAnyWork() {
        Path within = clip.resolve("out.json");
        for (Spoken said : List.of(
                Spoken.by("analyze", song, "--out", within),
                Spoken.by("sync", "--song", song, "--footage", folder, "--out", within),
                Spoken.by("cut", "--song", song, "--footage", folder, "--out", within),
                Spoken.by("demo", "--out", within))) {
            assertThat(said.status()).isEqualTo(2);
            assertThat(said.err())
                    .contains("[derive/cannot-write]", clip.toString())
                    .hasLineCount(1);
        }
    }

    @Test
    void aFileIsNoFolderForTheDemo() {
        assertThat(Spoken.by("demo", "--out", clip).err())
                .contains("[cli/is-a-file]")
                .hasLineCount(1);
    }

    @Test
    void aFileIsNoFolderForResults() {
        Spoken said = Spoken.by("cut", "--song", song, "--footage", folder, "--out", clip);
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("[cli/is-a-file]").hasLineCount(1);
    }
}
