package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.JsonFile;
import backbeat.studio.edit.FilmView;
import backbeat.studio.mail.MailServer;
import backbeat.studio.mail.Post;
import backbeat.studio.people.Account;
import backbeat.studio.people.OneTimeCodes;
import backbeat.studio.people.Role;
import backbeat.studio.production.Production;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What leaves as letters, and what an intruder gets out of it: nothing. */
class LettersTest {
    private static final String URL = "https://studio.example.org";

    private static LetterBox box;
    private static Post post;
    private static OpenStudio open;

    @BeforeAll
    static void openStudio() throws IOException {
        box = new LetterBox();
        post = Post.by(
                MailServer.of("smtp://house:secret%20word@127.0.0.1:" + box.port() + "?from=studio@example.org"),
                Clock.systemUTC());
        open = OpenStudio.open(new Surroundings("127.0.0.1", 0, URI.create(URL), post, null));
        open.owner();
    }

    @AfterAll
    static void close() throws IOException {
        open.close();
        post.close();
        box.close();
    }

    private static Account account(Production production, Role role) {
        return open.studio.crew().of(production.id()).stream()
                .filter(member -> member.role() == role)
                .findFirst()
                .orElseThrow()
                .account();
    }

    private static String path(LetterBox.Received letter, String kind) {
        Matcher found = Pattern.compile(Pattern.quote(URL) + "(/" + kind + "/[A-Za-z0-9_-]+)")
                .matcher(letter.text());
        assertThat(found.find()).as(letter.text()).isTrue();
        return found.group(1);
    }

    @Test
    void aForgottenPasswordIsSetAnewByLetter() throws InterruptedException {
        Production production = open.production("Forgotten");
        Visitor before = open.member(production, Role.ARTIST);
        Account artist = account(production, Role.ARTIST);
        Visitor forgetful = open.visitor();
        assertThat(forgetful.get("/sign-in").body()).contains("href=\"/forgotten\"");
        forgetful.get("/forgotten");
        assertThat(forgetful
                        .post("/forgotten", "email", artist.email().toUpperCase(java.util.Locale.ROOT))
                        .body())
                .contains("A letter is on its way");
        LetterBox.Received letter = box.next();
        assertThat(letter.to()).isEqualTo(artist.email());
        assertThat(letter.who()).endsWith("\0house\0secret word");
        assertThat(letter.content()).contains("From: studio@example.org", "Subject: A new password for Backbeat");
        String link = path(letter, "password");
        assertThat(forgetful.get(link).status()).isEqualTo(200);
        assertThat(forgetful.post(link, "password", "a fresh long one").status())
                .isEqualTo(303);
        assertThat(forgetful.get("/me").status()).isEqualTo(200);
        assertThat(before.get("/me").status()).as("signed in before").isEqualTo(302);
        assertThat(open.visitor().get(link).status()).as("a second time").isEqualTo(410);
    }

    @Test
    void nobodyLearnsWhetherAnAddressIsKnown() throws InterruptedException {
        Production production = open.production("Hidden");
        open.member(production, Role.CREW);
        Visitor curious = open.visitor();
        curious.get("/forgotten");
        Visitor.Answer unknown = curious.post("/forgotten", "email", "nobody@example.org");
        assertThat(box.isEmptyAfter(300)).isTrue();
        String known = account(production, Role.CREW).email();
        Visitor.Answer of = curious.post("/forgotten", "email", known);
        assertThat(of.status()).isEqualTo(unknown.status()).isEqualTo(200);
        assertThat(tokenless(of.body()).replace(known, "X"))
                .isEqualTo(tokenless(unknown.body()).replace("nobody@example.org", "X"));
        box.next();
    }

    private static String tokenless(String body) {
        return body.replaceAll("content=\"[^\"]+\"|value=\"[^\"]+\"", "");
    }

    @Test
    void aLinkByLetterDoesNotStandInForTheAuthenticator() throws InterruptedException {
        Production production = open.production("Two factors");
        open.member(production, Role.EDITOR);
        Account editor = account(production, Role.EDITOR);
        String key = open.studio.codes().prepare(editor);
        open.studio
                .codes()
                .confirm(editor, OneTimeCodes.codeAt(key, open.studio.clock().millis()));
        Visitor thief = open.visitor();
        thief.get("/forgotten");
        thief.post("/forgotten", "email", editor.email());
        String link = path(box.next(), "password");
        assertThat(thief.get(link).body()).contains("its code is asked for as before");
        assertThat(thief.post(link, "password", "a fresh long one").status()).isEqualTo(303);
        assertThat(thief.get("/me").status()).as("not signed in").isEqualTo(302);
        assertThat(open.studio.codes().isWanted(editor)).isTrue();
    }

    @Test
    void askingAgainAndAgainFillsNobodysLetterBox() throws InterruptedException {
        Production production = open.production("Flooded");
        open.member(production, Role.DIRECTOR);
        String director = account(production, Role.DIRECTOR).email();
        Visitor angry = open.visitor();
        angry.get("/forgotten");
        int refused = 0;
        int sent = 0;
        for (int i = 0; i < 9; i++) {
            int status = angry.ask(
                            "POST",
                            "/forgotten",
                            ("email=" + director).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            "Content-Type",
                            "application/x-www-form-urlencoded",
                            "Accept",
                            "text/html",
                            "X-Forwarded-For",
                            "203.0.113." + i)
                    .status();
            refused += status == 422 ? 1 : 0;
            sent += status == 200 ? 1 : 0;
        }
        assertThat(sent).isEqualTo(5);
        assertThat(refused).isEqualTo(4);
        for (int i = 0; i < sent; i++) {
            box.next();
        }
        assertThat(box.isEmptyAfter(200)).isTrue();
    }

    @Test
    void whoComesToTheProxyFromAPrivateNetworkCannotNameAnotherAddress() {
        int refused = 0;
        Visitor forger = open.visitor();
        forger.get("/forgotten");
        for (int i = 0; i < 7; i++) {
            refused += forger.ask(
                                            "POST",
                                            "/forgotten",
                                            ("email=forged-" + i + "@example.org")
                                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                            "Content-Type",
                                            "application/x-www-form-urlencoded",
                                            "Accept",
                                            "text/html",
                                            "X-Forwarded-For",
                                            "198.51.100." + i + ", 10.0.0.7")
                                    .status()
                            == 422
                    ? 1
                    : 0;
        }
        assertThat(refused).isEqualTo(2);
    }

    @Test
    void cookiesOfAStudioReachedByHttpsAreForHttpsAlone() {
        Visitor visitor = open.visitor();
        Visitor.Answer door = visitor.get("/sign-in");
        Visitor.Answer in = visitor.post("/sign-in", "email", "owner@example.org", "password", OpenStudio.PASSWORD);
        assertThat(door.response().headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("Secure"));
        assertThat(in.response().headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("backbeat="))
                .allMatch(cookie -> cookie.contains("Secure"));
    }

    @Test
    void aForgedRequestSendsNothing() throws InterruptedException {
        Visitor forger = open.visitor();
        assertThat(forger.post("/forgotten", "email", "owner@example.org").status())
                .isEqualTo(403);
        assertThat(box.isEmptyAfter(200)).isTrue();
    }

    @Test
    void linksInLettersLeadToThisStudioWhateverTheRequestSays() throws InterruptedException {
        Visitor forger = open.visitor();
        forger.get("/forgotten");
        forger.ask(
                "POST",
                "/forgotten",
                "email=owner@example.org".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-For",
                "203.0.113.77");
        assertThat(box.next().text()).contains(URL + "/password/").doesNotContain("evil");
    }

    @Test
    void invitationsAndReviewLinksAreSent() throws InterruptedException {
        Production production = open.production("Søndag \u2013 \"Live\"");
        Visitor owner = open.owner();
        String people = "/p/" + production.id() + "/people";
        assertThat(owner.get(people).body()).contains("Send it to");
        Visitor.Answer shown = owner.post(
                "/p/" + production.id() + "/invitations", "role", "EDITOR", "email", " New.Person@Example.org");
        assertThat(shown.body()).contains("It was sent to new.person@example.org");
        LetterBox.Received letter = box.next();
        assertThat(letter.to()).isEqualTo("new.person@example.org");
        assertThat(letter.content()).contains("Subject: =?UTF-8?");
        assertThat(open.visitor().get(path(letter, "invitation")).body()).contains("value=\"new.person@example.org\"");
        owner.post("/p/" + production.id() + "/links", "guest", "Gail", "days", "3", "email", "gail@example.org");
        assertThat(open.visitor().get(path(box.next(), "r")).status()).isEqualTo(200);
    }

    @Test
    void nobodysLetterBoxIsFilledWithInvitations() throws InterruptedException {
        Production production = open.production("Eager");
        Visitor producer = open.member(production, Role.PRODUCER);
        producer.get("/p/" + production.id() + "/people");
        for (int i = 0; i < 7; i++) {
            boolean link = i % 2 == 0;
            Visitor.Answer answer = link
                    ? producer.post(
                            "/p/" + production.id() + "/links",
                            "guest",
                            "Gail\r\n\r\nPay here: https://evil.example",
                            "days",
                            "3",
                            "email",
                            "flooded@example.org")
                    : producer.post(
                            "/p/" + production.id() + "/invitations", "role", "CREW", "email", "Flooded@example.org");
            assertThat(answer.status()).isEqualTo(i < 5 ? 200 : 422);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(box.next().text()).doesNotContainPattern("(?m)^Pay here");
        }
        assertThat(box.isEmptyAfter(200)).isTrue();
    }

    @Test
    void anAddressThatWouldWriteHeadersIsRefused() throws InterruptedException {
        Production production = open.production("Headers");
        Visitor owner = open.owner();
        owner.get("/p/" + production.id() + "/people");
        for (String bad : new String[] {"a@b.org\r\nBcc: c@d.org", "a@b.org, c@d.org", "<a@b.org>", "nobody"}) {
            assertThat(owner.post("/p/" + production.id() + "/invitations", "role", "EDITOR", "email", bad)
                            .status())
                    .as(bad)
                    .isEqualTo(422);
        }
        assertThat(box.isEmptyAfter(200)).isTrue();
    }

    @Test
    void thoseWhoApproveAreAskedOnceForTheirWord() throws IOException, InterruptedException {
        Production production = open.production("Waiting");
        open.member(production, Role.ARTIST);
        Visitor editor = open.member(production, Role.EDITOR);
        Visitor owner = open.owner();
        Account artist = account(production, Role.ARTIST);
        Account namesake = new Account("another", "namesake@example.org", artist.name(), false);
        open.studio.verdicts().say(production.id(), "one", 3, true, "", backbeat.studio.review.Author.of(namesake));
        Path folder = open.studio.productions().folder(production.id());
        Files.createDirectories(folder);
        Files.write(folder.resolve("rough-cut.mp4"), new byte[10]);
        JsonFile.write(folder.resolve("film.json"), new FilmView("one", "25", 2.4, 3));
        String ask = "/p/" + production.id() + "/review/ask";
        owner.get("/p/" + production.id() + "/people");
        Visitor.Answer told = owner.post(ask);
        assertThat(told.place()).endsWith("/review?written=1");
        assertThat(owner.get(told.place()).body()).contains("One person was written to.");
        LetterBox.Received letter = box.next();
        assertThat(letter.to()).isEqualTo(account(production, Role.ARTIST).email());
        assertThat(letter.text()).contains("Version 3", URL + "/p/" + production.id() + "/review");
        assertThat(owner.post(ask).place()).endsWith("written=0");
        assertThat(editor.post(ask).status()).isEqualTo(403);
        assertThat(box.isEmptyAfter(200)).isTrue();
    }

    @Test
    void theOwnerSeesThatLettersDoNotLeave() throws InterruptedException {
        box.refuse(1);
        post.send(new backbeat.studio.mail.Letter("somebody@example.org", "Hello", "Hello"));
        Visitor owner = open.owner();
        for (int i = 0; i < 50 && post.trouble().isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertThat(owner.get("/accounts").body())
                .contains("Did not leave", "451 not now", "from studio@example.org")
                .doesNotContain("secret word", "somebody@example.org");
    }

    @Test
    void withoutAServerOfMailAllIsAsBefore() throws IOException {
        try (OpenStudio silent = OpenStudio.open()) {
            silent.owner();
            Visitor visitor = silent.visitor();
            assertThat(visitor.get("/sign-in").body())
                    .contains("Ask the owner of this studio")
                    .doesNotContain("/forgotten");
            assertThat(visitor.get("/forgotten").status()).isEqualTo(404);
            assertThat(visitor.post("/forgotten", "email", "owner@example.org").status())
                    .isEqualTo(404);
        }
    }
}
