package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.time.Rate;
import backbeat.studio.edit.FilmView;
import backbeat.studio.people.Role;
import backbeat.studio.plan.Task;
import backbeat.studio.production.Production;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A film is watched, commented on, drawn on, answered and approved, by members and by guests. */
class ReviewPagesTest {
    private static OpenStudio open;

    @BeforeAll
    static void openStudio() throws Exception {
        open = OpenStudio.open();
        open.owner();
    }

    @AfterAll
    static void close() throws Exception {
        open.close();
    }

    @Test
    void aGuestCommentsAndApprovesAndAMemberAnswers() throws Exception {
        Production production = withFilm("Sundown", "one");
        Visitor guest = open.visitor();
        String link = "/r/"
                + open.studio.links().make(production.id(), "Gail", Duration.ofDays(2), false, open.ownerAccount());
        guest.get(link);
        assertThat(guest.post(
                                link + "/comments",
                                "frame",
                                "30",
                                "words",
                                "too <b>dark</b>",
                                "drawing",
                                "0.1,0.1 0.9,0.9")
                        .place())
                .isEqualTo(link);
        assertThat(guest.post(link + "/verdict", "approved", "true", "words", "lovely", "film", "one")
                        .place())
                .isEqualTo(link);

        Visitor director = open.member(production, Role.DIRECTOR);
        String review = "/p/" + production.id() + "/review";
        String page = director.get(review).body();
        assertThat(page)
                .contains("too &lt;b", "data-drawing=\"0.1,0.1 0.9,0.9\"", "Gail", "lovely")
                .contains(">Approved<")
                .doesNotContain("<b>dark");
        String comment = open.studio.comments().of(production.id()).getFirst().id();
        director.post("/p/" + production.id() + "/comments/" + comment + "/answer", "words", "I will lift it");
        assertThat(guest.get(link).body()).contains("I will lift it");
        director.post("/p/" + production.id() + "/verdict", "approved", "false", "film", "one");
        assertThat(director.get(review).body()).contains(">Changes wanted<");
    }

    @Test
    void guestsOfOneNameAreTwoPeopleAndEachLastWordCounts() throws Exception {
        Production production = withFilm("Twins", "eight");
        String first = link(production, "Alex");
        String second = link(production, "Alex");
        Visitor guest = open.visitor();
        guest.get(first);
        guest.post(first + "/verdict", "approved", "false", "words", "too dark", "film", "eight");
        Visitor namesake = open.visitor();
        namesake.get(second);
        namesake.post(second + "/verdict", "approved", "true", "film", "eight");
        assertThat(guest.get(first).body()).contains(">Changes wanted<");
        guest.post(first + "/verdict", "approved", "true", "film", "eight");
        assertThat(guest.get(first).body()).contains(">Approved<");
    }

    private static String link(Production production, String guest) {
        return "/r/" + open.studio.links().make(production.id(), guest, Duration.ofDays(2), false, open.ownerAccount());
    }

    @Test
    void aCommentThatIsSentTwiceIsOneForMembersAndGuests() throws Exception {
        Production production = withFilm("Pressed twice", "one");
        Visitor director = open.member(production, Role.DIRECTOR);
        String home = "/p/" + production.id();
        director.get(home + "/review");
        String link = link(production, "Gail");
        Visitor guest = open.visitor();
        guest.get(link);
        for (int i = 0; i < 2; i++) {
            director.post(home + "/comments", "frame", "30", "words", "@Person DIRECTOR too dark");
            guest.post(link + "/comments", "frame", "30", "words", "too dark");
        }
        assertThat(open.studio.comments().of(production.id())).hasSize(2);
        assertThat(open.studio.activity().of(production.id(), 10))
                .filteredOn(entry -> entry.done().contains("commented on the film"))
                .hasSize(2);
    }

    @Test
    void aLinkThatIsUsedToFillTheDiskIsSlowedDownInWords() throws Exception {
        Production production = withFilm("Flood", "one");
        Visitor guest = open.visitor();
        String link = "/r/"
                + open.studio.links().make(production.id(), "Gail", Duration.ofDays(2), false, open.ownerAccount());
        guest.get(link);
        Visitor.Answer last = guest.post(link + "/comments", "frame", "30", "words", "0");
        for (int i = 1; i < 30 && last.status() < 400; i++) {
            last = guest.post(link + "/comments", "frame", "30", "words", String.valueOf(i));
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.body()).contains("in a short time", "Wait a minute");
        assertThat(guest.post(link + "/verdict", "approved", "true", "film", "one")
                        .status())
                .isEqualTo(429);
        assertThat(open.studio.comments().of(production.id())).hasSize(20);
    }

    @Test
    void whatIsSaidOfAFilmThatWasMadeAnewIsNotKept() throws Exception {
        Production production = withFilm("Anew", "two");
        Visitor producer = open.member(production, Role.PRODUCER);
        producer.get("/p/" + production.id() + "/review");
        Visitor.Answer answer =
                producer.post("/p/" + production.id() + "/verdict", "approved", "true", "film", "the one before");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("made anew");
        assertThat(open.studio.verdicts().of(production.id())).isEmpty();
    }

    @Test
    void aCommentIsAnsweredInItsOwnProductionAlone() throws Exception {
        Production production = withFilm("Own", "three");
        Production other = withFilm("Other", "four");
        Visitor producer = open.member(production, Role.PRODUCER);
        producer.get("/p/" + production.id() + "/review");
        producer.post("/p/" + production.id() + "/comments", "frame", "0", "words", "hello");
        String comment = open.studio.comments().of(production.id()).getFirst().id();
        String link =
                "/r/" + open.studio.links().make(other.id(), "Gail", Duration.ofDays(2), false, open.ownerAccount());
        Visitor guest = open.visitor();
        guest.get(link);
        assertThat(guest.post(link + "/comments/" + comment + "/answer", "words", "from elsewhere")
                        .status())
                .isEqualTo(422);
        assertThat(open.studio.comments().of(production.id())).hasSize(1);
    }

    @Test
    void commentsAreTakenAwayAsMarkers() throws Exception {
        Production production = withFilm("Away", "five");
        Visitor editor = open.member(production, Role.EDITOR);
        editor.get("/p/" + production.id() + "/review");
        editor.post("/p/" + production.id() + "/comments", "frame", "30", "words", "cut it sooner");
        Visitor.Answer sheet = editor.get("/p/" + production.id() + "/comments.pdf");
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.body()).startsWith("%PDF-");
        for (String ending : new String[] {"xml", "fcpxml", "edl", "txt", "csv"}) {
            Visitor.Answer file = editor.get("/p/" + production.id() + "/comments." + ending);
            assertThat(file.body()).as(ending).contains("cut it sooner");
            assertThat(file.header("Content-Disposition")).contains("comments." + ending);
        }
        assertThat(editor.get("/p/" + production.id() + "/comments.exe").status())
                .isEqualTo(404);
    }

    @Test
    void whoIsCalledByNameFindsItOnAPageOfHisOwn() throws Exception {
        Production production = withFilm("Called", "seven");
        Visitor director = open.member(production, Role.DIRECTOR);
        Visitor crew = open.member(production, Role.CREW);
        director.get("/p/" + production.id() + "/review");
        director.post(
                "/p/" + production.id() + "/comments",
                "frame",
                "30",
                "words",
                "@Person CREW, can you <i>light</i> this?");
        String comment = open.studio.comments().of(production.id()).getFirst().id();
        assertThat(crew.get("/me").body())
                .contains("Said to you", "Person DIRECTOR", "&lt;i", "/p/" + production.id() + "/review#c-" + comment);
        assertThat(crew.get("/p/" + production.id() + "/review").body()).contains("<b class=\"at\">@Person CREW</b>");
        assertThat(director.get("/me").body()).doesNotContain("Said to you");
    }

    @Test
    void aCommentBecomesATaskAndEachLeadsToTheOther() throws Exception {
        Production production = withFilm("Task", "eight");
        Visitor producer = open.member(production, Role.PRODUCER);
        String home = "/p/" + production.id();
        producer.get(home + "/review");
        producer.post(home + "/comments", "frame", "10", "last", "34", "words", "remove the logo");
        String comment = open.studio.comments().of(production.id()).getFirst().id();
        String owner =
                open.studio.crew().of(production.id()).getFirst().account().id();
        producer.post(
                home + "/comments/" + comment + "/task",
                "title",
                "Remove the logo",
                "stage",
                "FINISH",
                "owner",
                owner,
                "due",
                "2031-05-02");
        Task task = open.studio.plan().of(production.id()).getFirst();
        assertThat(task.ownerId()).isEqualTo(owner);
        assertThat(task.due()).isEqualTo("2031-05-02");
        assertThat(producer.get(home + "/tasks").body()).contains("Remove the logo", home + "/review#c-" + comment);
        assertThat(producer.get(home + "/review").body())
                .contains(home + "/tasks#t-" + task.id(), "Task, open", "data-last=\"34\"");
        Visitor crew = open.member(production, Role.CREW);
        crew.get(home + "/review");
        assertThat(crew.post(home + "/comments/" + comment + "/task", "title", "x")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aStretchIsSpokenOfAndNamesAreOfferedOnAPhone() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        Production production = withFilm("Stretch", "nine");
        open.member(production, Role.DIRECTOR);
        try (Chromium browser = Chromium.start(program.orElseThrow(), open.folder.resolve("browser2"))) {
            browser.looks(390, 844, "light");
            browser.signIn(open);
            browser.open("http://127.0.0.1:" + open.server.port() + "/p/" + production.id() + "/review");
            browser.until("the film", "document.querySelector('film-player')?.video.videoWidth > 0");
            browser.run("document.querySelector('film-player').goTo(10).then(() => 0)");
            browser.click("#span");
            browser.run("document.querySelector('film-player').goTo(34).then(() => 0)");
            browser.until(
                    "the stretch", "document.querySelector('[data-part=where]').textContent === 'frames 10 – 34'");
            browser.type("#words", "@dir");
            browser.until("the name", "document.querySelector('.offers li')?.textContent === 'Person DIRECTOR'");
            browser.keepPicture("offers-390");
            browser.press("Enter", "Enter", 13);
            browser.until("the name taken", "document.getElementById('words').value === '@Person DIRECTOR '");
            assertThat(browser.run(
                                    "(() => { const send = document.querySelector('#say button.pri'); send.click(); send.click(); return send.disabled; })()")
                            .asBoolean())
                    .as("it waits while it is sent")
                    .isTrue();
            browser.until("the comment", "document.querySelector('.nt .at')?.textContent === '@Person DIRECTOR'");
            assertThat(open.studio.comments().of(production.id()))
                    .extracting(comment -> comment.frame() + " " + comment.lastFrame())
                    .containsExactly("10 34");
            assertThat(browser.run("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void whatWasDrawnStandsOnThePictureWhenTheCommentIsChosen() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        Production production = withFilm("Drawn", "six");
        try (Chromium browser = Chromium.start(program.orElseThrow(), open.folder.resolve("browser"))) {
            browser.looks(1440, 900, "dark");
            browser.signIn(open);
            browser.open("http://127.0.0.1:" + open.server.port() + "/p/" + production.id() + "/review");
            String kept = browser.run("""
                    (async () => {
                        const later = ms => new Promise(next => setTimeout(next, ms));
                        const player = document.querySelector('film-player');
                        for (let i = 0; i < 100 && !player.video.videoWidth; i++) await later(50);
                        await player.goTo(20);
                        document.getElementById('draw').click();
                        await later(100);
                        const svg = document.querySelector('.ink'), box = svg.getBoundingClientRect();
                        svg.setPointerCapture = () => {};
                        const at = (kind, x, y) => svg.dispatchEvent(new PointerEvent(kind, { pointerId: 1, bubbles: true,
                            clientX: box.left + x * box.width, clientY: box.top + y * box.height }));
                        at('pointerdown', .25, .25); at('pointermove', .5, .5); at('pointermove', .75, .25); at('pointerup', .75, .25);
                        document.getElementById('words').value = 'this corner';
                        document.querySelector('#say button.pri').click();
                        for (let i = 0; i < 100 && !document.querySelector('.nt'); i++) await later(50);
                        const note = document.querySelector('.nt');
                        await player.goTo(0);
                        svg.replaceChildren();
                        note.click();
                        for (let i = 0; i < 60 && player.frame !== 20; i++) await later(50);
                        return note.dataset.drawing + ' | ' + svg.childElementCount + ' | ' + player.frame;
                    })()
                    """).asString();
            assertThat(kept).matches("0\\.25,0\\.25 0\\.5,0\\.5 0\\.75,0\\.25 \\| 1 \\| 20");
            assertThat(browser.complaints())
                    .as("there is no song below this film, and nothing else is missing")
                    .allMatch(told -> told.matches(".*/(strip\\.json.*|peaks)"));
        }
    }

    private static Production withFilm(String name, String version) throws Exception {
        Production production = open.production(name);
        Path folder = open.studio.productions().folder(production.id());
        Path clip = open.folder.resolve(name + ".mp4");
        FrameCode.clip(FrameCode.media(), clip, Rate.FPS_25, 0, 60, null);
        Files.createDirectories(folder);
        Files.copy(clip, folder.resolve("rough-cut.mp4"));
        JsonFile.write(folder.resolve("film.json"), new FilmView(version, "25", 2.4, 1));
        return production;
    }
}
