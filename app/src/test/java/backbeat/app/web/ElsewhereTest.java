package backbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.studio.mail.Post;
import backbeat.studio.people.Account;
import backbeat.studio.people.OneTimeCodes;
import backbeat.studio.people.Role;
import backbeat.studio.production.Production;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coming in by an issuer elsewhere, and everything that such an answer may lie about. */
class ElsewhereTest {
    private static TestIssuer issuer;
    private static OpenStudio open;

    @BeforeAll
    static void openStudio() throws Exception {
        issuer = new TestIssuer();
        open = OpenStudio.open(new Surroundings("127.0.0.1", 0, null, Post.closed(), issuer.issuer()));
        open.owner();
    }

    @AfterAll
    static void close() throws Exception {
        open.close();
        issuer.close();
    }

    @BeforeEach
    void vouchForTheOwner() {
        issuer.vouchesFor("Owner@example.org", true);
    }

    private static String wentThere(Visitor visitor, String how) {
        Visitor.Answer sent = visitor.get("/sign-in/elsewhere" + how);
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).startsWith(issuer.address() + "/authorize?");
        return issuer.agree(sent.header("Location"));
    }

    private static Visitor.Answer wentAndCameBack(Visitor visitor, String how) {
        return visitor.get("/sign-in/back?code=the-code&state=" + wentThere(visitor, how));
    }

    @Test
    void aPersonWithAnAccountComesIn() {
        Visitor visitor = open.visitor();
        assertThat(visitor.get("/sign-in").body()).contains("Sign in with House account");
        Visitor.Answer back = wentAndCameBack(visitor, "?to=/me");
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.place()).isEqualTo("/me");
        assertThat(visitor.get("/me").body()).contains("Olga Owner");
        assertThat(issuer.lastAsked())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("response_type", "code")
                .containsEntry("client_id", TestIssuer.CLIENT)
                .containsEntry("redirect_uri", "http://127.0.0.1:" + open.server.port() + "/sign-in/back")
                .doesNotContainKey("client_secret");
    }

    private static void isRefused(Visitor visitor, Visitor.Answer back, String words) {
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.body()).contains(words);
        assertThat(visitor.get("/me").status()).as("not signed in").isEqualTo(302);
    }

    private static void isRefusedWith(UnaryOperator<JWTClaimsSet.Builder> lie) {
        issuer.vouchesFor("owner@example.org", true);
        issuer.but(lie);
        Visitor visitor = open.visitor();
        isRefused(visitor, wentAndCameBack(visitor, ""), "did not vouch for you");
    }

    @Test
    void aTokenThatLiesIsRefused() {
        isRefusedWith(token -> token.claim("nonce", "another"));
        isRefusedWith(token -> token.claim("nonce", null));
        isRefusedWith(token -> token.audience("another-client"));
        isRefusedWith(token -> token.issuer("https://issuer.example"));
        isRefusedWith(token -> token.expirationTime(Date.from(Instant.now().minusSeconds(600))));
    }

    @Test
    void aTokenSignedBySomebodyElseIsRefused() throws Exception {
        issuer.signsWithAnotherKey();
        Visitor visitor = open.visitor();
        isRefused(visitor, wentAndCameBack(visitor, ""), "did not vouch for you");
    }

    @Test
    void anAddressThatNobodyCheckedIsRefused() {
        issuer.vouchesFor("owner@example.org", false);
        Visitor visitor = open.visitor();
        isRefused(visitor, wentAndCameBack(visitor, ""), "does not vouch for your e-mail");
        issuer.but(token -> token.claim("email_verified", null));
        isRefused(visitor, wentAndCameBack(visitor, ""), "does not vouch for your e-mail");
    }

    @Test
    void aStrangerGetsNoAccount() {
        issuer.vouchesFor("stranger@example.org", true);
        Visitor visitor = open.visitor();
        isRefused(visitor, wentAndCameBack(visitor, "?invitation=guessed"), "Nobody invited you");
        assertThat(open.studio.accounts().byEmail("stranger@example.org")).isEmpty();
    }

    @Test
    void anAnswerThatWasNotAskedForByThisBrowserIsRefused() {
        Visitor attacker = open.visitor();
        String state = wentThere(attacker, "");
        Visitor victim = open.visitor();
        isRefused(victim, victim.get("/sign-in/back?code=the-code&state=" + state), "began in another browser");
        wentThere(victim, "");
        isRefused(victim, victim.get("/sign-in/back?code=the-code&state=" + state), "did not vouch for you");
        isRefused(victim, victim.get("/sign-in/back?code=the-code&state=" + state), "began in another browser");
    }

    @Test
    void aPersonWhoSaysNoAndACodeThatIsGuessedComeNowhere() {
        Visitor visitor = open.visitor();
        String state = wentThere(visitor, "");
        isRefused(visitor, visitor.get("/sign-in/back?error=access_denied&state=" + state), "did not vouch for you");
        state = wentThere(visitor, "");
        isRefused(visitor, visitor.get("/sign-in/back?code=guess&state=" + state), "did not vouch for you");
    }

    @Test
    void theWayBackLeadsToThisStudioAlone() {
        for (String to : new String[] {"//evil.example/", "https://evil.example/", "/%5Cevil.example"}) {
            assertThat(wentAndCameBack(open.visitor(), "?to=" + to).place()).isEqualTo("/");
        }
    }

    @Test
    void whoIsInvitedByAddressComesInAndJoins() {
        Production one = open.production("One");
        Production two = open.production("Two");
        for (Production production : new Production[] {one, two}) {
            open.studio.crew().invite(production.id(), Role.EDITOR, open.ownerAccount(), "petra@example.org");
        }
        issuer.vouchesFor("Petra@Example.org", true);
        Visitor petra = open.visitor();
        assertThat(wentAndCameBack(petra, "").place()).isEqualTo("/");
        assertThat(petra.get("/").body()).contains("One", "Two");
        assertThat(petra.get("/me").body()).contains("Petra Person", "petra@example.org");
    }

    @Test
    void whoOpensAnInvitationJoinsWithTheAddressOfTheIssuer() {
        Production production = open.production("By link");
        String secret = open.studio.crew().invite(production.id(), Role.ARTIST, open.ownerAccount());
        issuer.vouchesFor("linda@example.org", true);
        Visitor linda = open.visitor();
        assertThat(linda.get("/invitation/" + secret).body()).contains("Join with House account");
        assertThat(wentAndCameBack(linda, "?invitation=" + secret).place()).isEqualTo("/p/" + production.id());
        assertThat(linda.get("/p/" + production.id()).status()).isEqualTo(200);
        assertThat(open.studio.crew().invitation(secret)).as("works once").isEmpty();
    }

    @Test
    void whoHasAnAuthenticatorShowsItsCodeHereToo() {
        Production production = open.production("Codes");
        open.member(production, Role.DIRECTOR);
        Account director = open.studio.crew().of(production.id()).getLast().account();
        issuer.vouchesFor(director.email(), true);
        wentAndCameBack(open.visitor(), "");
        String key = open.studio.codes().prepare(director);
        long now = open.studio.clock().millis();
        open.studio.codes().confirm(director, OneTimeCodes.codeAt(key, now));
        Visitor visitor = open.visitor();
        Visitor.Answer asked = wentAndCameBack(visitor, "?to=/me");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(visitor.get("/me").status()).as("not yet").isEqualTo(302);
        String awaited = asked.body().replaceAll("(?s).*name=\"awaited\" value=\"([^\"]+)\".*", "$1");
        assertThat(visitor.post("/sign-in/code", "awaited", awaited, "otp", "123")
                        .body())
                .contains("not the code of now");
        assertThat(visitor.post("/sign-in/code", "awaited", "guessed", "otp", "123")
                        .body())
                .contains("took too long");
        String code = OneTimeCodes.codeAt(key, now + 30_000);
        Visitor forger = open.visitor();
        assertThat(forger.post("/sign-in/code", "awaited", awaited, "otp", code).status())
                .as("forged")
                .isEqualTo(403);
        assertThat(visitor.post("/sign-in/code", "awaited", awaited, "otp", code)
                        .place())
                .isEqualTo("/me");
        assertThat(visitor.get("/me").status()).isEqualTo(200);
    }

    @Test
    void whoTookAnothersAddressIsOutWhenThatPersonComes() {
        Production given = open.production("Given by hand");
        Visitor squatter = open.member(given, Role.CREW);
        Account taken = open.studio.crew().of(given.id()).getLast().account();
        String token = open.studio.tokens().make(taken, "Script", true, java.time.Duration.ofDays(9));
        Production wanted = open.production("Wanted");
        open.studio.crew().invite(wanted.id(), Role.PRODUCER, open.ownerAccount(), taken.email());
        issuer.vouchesFor(taken.email(), true);
        Visitor person = open.visitor();
        Visitor.Answer told = wentAndCameBack(person, "");
        assertThat(told.body()).contains("have ended", "/p/" + wanted.id());
        assertThat(person.get("/p/" + wanted.id()).status()).isEqualTo(200);
        assertThat(squatter.get("/p/" + wanted.id()).status()).isEqualTo(302);
        assertThat(open.studio.tokens().whose(token)).isEmpty();
        Visitor again = open.visitor();
        again.get("/sign-in");
        assertThat(again.post("/sign-in", "email", taken.email(), "password", OpenStudio.PASSWORD)
                        .status())
                .isEqualTo(422);
        assertThat(wentAndCameBack(open.visitor(), "").place()).as("told once").isEqualTo("/");
    }

    @Test
    void anAddressThatWasGivenToAnotherOpensNothing() {
        Production production = open.production("Reassigned");
        open.studio.crew().invite(production.id(), Role.EDITOR, open.ownerAccount(), "desk@example.org");
        issuer.vouchesFor("desk@example.org", true);
        assertThat(wentAndCameBack(open.visitor(), "").place()).isEqualTo("/p/" + production.id());
        issuer.but(token -> token.subject("the next at that desk"));
        Visitor next = open.visitor();
        isRefused(next, wentAndCameBack(next, ""), "another person");
        isRefused(next, wentAndCameBack(next, ""), "ask the owner of this studio to free it");
        issuer.vouchesFor("desk@example.org", true);
        issuer.but(token -> token.claim("email", "married@example.org"));
        Visitor same = open.visitor();
        wentAndCameBack(same, "");
        assertThat(same.get("/p/" + production.id()).status()).as("same person").isEqualTo(200);
    }

    @Test
    void onceTheOwnerFreedAnAddressTheNextPersonGetsAnAccountAndTheOneBeforeKeepsTheirs() {
        Production production = open.production("Passed on");
        open.studio.crew().invite(production.id(), Role.EDITOR, open.ownerAccount(), "seat@example.org");
        issuer.vouchesFor("seat@example.org", true);
        Visitor before = open.visitor();
        wentAndCameBack(before, "");
        Account first = open.studio.accounts().byEmail("seat@example.org").orElseThrow();
        open.studio.crew().invite(production.id(), Role.ARTIST, open.ownerAccount(), "seat@example.org");
        issuer.but(token -> token.subject("the next in that seat"));
        isRefused(open.visitor(), wentAndCameBack(open.visitor(), ""), "another person");

        Visitor owner = open.owner();
        assertThat(owner.get("/accounts").body()).contains("Free seat@example.org", "only by House account");
        assertThat(owner.post("/accounts/" + first.id() + "/address", "email", "no address")
                        .body())
                .contains("not an e-mail address");
        assertThat(owner.post("/accounts/" + first.id() + "/address/free").place())
                .isEqualTo("/accounts");
        assertThat(owner.get("/accounts").body()).contains("No address").doesNotContain("Free seat@example.org");
        assertThat(owner.post("/accounts/" + first.id() + "/password-link").body())
                .contains("Give it an address first");
        assertThat(before.get("/me").status()).isEqualTo(302);

        Visitor next = open.visitor();
        assertThat(wentAndCameBack(next, "").place()).isEqualTo("/p/" + production.id());
        assertThat(open.studio.accounts().byEmail("seat@example.org"))
                .hasValueSatisfying(account -> assertThat(account.id()).isNotEqualTo(first.id()));
        issuer.vouchesFor("seat@example.org", true);
        Visitor same = open.visitor();
        wentAndCameBack(same, "?to=/me");
        assertThat(same.get("/me").status()).as("who was there before").isEqualTo(200);
        assertThat(owner.post("/accounts/" + first.id() + "/address", "email", "first@example.org")
                        .place())
                .isEqualTo("/accounts");
        assertThat(open.studio.accounts().byEmail("first@example.org"))
                .hasValueSatisfying(account -> assertThat(account.id()).isEqualTo(first.id()));
    }

    @Test
    void withoutAnIssuerThereIsNoSuchDoor() throws Exception {
        try (OpenStudio plain = OpenStudio.open()) {
            plain.owner();
            Visitor visitor = plain.visitor();
            assertThat(visitor.get("/sign-in").body()).doesNotContain("/sign-in/elsewhere");
            assertThat(visitor.get("/sign-in/elsewhere").status()).isEqualTo(404);
            assertThat(visitor.get("/sign-in/back?code=1&state=2").status()).isEqualTo(404);
            assertThat(visitor.post("/sign-in/code", "awaited", "x", "otp", "1").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void anIssuerThatIsNotThereIsTold() throws Exception {
        Issuer gone = new Issuer("Gone", "http://127.0.0.1:9", "c", "");
        try (OpenStudio away = OpenStudio.open(new Surroundings("127.0.0.1", 0, null, Post.closed(), gone))) {
            away.owner();
            assertThat(away.visitor().get("/sign-in/elsewhere").body()).contains("Gone does not answer.");
        }
    }
}
