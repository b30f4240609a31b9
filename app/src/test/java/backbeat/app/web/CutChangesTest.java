package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.app.demo.TinyShoot;
import backbeat.engine.cut.CutWishes;
import backbeat.engine.cut.Style;
import backbeat.studio.edit.CutVersion;
import backbeat.studio.production.Production;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Changes of a cut that the machine made of a shoot of some seconds, in a browser. */
class CutChangesTest {
    private static final Duration WORK = Duration.ofMinutes(2);
    private static final String REPEATS = "document.querySelector('#repeats')?.value";

    @Test
    void repeatsAreWishedShownAndTakenBack() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        try (OpenStudio open = OpenStudio.open();
                Chromium browser = Chromium.start(program.orElseThrow(), open.folder.resolve("browser"))) {
            open.owner();
            Production production = cut(open);
            browser.looks(390, 844, "dark");
            browser.signIn(open);
            browser.open("http://127.0.0.1:" + open.server.port() + "/p/" + production.id() + "/cut");
            repeatsAreWishedShownAndTakenBack(open, browser, production);
            assertThat(browser.complaints()).isEmpty();
            browser.looks(1440, 900, "light");
        }
    }

    private static void repeatsAreWishedShownAndTakenBack(OpenStudio open, Chromium browser, Production production)
            throws Exception {
        assertThat(browser.run(REPEATS).asString()).isEqualTo("style");
        browser.run("document.getElementById('repeats').value = 'alike'");
        browser.keepPicture("repeats-390");
        assertThat(browser.run("document.documentElement.scrollWidth").asInt()).isEqualTo(390);
        browser.click("form[action$='/cut/again'] button");
        browser.until("the cut with alike repeats", WORK, isVersion(2) + " && " + REPEATS + " === 'alike'");
        assertThat(wishes(open, production).repeats()).isEqualTo(Style.Repeats.ALIKE);
        assertThat(browser.run("document.querySelector('.vers .on').textContent")
                        .asString())
                .contains("cut, repeats alike");
        browser.click("form[action$='/cut/undo'] button");
        browser.until("the cut of before", isVersion(1) + " && " + REPEATS + " === 'style'");
        assertThat(wishes(open, production).repeats()).isNull();
        browser.click("form[action$='/cut/redo'] button");
        browser.until("the cut with alike repeats", isVersion(2) + " && " + REPEATS + " === 'alike'");
    }

    private static String isVersion(int number) {
        return "document.querySelector('h1 .dim')?.textContent === 'version " + number + "'";
    }

    private static CutWishes wishes(OpenStudio open, Production production) {
        return open.studio.cuts().open(production.id()).map(CutVersion::wishes).orElseThrow();
    }

    private static Production cut(OpenStudio open) throws Exception {
        Path shoot = open.folder.resolve("shoot");
        TinyShoot.make(shoot, FrameCode.media());
        Production production = open.production("Changed");
        byte[] song = Files.readAllBytes(shoot.resolve("song.wav"));
        open.studio.productions().bringSong(production, "song.wav", song.length, new ByteArrayInputStream(song));
        open.studio.productions().useFootage(production, shoot.resolve("cards").toString());
        Production whole = open.studio.productions().byId(production.id()).orElseThrow();
        open.studio.edits().songBrought(whole, open.ownerAccount());
        open.studio.edits().footageNamed(whole, open.ownerAccount());
        for (int i = 0;
                i < 1200
                        && (open.studio.cuts().open(whole.id()).isEmpty()
                                || !open.studio.jobs().unfinished(whole.id()).isEmpty());
                i++) {
            Thread.sleep(100);
        }
        return whole;
    }
}
