package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.studio.people.Role;
import backbeat.studio.production.Production;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody would try who means harm. */
class IntruderTest {
    private static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

    private static OpenStudio open;
    private static Production production;

    @BeforeAll
    static void openStudio() throws IOException {
        open = OpenStudio.open();
        open.owner();
        production = open.production("Target");
    }

    @AfterAll
    static void close() throws IOException {
        open.close();
    }

    private static String in(String path) {
        return "/p/" + production.id() + path;
    }

    @Test
    void aRequestThatAnotherSiteForgedChangesNothing() {
        Visitor owner = open.owner();
        owner.get("/");
        owner.forgetToken();
        assertThat(owner.post("/productions", "name", "Forged", "artist", "X", "kind", "MUSIC_VIDEO")
                        .status())
                .isEqualTo(403);
        owner.forgetToken();
        assertThat(owner.send(in("/song?name=a.wav"), new byte[10]).status()).isEqualTo(403);
        assertThat(owner.get("/").body()).doesNotContain("Forged");
    }

    @Test
    void anotherNameForThisMachineIsNotAnswered() throws IOException {
        assertThat(answerTo("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(answerTo("GET /first HTTP/1.1\r\nHost: localhost:" + open.server.port()
                        + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 303");
    }

    @Test
    void pathsLeadNowhereElse() throws IOException {
        for (String path : new String[] {
            "/static/..%2f..%2f..%2f..%2fetc/passwd",
            "/static/../../studio.db",
            "/static/%2e%2e/%2e%2e/logback.xml",
            in("/files/..%2f..%2f..%2fstudio.db"),
            in("/files/studio.db"),
            in("/files/song.wav"),
            in("/clips/..%2f..%2fsong.jpg"),
            "/p/..%2f..%2fetc/song",
            "/p/%00/song",
            in("/files/rough-cut.mp4;x=..")
        }) {
            String answer = answerTo("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(path)
                    .matches("(?s)HTTP/1.1 (4\\d\\d|302) .*")
                    .doesNotContain("SQLite format", "root:");
        }
    }

    private static String answerTo(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), open.server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void scriptInAnyTextStaysText() {
        Visitor owner = open.owner();
        owner.get("/productions/new");
        String home = owner.post("/productions", "name", SCRIPT, "artist", SCRIPT, "kind", "MUSIC_VIDEO")
                .place();
        owner.get(home);
        owner.post(home + "/links", "guest", SCRIPT, "days", "3");
        for (String page : new String[] {
            "/", home, home + "/song", home + "/footage", home + "/cut", home + "/review", home + "/people"
        }) {
            assertThat(owner.get(page).body()).as(page).doesNotContain("<script>alert", "<img src=x", "'><img");
        }
        owner.get("/productions/new");
        assertThat(owner.post("/productions", "name", " ", "artist", SCRIPT, "kind", "MUSIC_VIDEO")
                        .body())
                .contains("&lt;script>")
                .doesNotContain("<script>alert");
        owner.get(home);
        assertThat(owner.post(home + "/footage", "folder", "/" + SCRIPT).body())
                .doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void everyAnswerForbidsForeignScriptsAndFrames() {
        Visitor owner = open.owner();
        for (String page : new String[] {"/", "/jobs", in(""), "/nothing-here", in("/nothing"), "/static/studio.css"}) {
            Visitor.Answer answer = owner.get(page);
            assertThat(answer.header("X-Content-Type-Options")).as(page).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy"))
                    .as(page)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void pagesHoldNoScriptOrStyleOfTheirOwn() {
        Visitor owner = open.owner();
        for (String page : new String[] {
            "/",
            "/jobs",
            "/me",
            "/productions/new",
            in(""),
            in("/song"),
            in("/footage"),
            in("/cut"),
            in("/review"),
            in("/people")
        }) {
            assertThat(owner.get(page).body())
                    .as(page)
                    .doesNotContainPattern("<script(?! type=\"module\" src=\"/static/)")
                    .doesNotContainPattern("\\son[a-z]+=\"")
                    .doesNotContain("style=\"", "<style");
        }
    }

    @Test
    void theDoorLeadsToThisStudioAlone() {
        Visitor visitor = open.visitor();
        visitor.get("/sign-in");
        Visitor.Answer answer = visitor.post(
                "/sign-in", "email", "owner@example.org", "password", OpenStudio.PASSWORD, "to", "//evil.example/");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.place()).isEqualTo("/");
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void aSongThatIsNoneIsRefusedAndLeavesNothing() throws IOException {
        Visitor owner = open.owner();
        owner.get(in(""));
        assertThat(owner.send(in("/song?name=page.html"), "<html>".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(422);
        assertThat(Files.exists(open.studio.productions().folder(production.id())))
                .isFalse();
    }

    @Test
    void aPlaylistThatCallsItselfASongIsRefusedByTheEngine() {
        Visitor owner = open.owner();
        Production own = open.production("Playlist");
        owner.get("/p/" + own.id());
        byte[] playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(owner.send("/p/" + own.id() + "/song?name=song.wav", playlist)
                        .status())
                .isEqualTo(200);
        JobView job = awaitEnd(own);
        assertThat(job.state()).isEqualTo("FAILED");
        assertThat(job.problem())
                .isNotNull()
                .extracting(problem -> problem.code())
                .asString()
                .doesNotStartWith("jobs/");
    }

    @Test
    void lyricsAndReturnedCutsThatAreNoneLeaveNothing() {
        Visitor owner = open.owner();
        owner.get(in(""));
        for (String text : new String[] {
            "", "\u0000\u0001", "{\"a\":", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><xmeml>&y;</xmeml>"
        }) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(owner.send(in("/lyrics/file?name=..%2f..%2fx.lrc"), bytes)
                            .status())
                    .isEqualTo(422);
            assertThat(owner.send(in("/cut/returned?name=..%2f..%2fx.xml"), bytes)
                            .status())
                    .isEqualTo(422);
        }
        assertThat(owner.get(in("/lyrics/files/..%2fx.lrc")).status()).isEqualTo(400);
        assertThat(owner.get(in("/lyrics/files/lyrics.txt")).status()).isEqualTo(404);
        assertThat(owner.post(in("/lyrics/times"), "revision", "0", "starts", "NaN")
                        .status())
                .isEqualTo(400);
        owner.post(in("/lyrics"), "text", SCRIPT);
        assertThat(owner.get(in("/lyrics/files/lyrics.lrc")).header("Content-Type"))
                .startsWith("text/plain");
        assertThat(owner.get(in("/song")).body()).doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void clipsAndShotsThatAreNotThereCannotBeChanged() {
        Visitor owner = open.owner();
        owner.get(in(""));
        assertThat(owner.post(in("/clips/7/place"), "clip", "../../a.mov", "song", "1:00", "clipTime", "1")
                        .status())
                .isEqualTo(404);
        assertThat(owner.post(in("/clips/0/circle"), "clip", "", "circled", "true")
                        .status())
                .isEqualTo(404);
        assertThat(owner.post(in("/cut/shots/0/swap"), "version", "0", "clip", "../../x", "clipStart", "0")
                        .status())
                .isEqualTo(404);
        assertThat(owner.post(in("/cut/shots/0/lock"), "version", "9", "locked", "true")
                        .status())
                .isEqualTo(422);
        assertThat(owner.post(in("/cut/versions/3/open")).status()).isEqualTo(404);
        assertThat(owner.get(in("/proxies/..%2f..%2fstudio.db")).status()).isEqualTo(400);
        assertThat(owner.get(in("/proxies/0123456789abcdef")).status()).isEqualTo(404);
    }

    private static JobView awaitEnd(Production of) {
        for (int i = 0; i < 300; i++) {
            var jobs = JobView.newestOf(of, open.studio);
            if (!jobs.isEmpty() && !jobs.getFirst().isActive()) {
                return jobs.getFirst();
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new AssertionError("the job does not end");
    }

    @Test
    void aGuestSeesTheFilmAndNothingElse() {
        String secret =
                open.studio.links().make(production.id(), "Jon", Duration.ofDays(1), false, open.ownerAccount());
        Visitor guest = open.visitor();
        assertThat(guest.get("/r/" + secret).status()).isEqualTo(200);
        assertThat(guest.get("/r/" + secret + "/take").status()).isEqualTo(403);
        assertThat(guest.get(in("")).status()).isEqualTo(302);
        assertThat(guest.get(in("/film")).status()).isEqualTo(302);
        open.studio
                .links()
                .end(
                        production.id(),
                        open.studio.links().open(secret).orElseThrow().id());
        assertThat(guest.get("/r/" + secret).status()).isEqualTo(410);
    }

    @Test
    void nobodyInvitesAnOwner() {
        Visitor producer = open.member(production, Role.PRODUCER);
        producer.get("/me");
        assertThat(producer.post(in("/invitations"), "role", "OWNER").status()).isEqualTo(403);
        assertThat(producer.post(in("/invitations"), "role", "GOD").status()).isEqualTo(400);
    }

    @Test
    void aPersonWhoWasRemovedIsOutsideAtOnce() {
        Visitor editor = open.member(production, Role.EDITOR);
        assertThat(editor.get(in("")).status()).isEqualTo(200);
        open.studio.crew().of(production.id()).stream()
                .filter(member -> member.role() == Role.EDITOR)
                .forEach(member -> open.studio
                        .crew()
                        .remove(production.id(), member.account().id()));
        assertThat(editor.get(in("")).status()).isEqualTo(404);
    }
}
