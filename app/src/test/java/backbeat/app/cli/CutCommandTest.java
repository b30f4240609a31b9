package backbeat.app.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import backbeat.app.demo.TinyShoot;
import backbeat.engine.Backbeat;
import backbeat.engine.footage.ResultFile;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The whole main job by its command, on a production of some seconds; the results lie among the footage. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CutCommandTest {
    @TempDir
    static Path folder;

    private static Path song;
    private static Path cards;
    private static Path out;
    private static Path work;
    private static Backbeat backbeat;
    private static Spoken first;

    @BeforeAll
    static void cut() throws IOException {
        song = folder.resolve("song.wav");
        cards = folder.resolve("cards");
        out = cards.resolve("edit/out");
        work = cards.resolve("work");
        backbeat = Backbeat.open(work, 1L << 30, null);
        TinyShoot.make(folder, backbeat.media());
        first = cutInto(out);
    }

    private static Spoken cutInto(Path results) {
        return Spoken.by("cut", "--song", song, "--footage", cards, "--out", results, "--work", work);
    }

    @Test
    @Order(1)
    void writesAllResultsAndSaysSo() {
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(first.out())
                .contains(
                        "clips: 2 on the song",
                        "not used (see the report)",
                        "[cli/results-in-footage]",
                        out.toString());
        for (ResultFile result : ResultFile.values()) {
            assertThat(out.resolve(result.fileName())).isNotEmptyFile();
            assertThat(result.isMarkedIn(out.resolve(result.fileName())))
                    .as(result.fileName())
                    .isTrue();
        }
    }

    @Test
    @Order(2)
    void theFilmIsAsLongAsTheSong() {
        MediaFacts film = backbeat.media().probe(out.resolve("rough-cut.mp4"));
        VideoFacts picture = requireNonNull(film.video());
        Rational length = backbeat.media().probe(song).duration();
        double frames = length.times(picture.rate().perSecond()).toDouble();
        assertThat((double) picture.frames()).isBetween(frames, frames + 1);
        assertThat(film.audio()).isNotNull();
    }

    @Test
    @Order(3)
    void theSecondRunComputesNothingAndDoesNotCutItsOwnFilm() throws IOException {
        Set<Path> kept = computed();
        byte[] sync = Files.readAllBytes(out.resolve("sync.json"));
        byte[] film = Files.readAllBytes(out.resolve("rough-cut.mp4"));
        Spoken second = cutInto(out);
        assertThat(second).isEqualTo(new Spoken(0, first.out(), second.err()));
        assertThat(computed()).isEqualTo(kept);
        assertThat(out.resolve("sync.json")).hasBinaryContent(sync);
        assertThat(out.resolve("rough-cut.mp4")).hasBinaryContent(film);
        assertThat(out.resolve("report.html")).content().contains("Result of Backbeat");
    }

    @Test
    @Order(4)
    void resultsOfAnEarlierRunAreNoFootageOfALaterOne() throws IOException {
        Files.copy(out.resolve("rough-cut.mp4"), cards.resolve("rough-cut (1).mp4"));
        Path other = folder.resolve("other");
        assertThat(cutInto(other).status()).isZero();
        assertThat(other.resolve("sync.json"))
                .content()
                .contains("A001C001.MP4")
                .doesNotContain("rough-cut");
    }

    @Test
    void footageThatHoldsNothingIsOneLineAndStatusTwo() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("shots.txt"), "one, two");
        Path results = folder.resolve("nothing");
        Spoken said = Spoken.by("cut", "--song", song, "--footage", notes, "--out", results, "--work", work);
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err().lines().filter(line -> !line.matches("\\d+ % .*")))
                .singleElement()
                .asString()
                .contains(
                        "[footage/nothing-usable]",
                        results.resolve("report.html").toString());
        assertThat(results.resolve("report.html")).isNotEmptyFile();
    }

    @Test
    void syncWritesNoReportAndNamesAReasonItself() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(broken.resolve("A001.MP4"), "no film");
        Files.writeString(broken.resolve("A.txt"), "a text");
        Spoken said = Spoken.by("sync", "--song", song, "--footage", broken, "--work", work);
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err())
                .contains("[footage/nothing-usable]", "For example A001.MP4: ")
                .doesNotContain("report");
    }

    @Test
    void programsGetTheFilesThatCouldNotBeUsed() {
        Spoken said = Spoken.by(
                "cut", "--song", song, "--footage", cards, "--out", folder.resolve("data"), "--work", work, "--json");
        assertThat(said.out()).contains("\"code\" : \"media/", "\"code\" : \"footage/");
    }

    private static Set<Path> computed() throws IOException {
        try (Stream<Path> files = Files.walk(work.resolve("vault/kept"))) {
            return files.collect(Collectors.toSet());
        }
    }

    @Test
    @Order(90)
    void aShotListIsFollowedAndWhatHasNoFootageIsTold() throws IOException {
        Path list = Files.writeString(folder.resolve("shots.csv"), "Camera;Where;Size\nZ;0:00-0:02;huge\n;all;\n");
        Path planned = cards.resolve("edit/planned");
        Spoken cut =
                Spoken.by("cut", "--song", song, "--footage", cards, "--out", planned, "--work", work, "--plan", list);
        assertThat(cut.status()).as(cut.err()).isZero();
        assertThat(cut.out())
                .contains("2 rows of the shot list: 1 no footage", "[shots/no-footage]", "line 2: \"huge\" was not");
        assertThat(planned.resolve("cut.json")).content().contains("NO_FOOTAGE");
        assertThat(planned.resolve("cut-wishes.json")).content().contains("shots.csv");

        Files.writeString(list, "foo,bar\n1,2\n");
        Spoken other = Spoken.by("cut", "--song", song, "--footage", cards, "--out", planned, "--work", work);
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err()).contains("[shots/unreadable]", "shots.csv", "foo, bar", "where, camera, clip");

        Files.delete(list);
        Spoken without = Spoken.by("cut", "--song", song, "--footage", cards, "--out", planned, "--work", work);
        assertThat(without.status()).isEqualTo(2);
        assertThat(without.err()).contains("[cli/shot-list-gone]", "--plan none", "shots.csv");
    }
}
