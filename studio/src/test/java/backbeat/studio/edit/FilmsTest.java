package backbeat.studio.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which films are kept, and which give their room back. */
class FilmsTest {
    private static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");

    @TempDir
    Path folder;

    private Results results;
    private int made;

    @BeforeEach
    void open() {
        results = new Results(folder, new ReadFiles());
    }

    @Test
    void theNewestAreKeptAndOlderOnesThatHaveAReasonTo() throws IOException {
        for (int cut = 1; cut <= Films.KEPT + 3; cut++) {
            make(cut, "film " + cut, "v1");
        }
        assertThat(versions()).containsExactly("v9", "v8", "v7", "v6", "v5", "v4", "v1");
    }

    @Test
    void theFilmThatIsThereNowIsASecondNameOfItsFile() throws IOException {
        make(1, "film", "");
        assertThat(Files.getAttribute(folder.resolve("films/v1.mp4"), "unix:ino"))
                .isEqualTo(Files.getAttribute(folder.resolve("rough-cut.mp4"), "unix:ino"));
    }

    @Test
    void aFilmIsDroppedButNotTheOneThatIsShown() throws IOException {
        make(1, "one", "");
        make(2, "two", "");
        results.films().drop("v1");
        results.films().drop("v2");
        results.films().drop("../v2");
        assertThat(versions()).containsExactly("v2");
        assertThat(folder.resolve("films/v1.mp4")).doesNotExist();
    }

    @Test
    void theSameBytesOfTheSameCutAreTheSameFilm() throws IOException {
        make(1, "one", "");
        write("one");
        assertThat(results.films().sameAs(1, folder.resolve("rough-cut.mp4")))
                .map(FilmView::version)
                .contains("v1");
        assertThat(results.films().sameAs(2, folder.resolve("rough-cut.mp4"))).isEmpty();
        write("other");
        assertThat(results.films().sameAs(1, folder.resolve("rough-cut.mp4"))).isEmpty();
    }

    @Test
    void sinceAMomentAreTheFilmsThatWereThereToBeSeenThen() throws IOException {
        make(1, "one", "");
        make(2, "two", "");
        make(3, "three", "");
        Films films = results.films();
        assertThat(films.since(BEGIN.plusSeconds(150)))
                .as("made after the second film: that one and the third")
                .extracting(kept -> kept.film().version())
                .containsExactly("v3", "v2");
        assertThat(films.since(BEGIN.plusSeconds(900)))
                .extracting(kept -> kept.film().version())
                .containsExactly("v3");
    }

    /** A film of each minute. */
    private void make(int cut, String content, String stays) throws IOException {
        made++;
        write(content);
        Files.setLastModifiedTime(folder.resolve("rough-cut.mp4"), FileTime.from(BEGIN.plusSeconds(60L * made)));
        FilmView film = new FilmView("v" + made, "25", 10, cut);
        results.write("film.json", film);
        results.films().keep(film, stays::equals);
    }

    private void write(String content) throws IOException {
        Path unfinished = folder.resolve("unfinished");
        Files.writeString(unfinished, content);
        Files.move(unfinished, folder.resolve("rough-cut.mp4"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private java.util.List<String> versions() {
        return results.films().all().stream().map(kept -> kept.film().version()).toList();
    }
}
