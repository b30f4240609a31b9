package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.media.Media;
import backbeat.engine.time.Rate;
import backbeat.studio.edit.FootageView;
import backbeat.studio.production.Production;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Seeking and stepping in a browser: the number that is burnt into each picture is the number that was asked for. */
class ExactFramesTest {
    private static final int FRAMES = 150;
    private static final int SOUGHT = 12;
    private static final List<Rate> RATES = List.of(
            Rate.FPS_23_976, Rate.FPS_24, Rate.FPS_25, Rate.FPS_29_97, Rate.FPS_30, Rate.FPS_50, Rate.FPS_59_94);

    @Test
    void theClipPlayerShowsTheFrameThatIsAskedForAtEveryRate() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        try (OpenStudio open = OpenStudio.open();
                Chromium browser = Chromium.start(program.orElseThrow(), open.folder.resolve("browser"))) {
            Production production = withClips(open);
            browser.looks(1440, 900, "dark");
            browser.signIn(open);
            for (FootageView.ClipView clip :
                    open.studio.results(production.id()).footage().orElseThrow().clips()) {
                browser.open("http://127.0.0.1:" + open.server.port() + "/p/" + production.id() + "/footage?clip="
                        + clip.index());
                List<Integer> wanted = wanted();
                String shown = browser.run("""
                        (async () => {
                            %s
                            const player = document.querySelector('clip-player');
                            const seen = [];
                            for (const frame of [%s]) { await player.frames.show(frame); seen.push(codeOf(player.video)); }
                            for (let i = 0; i < 8; i++) { await player.on(); await player.frames.show(player.frames.frame); seen.push(codeOf(player.video)); }
                            for (let i = 0; i < 8; i++) { await player.back(); await player.frames.show(player.frames.frame); seen.push(codeOf(player.video)); }
                            return seen.join(' ');
                        })()
                        """.formatted(FrameCode.READER, joined(wanted, ", ")))
                        .asString();
                assertThat(shown).as(clip.rate() + " frames a second").isEqualTo(joined(withSteps(wanted), " "));
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static Production withClips(OpenStudio open) throws Exception {
        open.owner();
        Path folder = open.folder.resolve("cards");
        Media media = FrameCode.media();
        for (Rate rate : RATES) {
            FrameCode.clip(
                    media, folder.resolve("R" + rate.toString().replace('/', '_') + ".MP4"), rate, 0, FRAMES, null);
        }
        Production production = open.production("Frames");
        open.studio.productions().useFootage(production, folder.toString());
        Production named = open.studio.productions().byId(production.id()).orElseThrow();
        open.studio.edits().footageNamed(named, open.ownerAccount());
        for (int i = 0; i < 600 && open.studio.results(named.id()).proxies().size() < RATES.size(); i++) {
            Thread.sleep(100);
        }
        assertThat(open.studio.results(named.id()).proxies()).hasSize(RATES.size());
        return named;
    }

    private static List<Integer> wanted() {
        Random chance = new Random(7);
        List<Integer> frames = new ArrayList<>(List.of(0, FRAMES - 1, 1, 0));
        for (int i = 0; i < SOUGHT; i++) {
            frames.add(chance.nextInt(FRAMES));
        }
        frames.add(40);
        return frames;
    }

    private static List<Integer> withSteps(List<Integer> wanted) {
        List<Integer> all = new ArrayList<>(wanted);
        for (int i = 1; i <= 8; i++) {
            all.add(wanted.getLast() + i);
        }
        for (int i = 7; i >= 0; i--) {
            all.add(wanted.getLast() + i);
        }
        return all;
    }

    private static String joined(List<Integer> numbers, String between) {
        return String.join(between, numbers.stream().map(String::valueOf).toList());
    }
}
