package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.studio.people.Account;
import backbeat.studio.people.OneTimeCodes;
import backbeat.studio.people.Role;
import backbeat.studio.production.Production;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MeTest {
    private static OpenStudio open;
    private static Production production;

    @BeforeAll
    static void openStudio() throws IOException {
        open = OpenStudio.open();
        open.owner();
        production = open.production("Home");
    }

    @AfterAll
    static void close() throws IOException {
        open.close();
    }

    private static Account newest() {
        return open.studio.crew().of(production.id()).getLast().account();
    }

    private static String shown(String body, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(body);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void aForgottenPasswordIsSetAnewByTheOwnersLink() {
        Production own = open.production("Forgotten");
        Visitor artist = open.member(own, Role.ARTIST);
        Account account = open.studio.crew().of(own.id()).stream()
                .filter(member -> member.role() == Role.ARTIST)
                .findFirst()
                .orElseThrow()
                .account();
        Visitor owner = open.owner();
        owner.get("/accounts");
        String body = owner.post("/accounts/" + account.id() + "/password-link").body();
        String path = shown(body, "http://[^/\"]+(/password/[A-Za-z0-9_-]+)");
        Visitor forgetful = open.visitor();
        assertThat(forgetful.get(path).body()).contains(account.email());
        assertThat(forgetful.post(path, "password", "short").status()).isEqualTo(422);
        assertThat(forgetful.post(path, "password", "a fresh long one").status())
                .isEqualTo(303);
        assertThat(forgetful.get("/me").status()).isEqualTo(200);
        assertThat(artist.get("/me").status()).as("signed in before").isEqualTo(302);
        assertThat(open.visitor().get(path).status()).isEqualTo(410);
    }

    @Test
    void codesAreSetUpAndThenAskedFor() {
        Visitor editor = open.member(production, Role.EDITOR);
        Account account = open.studio.accounts().all().stream()
                .filter(one -> one.email().startsWith("editor-"))
                .findFirst()
                .orElseThrow();
        editor.get("/me");
        String key = shown(editor.post("/me/codes").body(), "secret=([A-Z2-7]+)");
        assertThat(editor.post("/me/codes/confirm", "otp", "abc").body()).contains("not the code of now");
        long now = open.studio.clock().millis();
        assertThat(editor.post("/me/codes/confirm", "otp", OneTimeCodes.codeAt(key, now))
                        .status())
                .isEqualTo(303);
        Visitor again = open.visitor();
        again.get("/sign-in");
        assertThat(again.post("/sign-in", "email", account.email(), "password", OpenStudio.PASSWORD)
                        .body())
                .contains("with a code, too", "one-time-code");
        String next = OneTimeCodes.codeAt(key, now + 30_000);
        assertThat(again.post("/sign-in", "email", account.email(), "password", OpenStudio.PASSWORD, "otp", next)
                        .status())
                .isEqualTo(303);
        assertThat(again.post("/me/codes/end", "old", "wrong password").status())
                .isIn(403, 422);
        assertThat(open.studio.codes().isWanted(account)).isTrue();
    }

    @Test
    void theKeyOfAnAuthenticatorIsReadByATelephone() throws Exception {
        Visitor crew = open.member(production, Role.CREW);
        crew.get("/me");
        String page = crew.post("/me/codes").body();
        int side = Integer.parseInt(shown(page, "class=\"qr\" viewBox=\"0 0 (\\d+) "));
        String seen = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(photographed(side, shown(page, "<path d=\"([^\"]+)\"")))))
                .getText();
        assertThat(seen)
                .startsWith("otpauth://totp/Backbeat:crew-")
                .contains("secret=" + shown(page, "keyline\">([A-Z2-7 ]+)<").replace(" ", ""));
    }

    /** Eight points for each square. */
    private static LuminanceSource photographed(int side, String path) {
        int points = 8;
        int[] light = new int[side * points * side * points];
        Arrays.fill(light, 0xffffff);
        for (Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)").matcher(path); run.find(); ) {
            int x = Integer.parseInt(run.group(1)) * points;
            int y = Integer.parseInt(run.group(2)) * points;
            for (int row = y; row < y + points; row++) {
                int from = row * side * points + x;
                Arrays.fill(light, from, from + Integer.parseInt(run.group(3)) * points, 0);
            }
        }
        return new RGBLuminanceSource(side * points, side * points, light);
    }

    @Test
    void aChangedPasswordSignsOutEverywhereElse() {
        Visitor here = open.member(production, Role.DIRECTOR);
        String email = open.studio.accounts().all().stream()
                .map(Account::email)
                .filter(one -> one.startsWith("director-"))
                .findFirst()
                .orElseThrow();
        Visitor elsewhere = open.signedIn(email);
        here.get("/me");
        assertThat(here.post("/me/password", "old", OpenStudio.PASSWORD, "password", "quite another one")
                        .status())
                .isEqualTo(303);
        assertThat(here.get("/me").status()).isEqualTo(200);
        assertThat(elsewhere.get("/me").status()).isEqualTo(302);
    }

    @Test
    void telephonesAreSeenByThoseAloneWhoMay() {
        Visitor crew = open.member(production, Role.CREW);
        crew.get("/me");
        crew.post("/me/contact", "phone", "+49 30 1234567", "address", "<b>Hidden</b> street 1");
        String people = "/p/" + production.id() + "/people";
        assertThat(open.member(production, Role.PRODUCER).get(people).body())
                .contains("+49 30 1234567", "&lt;b&gt;Hidden")
                .doesNotContain("<b>Hidden");
        assertThat(crew.get(people).body()).doesNotContain("1234567", newest().email());
        assertThat(open.member(production, Role.ARTIST).get(people).body()).doesNotContain("1234567", "example.org");
    }

    @Test
    void aSessionIsNamedByBrowserAndPlace() {
        Visitor visitor = open.owner();
        assertThat(visitor.get("/me").body()).contains("A Java program", "this machine");
    }

    @Test
    void aMalformedRequestIsToldInOurWords() throws IOException {
        try (java.net.Socket socket =
                new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), open.server.port())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream()
                    .write("GET /<> HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400")
                    .contains("The request was not understood")
                    .doesNotContain("Tomcat");
        }
    }
}
