package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.media.Media;
import backbeat.engine.time.Rate;
import backbeat.studio.edit.FilmView;
import backbeat.studio.people.Role;
import backbeat.studio.production.Production;
import backbeat.studio.review.Author;
import backbeat.studio.review.Comments;
import backbeat.studio.review.Note;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two films of a production, looked at together: which frames are seen is read from their pictures. */
class ComparedFilmsTest {
    private static final int SECONDS = 8;
    /** Added to the number of each frame of the older film. */
    private static final int OLDER = 1000;

    private static OpenStudio open;
    private static Production production;

    @BeforeAll
    static void makeFilms() throws Exception {
        open = OpenStudio.open();
        open.owner();
        production = open.production("Twice");
        Path folder = open.studio.productions().folder(production.id());
        Media media = FrameCode.media();
        Files.createDirectories(folder.resolve("films"));
        film(media, folder.resolve("films/older.mp4"), Rate.FPS_23_976, OLDER);
        JsonFile.write(folder.resolve("films/older.json"), new FilmView("older", "24000/1001", SECONDS, 2));
        Thread.sleep(20);
        film(media, folder.resolve("rough-cut.mp4"), Rate.FPS_25, 0);
        JsonFile.write(folder.resolve("film.json"), new FilmView("newer", "25", SECONDS, 3));
        open.studio
                .comments()
                .say(
                        production.id(),
                        new Comments.Place("older", 96, 96 * 1001 / 24000.0),
                        Note.of("said of the older one"),
                        Author.of(open.ownerAccount()));
    }

    private static void film(Media media, Path file, Rate rate, int first) throws Exception {
        Path made = open.folder.resolve("made/" + file.getFileName());
        FrameCode.clip(media, made, rate, first, (int) (SECONDS * rate.toDouble()), null);
        Files.move(made, file);
    }

    @AfterAll
    static void close() throws Exception {
        open.close();
    }

    @Test
    void bothFilmsShowTheFrameThatBelongsToTheSameMoment() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "there is no Chromium on this machine");
        try (Chromium browser = Chromium.start(program.orElseThrow(), open.folder.resolve("browser"))) {
            browser.looks(1440, 900, "dark");
            browser.signIn(open);
            String review = "http://127.0.0.1:" + open.server.port() + "/p/" + production.id() + "/review";
            for (String how : new String[] {"beside", "wipe", "difference"}) {
                browser.open(review);
                browser.follow("nav[aria-label=Compare] a[href$='" + how + "']");
                JsonNode seen = read(browser.run(script("""
                        const seen = [];
                        for (const frame of [0, 1, 24, 25, 96, 100, 101, 150]) {
                            await player.goTo(frame);
                            await player.second.frames.show(player.second.at(frame));
                            seen.push([frame, codeOf(player.video), codeOf(player.second.video)]);
                        }
                        await player.on();
                        await player.second.frames.show(player.second.at(151));
                        seen.push([151, codeOf(player.video), codeOf(player.second.video)]);
                        return JSON.stringify(seen);
                        """)).asString());
                for (JsonNode one : seen) {
                    int frame = one.get(0).asInt();
                    assertThat(one.get(1).asInt())
                            .as("%s, frame %d", how, frame)
                            .isEqualTo(frame);
                    assertThat(one.get(2).asInt())
                            .as("%s, the older film at frame %d", how, frame)
                            .isEqualTo(olderAt(frame / 25.0));
                }
                browser.keepPicture("compare-" + how);
            }
            assertPlaysTogether(browser);
            browser.run("document.querySelector('.nt').click()");
            browser.until(
                    "the moment of the older comment", "document.querySelector('film-player').frames.shown === 100");
            assertThat(browser.run("document.querySelector('.nt').textContent").asString())
                    .contains("said of version 2");
            assertThat(browser.complaints()).allMatch(told -> told.matches(".*/(strip\\.json.*|peaks)"));
        }
    }

    private static void assertPlaysTogether(Chromium browser) throws Exception {
        JsonNode seen = read(browser.run(script("""
                const seen = [];
                await player.goTo(0);
                await player.video.play();
                while (player.video.currentTime < 6) {
                    await new Promise(requestAnimationFrame);
                    if (player.video.currentTime > 1) seen.push([codeOf(player.video), codeOf(player.second.video)]);
                }
                player.video.pause();
                return JSON.stringify(seen);
                """)).asString());
        int near = 0;
        for (JsonNode one : seen) {
            int off = Math.abs(one.get(1).asInt() - olderAt((one.get(0).asInt() + 0.5) / 25));
            near += off <= 1 ? 1 : 0;
        }
        System.out.printf(
                "compared films: %d pairs read while playing, %.1f %% within a frame%n",
                seen.size(), 100.0 * near / seen.size());
        assertThat(seen.size()).isGreaterThan(40);
        assertThat((double) near / seen.size()).isGreaterThan(0.9);
    }

    private static int olderAt(double seconds) {
        return OLDER + (int) Math.floor(seconds * 24000 / 1001 + 1e-9);
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static String script(String body) {
        return """
                (async () => {
                    %s
                    const player = document.querySelector('film-player');
                    for (let i = 0; i < 200 && !(player.video.videoWidth && player.second?.video.videoWidth); i++) await new Promise(next => setTimeout(next, 50));
                    %s
                })()
                """.formatted(FrameCode.READER, body);
    }

    @Test
    void aGuestComparesNothingFromBeforeTheLinkWasMade() {
        String link = "/r/"
                + open.studio.links().make(production.id(), "Gail", Duration.ofDays(2), false, open.ownerAccount());
        Visitor guest = open.visitor();
        assertThat(guest.get(link + "?with=older&how=wipe").body())
                .doesNotContain("data-second", "nav aria-label=\"Compare\"");
        assertThat(guest.get(link + "/film?v=older").status()).isEqualTo(404);
        assertThat(guest.get(link + "/film?v=newer").status()).isEqualTo(200);
        assertThat(guest.get(link + "/film?v=../film.json").status()).isEqualTo(404);
    }

    @Test
    void whoMayNotEditTheCutDropsNoFilm() {
        Visitor crew = open.member(production, Role.CREW);
        assertThat(crew.get("/p/" + production.id() + "/review").body())
                .contains("Films kept")
                .doesNotContain("/drop\"");
        assertThat(crew.post("/p/" + production.id() + "/films/older/drop").status())
                .isEqualTo(403);
    }
}
