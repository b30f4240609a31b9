package backbeat.studio.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
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
        assertThat(shownAfter(BEGIN.plusSeconds(150)))
                .as("after the second film was made: that one and the third")
                .containsExactly("v3", "v2");
        assertThat(shownAfter(BEGIN.plusSeconds(900))).containsExactly("v3");
    }

    @Test
    void aFilmThatIsShownAgainIsTheOneThatIsThereWhateverTheDateOfItsFile() throws IOException {
        make(1, "one", "");
        make(2, "two", "");
        show(new FilmView("v1", "25", 10, 1), "one", BEGIN.plusSeconds(180));
        assertThat(versions()).containsExactly("v1", "v2");
        assertThat(shownAfter(BEGIN.plusSeconds(900))).containsExactly("v1");
        assertThat(results.films().all().getFirst().isCurrent()).isTrue();
        make(3, "three", "");
        assertThat(shownAfter(BEGIN.plusSeconds(170)))
                .as("the first was there again")
                .containsExactly("v3", "v1", "v2");
    }

    @Test
    void aFilmOfAReplacedSongIsNotShownAnyMoreThoughNoOtherCame() throws IOException {
        make(1, "one", "");
        results.films().withdraw(BEGIN.plusSeconds(100));
        results.forget(List.of("film.json", "rough-cut.mp4"));
        made = 10;
        make(2, "two", "");
        assertThat(shownAfter(BEGIN.plusSeconds(90))).containsExactly("v11", "v1");
        assertThat(shownAfter(BEGIN.plusSeconds(200))).containsExactly("v11");
    }

    @Test
    void aFilmOfBeforeFilmsWereKeptIsKeptWhenAnotherTakesItsPlace() throws IOException {
        write("one");
        results.write("film.json", new FilmView("old", "25", 10, 1));
        made = 1;
        make(2, "two", "");
        assertThat(versions()).containsExactly("v2", "old");
    }

    @Test
    void factsThatNameAnotherFileAreNotBelieved() throws IOException {
        make(1, "one", "");
        Files.writeString(folder.resolve("films/x.mp4"), "x");
        results.write("films/x.json", new FilmView("../../other/rough-cut", "25", 10, 1));
        assertThat(versions()).containsExactly("v1");
    }

    @Test
    void aFilmThatIsDroppedWhileTheyAreListedIsNotThere() throws IOException {
        make(1, "one", "");
        make(2, "two", "");
        Files.delete(folder.resolve("films/v1.mp4"));
        Files.createSymbolicLink(folder.resolve("films/v1.mp4"), folder.resolve("gone"));
        assertThat(versions()).containsExactly("v2");
    }

    /** A film of each minute. */
    private void make(int cut, String content, String stays) throws IOException {
        made++;
        show(new FilmView("v" + made, "25", 10, cut), content, BEGIN.plusSeconds(60L * made), stays);
    }

    private void show(FilmView film, String content, Instant now, String... stay) throws IOException {
        results.films().withdraw(now);
        write(content);
        Files.setLastModifiedTime(folder.resolve("rough-cut.mp4"), FileTime.from(now));
        results.write("film.json", film);
        results.films().keep(film, now, List.of(stay)::contains);
    }

    private List<String> shownAfter(Instant moment) {
        return results.films().all().stream()
                .filter(kept -> kept.wasShownAfter(moment))
                .map(kept -> kept.film().version())
                .toList();
    }

    private void write(String content) throws IOException {
        Path unfinished = folder.resolve("unfinished");
        Files.writeString(unfinished, content);
        Files.move(unfinished, folder.resolve("rough-cut.mp4"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> versions() {
        return results.films().all().stream().map(kept -> kept.film().version()).toList();
    }
}
