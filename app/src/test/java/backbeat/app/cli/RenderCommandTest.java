package backbeat.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {
    @TempDir
    private Path folder;

    private Path timeline;
    private Path song;

    @BeforeEach
    void writeFiles() throws IOException {
        timeline = Files.writeString(
                folder.resolve("cut.edl"), "001  A001  V  C  00:00:10:00 00:00:12:00 01:00:00:00 01:00:02:00\n");
        song = Files.writeString(folder.resolve("song.wav"), "no sound");
    }

    @Test
    void anUnknownRecipeIsRefusedWithThoseThatAre() {
        Spoken spoken = render("film.mp4", "--recipe", "vhs");
        assertThat(spoken.status()).isEqualTo(2);
        assertThat(spoken.err()).contains("vhs", "h264", "prores-hq");
    }

    @Test
    void aFilmThatTheRecipeCannotFillIsRefused() {
        assertThat(render("film.mp4", "--recipe", "prores").err()).contains(".mov");
        assertThat(render("film.mp4", "--size", "large").err()).contains("1920x1080");
    }

    @Test
    void whatIsNoFilmOfOursIsNotReplaced() throws IOException {
        Files.writeString(folder.resolve("film.mp4"), "an original");
        assertThat(render("film.mp4").err()).contains("cli/would-replace");
        assertThat(folder.resolve("film.mp4")).hasContent("an original");
    }

    @Test
    void aSongWithoutSoundIsRefused() {
        Spoken spoken = render("film.mp4");
        assertThat(spoken.status()).isEqualTo(2);
        assertThat(spoken.err()).contains("song.wav");
        assertThat(folder.resolve("film.mp4")).doesNotExist();
    }

    private Spoken render(String out, String... more) {
        Object[] words = new Object[8 + more.length];
        words[0] = "render";
        words[1] = timeline.toString();
        words[2] = "--song";
        words[3] = song.toString();
        words[4] = "--out";
        words[5] = folder.resolve(out).toString();
        words[6] = "--work";
        words[7] = folder.resolve("work").toString();
        System.arraycopy(more, 0, words, 8, more.length);
        return Spoken.by(words);
    }
}
