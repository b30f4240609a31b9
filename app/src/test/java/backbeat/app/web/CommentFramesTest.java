package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.media.Media;
import backbeat.engine.time.Rate;
import backbeat.studio.edit.FilmView;
import backbeat.studio.production.Production;
import backbeat.studio.review.Comments.Comment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Comments in a browser: what a click on the strip shows, what is kept, and what is shown when the comment is chosen later is one frame, told by its own picture. */
class CommentFramesTest {
    private static final int FRAMES = 150;
    private static final List<Integer> CLICKED = List.of(1, 47, 74, 103, FRAMES - 1);
    private static final List<Rate> RATES = List.of(
            Rate.FPS_23_976, Rate.FPS_24, Rate.FPS_25, Rate.FPS_29_97, Rate.FPS_30, Rate.FPS_50, Rate.FPS_59_94);

    @Test
    void aCommentStandsOnTheFrameThatWasClickedAtEveryRate() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        try (OpenStudio open = OpenStudio.open();
                Chromium browser = Chromium.start(program.orElseThrow(), open.folder.resolve("browser"))) {
            open.owner();
            browser.looks(1440, 900, "dark");
            browser.signIn(open);
            Media media = FrameCode.media();
            Production heard = heardSong(open);
            for (Rate rate : RATES) {
                Production production = withFilm(open, heard, media, rate);
                String page = "http://127.0.0.1:" + open.server.port() + "/p/" + production.id() + "/review";
                browser.open(page);
                List<Integer> seen = new ArrayList<>();
                for (int frame : CLICKED) {
                    seen.add(clickAndSay(browser, frame));
                }
                assertThat(seen).as("seen at %s", rate).isEqualTo(CLICKED);
                assertThat(open.studio.comments().of(production.id()))
                        .as("kept at %s", rate)
                        .extracting(Comment::frame)
                        .isEqualTo(CLICKED);
                browser.open(page);
                assertThat(chosen(browser)).as("shown again at %s", rate).isEqualTo(CLICKED);
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** @return the number in the picture when the comment was sent */
    private static int clickAndSay(Chromium browser, int frame) throws Exception {
        browser.until(
                "the strip",
                "document.querySelector('song-strip').media && document.querySelector('video').videoWidth");
        var place = browser.run("""
                (() => {
                    const strip = document.querySelector('song-strip'), player = document.querySelector('film-player');
                    const middle = (%d + .5) / player.rate;
                    strip.show(middle - .4, middle + .6);
                    strip.scrollIntoView({ block: 'center', behavior: 'instant' });
                    const box = strip.area.getBoundingClientRect(), [from, to] = strip.view;
                    return { x: box.left + box.width * (middle - from) / (to - from), y: box.top + 50 };
                })()
                """.formatted(frame));
        browser.clickAt(place.get("x").asDouble(), place.get("y").asDouble());
        browser.until("the frame", "document.querySelector('film-player').frames.shown === " + frame);
        browser.type("#words", "here");
        int seen = browser.run("(() => { " + FrameCode.READER + " return codeOf(document.querySelector('video')); })()")
                .asInt();
        browser.click("#say button.pri");
        browser.until("the comment", "document.querySelector('.nt.sel')?.dataset.frame === '" + frame + "'");
        return seen;
    }

    /** The numbers in the pictures when one comment after the other is chosen. */
    private static List<Integer> chosen(Chromium browser) throws Exception {
        String seen = browser.run("""
                (async () => {
                    %s
                    const player = document.querySelector('film-player'), seen = [];
                    for (let i = 0; i < 100 && !player.video.videoWidth; i++) await new Promise(next => setTimeout(next, 50));
                    for (const note of document.querySelectorAll('.nt')) {
                        note.querySelector('[data-go]').click();
                        await player.goTo(player.frame);
                        seen.push(codeOf(player.video));
                    }
                    return seen.join(' ');
                })()
                """.formatted(FrameCode.READER)).asString();
        return Stream.of(seen.split(" ")).map(Integer::valueOf).toList();
    }

    private static Production heardSong(OpenStudio open) throws Exception {
        Production production = open.production("Heard");
        open.hears(production, 8);
        return production;
    }

    private static Production withFilm(OpenStudio open, Production heard, Media media, Rate rate) throws Exception {
        Production production = open.production("At " + rate);
        Path folder = open.studio.productions().folder(production.id());
        Files.createDirectories(folder);
        for (String name : List.of("song-map.json", "peaks.bin")) {
            Files.copy(open.studio.productions().folder(heard.id()).resolve(name), folder.resolve(name));
        }
        Path clip = open.folder.resolve(production.id() + ".mp4");
        FrameCode.clip(media, clip, rate, 0, FRAMES, null);
        Files.copy(clip, folder.resolve("rough-cut.mp4"));
        JsonFile.write(
                folder.resolve("film.json"),
                new FilmView("one", rate.toString(), rate.timeOf(FRAMES).toDouble(), 1));
        return production;
    }
}
