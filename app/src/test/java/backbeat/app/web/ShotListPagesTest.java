package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.cut.PlanOutcome;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.shotlist.PlannedShot;
import backbeat.studio.edit.CutView;
import backbeat.studio.people.Role;
import backbeat.studio.production.Production;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShotListPagesTest {
    private static OpenStudio open;
    private static Visitor owner;

    @BeforeAll
    static void openStudio() throws IOException {
        open = OpenStudio.open();
        owner = open.owner();
    }

    @AfterAll
    static void close() throws IOException {
        open.close();
    }

    private static String in(Production production, String path) {
        return "/p/" + production.id() + path;
    }

    private static int revision(Production production) {
        return open.studio.shots().of(production.id()).revision();
    }

    private static List<PlannedShot> shots(Production production) {
        return open.studio.shots().of(production.id()).list().shots();
    }

    private static int post(Production production, String path, String... fields) {
        String[] all = new String[fields.length + 2];
        all[0] = "revision";
        all[1] = String.valueOf(revision(production));
        System.arraycopy(fields, 0, all, 2, fields.length);
        return owner.post(in(production, path), all).status();
    }

    @Test
    void aRowIsAddedChangedRemovedAndTakenBack() {
        Production production = open.production("Rows");
        post(production, "/shots", "where", "17-24", "angle", "A", "size", "close", "length", "2 bars", "note", "<b>");
        post(production, "/shots", "where", "chorus 2", "kind", "story", "priority", "must");
        assertThat(owner.get(in(production, "/shots")).body())
                .contains("17-24", "camera A, close", "shots of 2 bars", "&lt;b&gt;", "chorus 2", "must");
        post(production, "/shots/0", "where", "17-20", "angle", "B");
        assertThat(shots(production)).extracting(PlannedShot::angle).containsExactly("B", "");
        post(production, "/shots/1/remove");
        assertThat(shots(production)).hasSize(1);
        post(production, "/shots-undo");
        post(production, "/shots-undo");
        assertThat(shots(production)).extracting(PlannedShot::angle).containsExactly("A", "");
    }

    @Test
    void whatSomebodyChangedMeanwhileIsNotWrittenOver() {
        Production production = open.production("Twice");
        owner.post(in(production, "/shots"), "revision", "0", "where", "1-2");
        assertThat(owner.post(in(production, "/shots"), "revision", "0", "where", "3-4")
                        .status())
                .isEqualTo(422);
        assertThat(owner.post(in(production, "/shots-undo"), "revision", "7").status())
                .isEqualTo(422);
        assertThat(post(production, "/shots/9/remove")).isEqualTo(422);
        assertThat(post(production, "/shots", "where", "5", "length", "endless"))
                .isEqualTo(422);
        assertThat(shots(production)).hasSize(1);
    }

    @Test
    void aTableIsBroughtAndTakenAwayAndWhatWasNotUnderstoodIsTold() {
        Production production = open.production("Tables");
        byte[] table = "Bars;Camera;Size\n1-4;A;CU\n5-8;B;enormous\n".getBytes(StandardCharsets.UTF_8);
        assertThat(owner.send(in(production, "/shots-file"), table).status()).isEqualTo(200);
        assertThat(owner.get(in(production, "/shots")).body()).contains("line 3", "enormous", "camera A, close");
        Visitor.Answer taken = owner.get(in(production, "/shots.csv"));
        assertThat(taken.header("Content-Type")).startsWith("text/csv");
        assertThat(taken.body()).contains("\"1-4\",\"A\",\"\",\"\",\"close\"");
        assertThat(owner.send(in(production, "/shots-file"), "no table".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(422);
        assertThat(shots(production)).hasSize(2);
    }

    @Test
    void anotherTableIsRefusedWithWhatWasExpectedAndTheListStays() {
        Production production = open.production("Wrong file");
        post(production, "/shots", "where", "1-2", "angle", "A");
        int before = revision(production);
        Visitor.Answer answer =
                owner.send(in(production, "/shots-file"), "foo,bar\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("This is no shot list", "foo, bar", "where, camera, clip, kind, size, length, note");
        assertThat(shots(production)).extracting(PlannedShot::angle).containsExactly("A");
        assertThat(revision(production)).isEqualTo(before);
        assertThat(owner.get(in(production, "/shots")).body())
                .as("the page has room to tell it")
                .containsPattern("(?s)id=\"shots-said\"[^>]*>.*data-part=\"what\"");
    }

    @Test
    void eachRowShowsWhetherTheCutFollowsIt() throws IOException {
        Production production = open.production("Followed");
        post(production, "/shots", "where", "1-2", "angle", "A");
        post(production, "/shots", "where", "3-4", "angle", "D");
        List<PlannedShot> shots = shots(production);
        CutView cut = new CutView(
                List.of(),
                List.of(),
                List.of(),
                "25",
                1,
                List.of(
                        new PlanOutcome(shots.get(0), PlanOutcome.Verdict.FOLLOWED, 4, 4, ""),
                        new PlanOutcome(shots.get(1), PlanOutcome.Verdict.NO_FOOTAGE, 4, 0, "no such clip")),
                List.of());
        Path folder = Files.createDirectories(open.studio.productions().folder(production.id()));
        JsonFile.write(folder.resolve("cut.json"), cut);
        assertThat(owner.get(in(production, "/shots")).body())
                .contains("as planned", "no footage", "no such clip")
                .doesNotContain("The list was changed since");
        post(production, "/shots/0", "where", "1-3", "angle", "A");
        assertThat(owner.get(in(production, "/shots")).body())
                .contains("The list was changed since", "not in this cut");
    }

    @Test
    void whoDoesNotPlanMayLookAndNothingElse() {
        Production production = open.production("Looked at");
        post(production, "/shots", "where", "1-2", "angle", "A");
        Visitor crew = open.member(production, Role.CREW);
        assertThat(crew.get(in(production, "/shots")).body()).contains("1-2").doesNotContain("Add a row");
        assertThat(crew.post(in(production, "/shots"), "revision", "1", "where", "3")
                        .status())
                .isEqualTo(403);
        assertThat(crew.get(in(production, "/shots.csv")).status()).isEqualTo(403);
    }

    @Test
    void onAPhoneARowIsSeenWholeWithoutScrollingSideways() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        Production production = open.production("On a phone");
        String note = "Hands on the fretboard, from below, with the red light behind";
        post(production, "/shots", "where", "chorus 2", "angle", "A", "size", "close", "note", note);
        post(production, "/shots", "where", "17-24", "kind", "story", "priority", "must", "name", "12A");
        try (Chromium browser = Chromium.start(program.orElseThrow(), open.folder.resolve("browser"))) {
            browser.looks(390, 844, "dark");
            browser.signIn(open);
            browser.open("http://127.0.0.1:" + open.server.port() + in(production, "/shots"));
            assertThat(browser.run("""
                            [...document.querySelectorAll('.stack tbody th, .stack tbody td, .stack .btn')]
                                .filter(one => one.checkVisibility())
                                .map(one => one.getBoundingClientRect())
                                .filter(box => box.left < 0 || box.right > 390 || box.width === 0).length
                            """).asInt()).isZero();
            assertThat(browser.run("document.querySelector('.stack').innerText").asString())
                    .contains("Note", note, "In the cut");
            browser.keepPicture("shots-390-dark");
            browser.looks(390, 844, "light");
            browser.keepPicture("shots-390-light");
            browser.looks(1440, 900, "dark");
            browser.keepPicture("shots-wide");
        }
    }
}
