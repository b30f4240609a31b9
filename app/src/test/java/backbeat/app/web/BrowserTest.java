package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.studio.production.Production;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The pages in a browser, where this machine has one: from an empty home to the song strip, wide and narrow, dark and light. */
class BrowserTest {
    private static final int RATE = 22_050;

    @Test
    void fromAnEmptyHomeToTheSongStripWithoutAComplaint() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        try (OpenStudio open = OpenStudio.open();
                Chromium browser = Chromium.start(program.orElseThrow(), open.folder.resolve("browser"))) {
            String base = "http://127.0.0.1:" + open.server.port();
            browser.looks(1440, 900, "dark");
            becomeOwner(browser, base, open.studio.startCode().text());
            String home = makeProduction(browser, base);
            Production production =
                    open.studio.productions().visibleTo(open.ownerAccount()).getFirst();
            open.hears(production, 24);
            theStripIsPlayedByKeys(browser, home);
            everythingIsReachedByItsName(browser, home);
            for (String scheme : new String[] {"dark", "light"}) {
                for (int width : new int[] {1440, 390}) {
                    browser.looks(width, 900, scheme);
                    noPageScrollsSideways(browser, base, home);
                }
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void becomeOwner(Chromium browser, String base, String code) throws Exception {
        browser.open(base + "/");
        assertThat(browser.run("location.pathname").asString()).isEqualTo("/first");
        browser.leave("""
                const say = (id, text) => { document.getElementById(id).value = text; };
                say('code', '%s'); say('name', 'Olga Owner'); say('email', 'owner@example.org'); say('password', '%s');
                document.querySelector('form[action="/first"] button').click();
                """.formatted(code, OpenStudio.PASSWORD));
        assertThat(browser.run("document.querySelector('h1').textContent").asString())
                .isEqualTo("Hello, Olga Owner");
    }

    private static String makeProduction(Chromium browser, String base) throws Exception {
        browser.open(base + "/productions/new");
        browser.leave("""
                document.getElementById('name').value = 'Clicks';
                document.getElementById('artist').value = 'The Machine';
                document.querySelector('form[action="/productions"] button').click();
                """);
        return browser.run("location.href").asString();
    }

    /** Clicks on a steady beat, the first of four higher. */
    static byte[] clicks(int seconds, int bpm) {
        int samples = seconds * RATE;
        ByteBuffer wave = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
        wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1);
        wave.putInt(RATE).putInt(2 * RATE).putShort((short) 2).putShort((short) 16);
        wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
        int interval = RATE * 60 / bpm;
        for (int i = 0; i < samples; i++) {
            double pitch = i / interval % 4 == 0 ? 1200 : 700;
            double loud = Math.exp(-(i % interval) / 700.0);
            wave.putShort((short) (24_000 * loud * Math.sin(2 * Math.PI * pitch * i / RATE)));
        }
        return wave.array();
    }

    private static void theStripIsPlayedByKeys(Chromium browser, String home) throws Exception {
        browser.open(home + "/song");
        JsonWord strip = script -> browser.run("""
                (async () => {
                    const strip = document.querySelector('song-strip');
                    for (let i = 0; i < 100 && !strip.media; i++) await new Promise(next => setTimeout(next, 50));
                    const press = (key, more) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
                    const near = (a, b) => Math.abs(a - b) < .002;
                    %s
                })()
                """.formatted(script)).asString();
        assertThat(strip.of("return String(strip.song.bars.length > 5)")).isEqualTo("true");
        assertThat(strip.of("strip.goTo(0); press('ArrowRight'); press('ArrowRight'); "
                        + "return String(strip.song.beats.some(beat => near(beat.time, strip.position)))"))
                .as("arrows step from beat to beat")
                .isEqualTo("true");
        assertThat(strip.of(
                        "strip.goTo(0); press('ArrowRight', { shiftKey: true }); press('ArrowRight', { shiftKey: true }); "
                                + "return String(strip.song.bars.some(bar => near(bar.start, strip.position)))"))
                .as("with Shift from bar to bar")
                .isEqualTo("true");
        assertThat(strip.of("press('+'); press('+'); const pixels = strip.canvas.getContext('2d')"
                        + ".getImageData(0, 0, strip.canvas.width, strip.canvas.height).data; "
                        + "return String(pixels.some(value => value > 0))"))
                .as("something is drawn")
                .isEqualTo("true");
        assertThat(strip.of("return strip.area.getAttribute('aria-valuetext')")).startsWith("Bar ");
    }

    /** By keys alone: the palette opens, a bar and a page are named, and it closes again. */
    private static void everythingIsReachedByItsName(Chromium browser, String home) throws Exception {
        browser.open(home + "/song");
        browser.until("the strip", "document.querySelector('song-strip').media");
        ask(browser, "bar 5");
        browser.press("Enter", "Enter", 13);
        browser.until(
                "bar 5",
                "document.querySelector('song-strip').barAt(document.querySelector('song-strip').position).words === '5.1'");
        ask(browser, "split play");
        assertThat(browser.run("document.querySelector('#palette [aria-selected=true]').textContent")
                        .asString())
                .startsWith("Split at the playhead");
        browser.run("document.querySelector('#palette input').value = ''");
        browser.press("Escape", "Escape", 27);
        browser.until("no palette", "!document.getElementById('palette').open");
        ask(browser, "foot");
        browser.press("Enter", "Enter", 13);
        browser.until("the footage", "location.pathname.endsWith('/footage')");
        ask(browser, "clicks");
        browser.until(
                "the production",
                "document.querySelector('#palette [aria-selected=true]')?.textContent.startsWith('Clicks, The Machine')");
        browser.press("Enter", "Enter", 13);
        browser.until(
                "its home",
                "document.querySelector('h1')?.textContent === 'Clicks' && !location.pathname.endsWith('/footage')");
        browser.until("its scripts", "document.readyState === 'complete'"); // a heading is there before them
        browser.run("document.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))");
        browser.until("the keys", "document.getElementById('keys').open");
    }

    private static void ask(Chromium browser, String what) throws Exception {
        browser.until("the page's scripts", "document.querySelector('#palette') && document.readyState === 'complete'");
        browser.run(
                "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true, cancelable: true }))");
        browser.until(
                "the palette", "document.getElementById('palette').open && document.activeElement.role === 'combobox'");
        browser.run("(() => { const field = document.activeElement; field.value = '" + what
                + "'; field.dispatchEvent(new Event('input')); })()");
    }

    @FunctionalInterface
    private interface JsonWord {
        String of(String script) throws Exception;
    }

    private static void noPageScrollsSideways(Chromium browser, String base, String home) throws Exception {
        for (String page : new String[] {
            base + "/",
            base + "/jobs",
            base + "/me",
            home,
            home + "/song",
            home + "/footage",
            home + "/cut",
            home + "/review",
            home + "/people"
        }) {
            browser.open(page);
            assertThat(browser.run("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                            .asInt())
                    .as(page)
                    .isZero();
        }
    }
}
