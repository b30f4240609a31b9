package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.song.SongMap;
import backbeat.studio.production.Production;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LyricTapsTest {
    @Test
    void aLineBeginsOnTheBeatThatIsNearUnlessItIsHeldOff() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        try (OpenStudio open = OpenStudio.open();
                Chromium browser = Chromium.start(program.orElseThrow(), open.folder.resolve("browser"))) {
            Visitor owner = open.owner();
            Production production = open.production("Clicks");
            open.hears(production, 24);
            String home = "/p/" + production.id();
            owner.get(home + "/song");
            owner.post(home + "/lyrics", "text", "one\ntwo\nthree");
            double beat = open.studio.results(production.id()).songMap().orElseThrow().beats().stream()
                    .mapToDouble(SongMap.Beat::time)
                    .filter(time -> time > 5)
                    .findFirst()
                    .orElseThrow();
            browser.signIn(open);
            browser.open("http://127.0.0.1:" + open.server.port() + home + "/song");
            browser.until("the strip has its beats", "document.querySelector('song-strip').song?.beats?.length > 0");
            browser.run("document.querySelector('lyric-times [data-begin]').click(); 1");
            assertThat(tapped(browser, beat + 0.06, false, 0)).isCloseTo(beat, within(0.0011));
            assertThat(tapped(browser, beat + 1.06, true, 1)).isCloseTo(beat + 1.06, within(0.0011));
            assertThat(tapped(browser, beat + 2.22, false, 2))
                    .as("off the beat")
                    .isCloseTo(beat + 2.22, within(0.0011));
        }
    }

    private static double tapped(Chromium browser, double at, boolean exactly, int line) throws Exception {
        return Double.parseDouble(browser.run("""
            (() => {
                const song = document.querySelector('song-strip').media;
                song.pause();
                song.currentTime = %s;
                document.dispatchEvent(new KeyboardEvent('keydown', { key: 't', code: 'KeyT', altKey: %s }));
                return document.querySelector('lyric-times [name=starts]').value.split(',')[%d];
            })()
            """.formatted(at, exactly, line)).asString());
    }
}
