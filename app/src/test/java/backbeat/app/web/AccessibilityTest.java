package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.time.Rate;
import backbeat.studio.edit.FilmView;
import backbeat.studio.mail.MailServer;
import backbeat.studio.mail.Post;
import backbeat.studio.production.Production;
import backbeat.studio.review.Author;
import backbeat.studio.review.Comments;
import backbeat.studio.review.Note;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** No page has a serious fault by Deque's axe, dark and light, wide and narrow. */
class AccessibilityTest {
    private static final String SERIOUS = """
            (async () => {
                const found = await axe.run(document, { resultTypes: ['violations'] });
                return found.violations.filter(fault => fault.impact === 'serious' || fault.impact === 'critical')
                    .map(fault => fault.id + ': ' + fault.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join('  ')).join('\\n');
            })()
            """;

    @Test
    void axeFindsNoSeriousFault() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        try (LetterBox box = new LetterBox();
                Post post = Post.by(
                        MailServer.of("smtp://127.0.0.1:" + box.port() + "?from=studio@example.org"),
                        Clock.systemUTC());
                OpenStudio open = OpenStudio.open(new Surroundings(
                        "127.0.0.1", 0, null, post, new Issuer("House", "http://127.0.0.1:9", "studio", "")));
                Chromium browser = Chromium.start(program.orElseThrow(), open.folder.resolve("browser"))) {
            String axe = axe();
            String base = "http://127.0.0.1:" + open.server.port();
            List<String> faults = new ArrayList<>();
            browser.looks(1440, 900, "dark");
            faultsOf(browser, axe, base + "/first", "dark", faults);
            open.owner();
            String link = open.studio.passwordLinks().make(open.ownerAccount(), open.ownerAccount());
            for (String page : new String[] {"/sign-in", "/forgotten", "/password/" + link, "/sign-in/back"}) {
                faultsOf(browser, axe, base + page, "dark", faults);
            }
            browser.signIn(open);
            List<String> pages = pages(open);
            for (String scheme : new String[] {"dark", "light"}) {
                for (int width : new int[] {1440, 390}) {
                    browser.looks(width, 900, scheme);
                    for (String page : pages) {
                        faultsOf(browser, axe, base + page, scheme + " " + width, faults);
                    }
                }
            }
            assertThat(faults).isEmpty();
        }
    }

    private static void faultsOf(Chromium browser, String axe, String page, String how, List<String> faults)
            throws Exception {
        browser.open(page);
        browser.run(axe + "; 'here'");
        String found = browser.run(SERIOUS).asString();
        if (!found.isEmpty()) {
            faults.add(page.replaceFirst("^http://[^/]+", "") + " (" + how + ") " + found);
        }
    }

    /** Of a production with a song, a film, and things said of it. */
    private static List<String> pages(OpenStudio open) throws Exception {
        Production production = open.production("Clicks");
        open.hears(production, 24);
        Path folder = open.studio.productions().folder(production.id());
        Path clip = open.folder.resolve("film.mp4");
        FrameCode.clip(FrameCode.media(), clip, Rate.FPS_25, 0, 60, null);
        Files.copy(clip, folder.resolve("rough-cut.mp4"));
        JsonFile.write(folder.resolve("film.json"), new FilmView("one", "25", 2.4, 1));
        Files.createDirectories(folder.resolve("films"));
        Files.copy(clip, folder.resolve("films/before.mp4"));
        JsonFile.write(folder.resolve("films/before.json"), new FilmView("before", "25", 2.4, 1));
        Author owner = Author.of(open.ownerAccount());
        Comments comments = open.studio.comments();
        Comments.Comment first = comments.say(
                production.id(), new Comments.Place("one", 30, 1.2), new Note("brighter", "0.1,0.1 0.5,0.5"), owner);
        comments.answer(production.id(), first.id(), Note.of("yes"), owner);
        open.studio.verdicts().say(production.id(), "one", 1, false, "nearly", owner);
        open.studio
                .shots()
                .bring(
                        production.id(),
                        "where,camera,size\n1-4,A,close\nbridge 9,B,huge\n".getBytes(StandardCharsets.UTF_8),
                        open.ownerAccount());
        String link = open.studio.links().make(production.id(), "Gail", Duration.ofDays(2), true, open.ownerAccount());
        String home = "/p/" + production.id();
        return List.of(
                "/",
                "/productions/new",
                "/jobs",
                "/me",
                "/accounts",
                home,
                home + "/song",
                home + "/footage",
                home + "/cut",
                home + "/shots",
                home + "/shots?row=0",
                home + "/review",
                home + "/review?with=before&how=wipe",
                home + "/people",
                "/r/" + link);
    }

    private static String axe() throws Exception {
        try (InputStream in =
                Objects.requireNonNull(AccessibilityTest.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
