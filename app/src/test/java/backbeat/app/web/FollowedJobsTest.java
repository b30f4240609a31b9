package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.media.Media;
import backbeat.engine.time.Rate;
import backbeat.studio.edit.Step;
import backbeat.studio.production.Production;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pages that were made when nothing was busy hear of work that somebody else began. */
class FollowedJobsTest {
    private static final String HIDE = "Object.defineProperty(document, 'hidden', { value: %s, configurable: true });"
            + " document.dispatchEvent(new Event('visibilitychange')); 1";

    @Test
    void aPageComesAgainWhenOthersBeginWorkAndNeverWhileSomebodyWrites() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        try (OpenStudio open = OpenStudio.open();
                Chromium browser = Chromium.start(program.orElseThrow(), open.folder.resolve("browser"))) {
            open.owner();
            Production production = withAClip(open);
            browser.looks(1440, 900, "dark");
            browser.signIn(open);
            String home = "http://127.0.0.1:" + open.server.port() + "/p/" + production.id();
            theFootageShowsClipsThatCame(open, browser, production, home);
            nothingIsTakenFromSomebodyWhoWrites(open, browser, production, home);
            whatHappenedWhileNobodyLookedIsShown(open, browser, production);
            Map<String, Step> shown = Map.of("/song", Step.CUT, "/shots", Step.CUT, "/review", Step.RENDER);
            for (Map.Entry<String, Step> one : shown.entrySet()) {
                open(browser, home + one.getKey());
                open.studio.edits().ask(production, one.getValue(), null);
                browser.until(one.getKey() + " again", "!window.marker && document.readyState === 'complete'");
                awaitQuiet(open, production);
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void theFootageShowsClipsThatCame(
            OpenStudio open, Chromium browser, Production production, String home) throws Exception {
        open(browser, home + "/footage");
        assertThat(rows(browser)).isOne();
        anotherClip(open, 2);
        open.studio.edits().ask(production, Step.INGEST, null);
        browser.until("the second clip", "document.querySelectorAll('#clips tbody tr').length === 2");
        awaitQuiet(open, production);
    }

    private static void nothingIsTakenFromSomebodyWhoWrites(
            OpenStudio open, Chromium browser, Production production, String home) throws Exception {
        open(browser, home + "/footage?clip=0");
        browser.run("document.querySelector('.hand').open = true");
        browser.type("#hsong", "1:12");
        browser.run("document.activeElement.blur(); 1");
        anotherClip(open, 3);
        open.studio.edits().ask(production, Step.INGEST, null);
        awaitQuiet(open, production);
        Thread.sleep(2500); // a page would have come again after 0.7 s
        assertThat(rows(browser)).isEqualTo(2);
        assertThat(browser.run("document.getElementById('hsong').value").asString())
                .isEqualTo("1:12");
        browser.run("document.getElementById('hsong').value = ''");
        browser.until("the third clip", "document.querySelectorAll('#clips tbody tr').length === 3");
    }

    private static void whatHappenedWhileNobodyLookedIsShown(OpenStudio open, Chromium browser, Production production)
            throws Exception {
        browser.run("window.marker = 1");
        browser.run(HIDE.formatted("true"));
        anotherClip(open, 4);
        open.studio.edits().ask(production, Step.INGEST, null);
        awaitQuiet(open, production);
        Thread.sleep(1500);
        assertThat(browser.run("window.marker").asInt()).isOne();
        browser.run(HIDE.formatted("false"));
        browser.until("the fourth clip", "document.querySelectorAll('#clips tbody tr').length === 4");
    }

    private static void open(Chromium browser, String page) throws Exception {
        browser.open(page);
        assertThat(browser.run("document.querySelectorAll('[data-job]').length").asInt())
                .isZero();
        browser.run("window.marker = 1");
        Thread.sleep(500); // for its line to the server
    }

    private static int rows(Chromium browser) throws Exception {
        return browser.run("document.querySelectorAll('#clips tbody tr').length")
                .asInt();
    }

    private static void anotherClip(OpenStudio open, int number) throws Exception {
        Media media = FrameCode.media();
        FrameCode.clip(media, open.folder.resolve("cards/C" + number + ".MP4"), Rate.FPS_25, 0, 50, null);
    }

    private static Production withAClip(OpenStudio open) throws Exception {
        anotherClip(open, 1);
        Production production = open.production("Followed");
        open.hears(production, 24);
        open.studio
                .productions()
                .useFootage(production, open.folder.resolve("cards").toString());
        Production whole = open.studio.productions().byId(production.id()).orElseThrow();
        open.studio.edits().footageNamed(whole, open.ownerAccount());
        awaitQuiet(open, whole);
        return whole;
    }

    private static void awaitQuiet(OpenStudio open, Production production) throws InterruptedException {
        for (int quiet = 0, i = 0; quiet < 5; i++) {
            assertThat(i).as("tenths of a second of work").isLessThan(900);
            quiet = open.studio.jobs().unfinished(production.id()).isEmpty() ? quiet + 1 : 0;
            Thread.sleep(100);
        }
    }
}
