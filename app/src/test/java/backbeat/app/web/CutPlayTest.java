package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.cut.Choice;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.media.Media;
import backbeat.engine.time.Rate;
import backbeat.studio.edit.CutView;
import backbeat.studio.edit.FootageView;
import backbeat.studio.production.Production;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cut plays from proxies to the song: which picture is seen is read from numbers burnt into it. */
class CutPlayTest {
    private static final int SECONDS = 20;
    private static final List<Rate> RATES = List.of(Rate.FPS_25, Rate.FPS_23_976, Rate.FPS_50);

    @Test
    void theFrameThatIsSeenIsTheOneThatTheSongIsAt() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        try (OpenStudio open = OpenStudio.open();
                Chromium browser = Chromium.start(program.orElseThrow(), open.folder.resolve("browser"))) {
            Production production = cutProduction(open);
            browser.looks(1200, 900, "dark");
            browser.signIn(open);
            browser.open("http://127.0.0.1:" + open.server.port() + "/p/" + production.id() + "/cut");
            for (JsonNode still : read(browser.run(script("""
                    const seen = [];
                    for (const at of [0, 3.99, 4, 4.01, 7.3, 12.52, 1.5, 15.96, 16]) {
                        strip.goTo(at);
                        for (let i = 0, same = 0, last; i < 60 && same < 6; i++) {
                            await new Promise(next => setTimeout(next, 50));
                            const code = player.seen ? codeOf(player.seen) : -1;
                            same = code === last ? same + 1 : 0;
                            last = code;
                        }
                        seen.push([at, codeOf(player.seen)]);
                    }
                    return JSON.stringify(seen);
                    """)).asString())) {
                double time = still.get(0).asDouble();
                assertThat(still.get(1).asInt())
                        .as("standing at %s", time)
                        .isEqualTo(expected(Math.floor(time * 25 + .02) / 25));
            }
            JsonNode told = read(browser.run(script("""
                    const seen = [];
                    strip.goTo(0.5);
                    await new Promise(next => setTimeout(next, 600));
                    await strip.media.play();
                    let last = strip.media.currentTime, longest = 0, clock = performance.now();
                    while (strip.media.currentTime < 17) {
                        await new Promise(requestAnimationFrame);
                        const time = strip.media.currentTime, now = performance.now();
                        longest = Math.max(longest, Math.abs((time - last) - (now - clock) / 1000));
                        last = time; clock = now;
                        if (player.seen) seen.push([Number(time.toFixed(4)), codeOf(player.seen)]);
                        if (now > 1e6) break;
                    }
                    strip.media.pause();
                    return JSON.stringify({ seen, longest });
                    """)).asString());
            int near = 0;
            int all = 0;
            int otherShot = 0;
            for (JsonNode one : told.get("seen")) {
                int wanted = expected(one.get(0).asDouble());
                int off = Math.abs(one.get(1).asInt() - wanted);
                all++;
                near += off <= (wanted >= 2000 ? 2 : 1) ? 1 : 0;
                otherShot += off > 500 ? 1 : 0;
            }
            System.out.printf(
                    "cut player: %d pictures read, %.1f %% within a frame of the song, %d of another shot%n",
                    all, 100.0 * near / all, otherShot);
            assertThat(all).isGreaterThan(60);
            assertThat((double) near / all).isGreaterThan(0.9);
            assertThat((double) otherShot / all).isLessThan(0.03);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static String script(String body) {
        return """
                (async () => {
                    %s
                    const strip = document.querySelector('song-strip'), player = document.querySelector('cut-player');
                    for (let i = 0; i < 200 && !(strip.media && player.shots && strip.media.readyState > 1); i++) await new Promise(next => setTimeout(next, 50));
                    %s
                })()
                """.formatted(FrameCode.READER, body);
    }

    /** Shots of four seconds, each from another clip, which begins a second later in the song than its code. */
    private static int expected(double songTime) {
        int shot = (int) (songTime / 4 + 1e-6);
        Rate rate = RATES.get(shot % RATES.size());
        return 1000 * (shot % RATES.size()) + (int) Math.floor((songTime + 1) * rate.toDouble() + 1e-3);
    }

    private static Production cutProduction(OpenStudio open) throws Exception {
        open.owner();
        Path folder = open.folder.resolve("cards");
        Media media = FrameCode.media();
        for (int i = 0; i < RATES.size(); i++) {
            Rate rate = RATES.get(i);
            int frames = (int) (rate.toDouble() * (SECONDS + 2));
            FrameCode.clip(media, folder.resolve("C" + i + ".MP4"), rate, 1000 * i, frames, null);
        }
        Production production = open.production("Cut");
        byte[] song = BrowserTest.clicks(SECONDS, 120);
        open.studio.productions().bringSong(production, "clicks.wav", song.length, new ByteArrayInputStream(song));
        open.studio.productions().useFootage(production, folder.toString());
        Production whole = open.studio.productions().byId(production.id()).orElseThrow();
        open.studio.edits().songBrought(whole, open.ownerAccount());
        open.studio.edits().footageNamed(whole, open.ownerAccount());
        for (int i = 0;
                i < 900
                        && (open.studio.results(whole.id()).proxies().size() < RATES.size()
                                || open.studio.results(whole.id()).sync().isEmpty());
                i++) {
            Thread.sleep(100);
        }
        List<FootageView.ClipView> clips =
                open.studio.results(whole.id()).footage().orElseThrow().clips();
        List<Choice> shots = new ArrayList<>();
        for (int shot = 0; shot < SECONDS / 4; shot++) {
            FootageView.ClipView clip = clips.get(shot % clips.size());
            shots.add(new Choice(
                    clip.path(),
                    clip.camera(),
                    List.of(),
                    4.0 * shot + 1,
                    4.0 * shot,
                    4.0 * shot + 4,
                    "",
                    List.of("because"),
                    Map.of(),
                    null,
                    null));
        }
        JsonFile.write(
                open.studio.productions().folder(whole.id()).resolve("cut.json"),
                new CutView(shots, List.of(), List.of(), "25", 0, List.of(), List.of()));
        return whole;
    }
}
