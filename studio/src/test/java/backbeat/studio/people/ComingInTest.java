package backbeat.studio.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.studio.OpenHome;
import backbeat.studio.TestClock;
import backbeat.studio.Told;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComingInTest {
    private static final String OWNER = "owner@example.org";
    private static final Visit HERE = new Visit("Firefox on Linux", "this machine");

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private OpenHome home;
    private OneTimeCodes codes;
    private SignIns signIns;

    @BeforeEach
    void openHome() {
        home = new OpenHome(folder.resolve("home"), clock);
        codes = new OneTimeCodes(home.store, clock);
        signIns = new SignIns(home.store, home.accounts, codes, clock);
    }

    @AfterEach
    void closeHome() {
        home.close();
    }

    private String begin(String password, String code) {
        return signIns.begin(OWNER, password, code, "1.1.1.1", HERE);
    }

    @Test
    void whoHasAnAuthenticatorComesInWithItsCodeOnce() {
        String key = codes.prepare(home.owner);
        assertThat(codes.prepare(home.owner)).isEqualTo(key);
        assertThatThrownBy(() -> codes.confirm(home.owner, "12345")).satisfies(Told.problem("people/wrong-code"));
        assertThat(begin("long enough 1", "")).isNotBlank();
        codes.confirm(home.owner, OneTimeCodes.codeAt(key, clock.millis()));
        assertThatThrownBy(() -> begin("long enough 1", "")).satisfies(Told.problem("people/code-wanted"));
        clock.pass(Duration.ofSeconds(60));
        String now = OneTimeCodes.codeAt(key, clock.millis());
        assertThat(begin("long enough 1", now.substring(0, 3) + " " + now.substring(3)))
                .isNotBlank();
        assertThatThrownBy(() -> begin("long enough 1", now)).satisfies(Told.problem("people/wrong-code"));
    }

    @Test
    void guessingCodesIsSlowedDown() {
        codes.confirm(home.owner, OneTimeCodes.codeAt(codes.prepare(home.owner), clock.millis()));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> begin("long enough 1", "000")).satisfies(Told.problem("people/wrong-code"));
        }
        assertThatThrownBy(() -> begin("long enough 1", "000")).satisfies(Told.problem("people/wait"));
    }

    /** The test vectors of RFC 6238 for SHA-1, their last six digits. */
    @Test
    void codesAreThoseOfTheStandard() {
        String key = OneTimeCodes.base32("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        assertThat(OneTimeCodes.codeAt(key, 59_000)).isEqualTo("287082");
        assertThat(OneTimeCodes.codeAt(key, 1_111_111_109_000L)).isEqualTo("081804");
        assertThat(OneTimeCodes.codeAt(key, 20_000_000_000_000L)).isEqualTo("353130");
    }

    @Test
    void aPasswordLinkWorksOnceForADayAndEndsEverySignIn() {
        PasswordLinks links = new PasswordLinks(home.store, home.accounts, clock);
        String before = signIns.begin(home.owner, HERE);
        String old = links.make(home.owner, home.owner);
        clock.pass(Duration.ofHours(25));
        assertThat(links.whose(old)).isEmpty();
        String secret = links.make(home.owner, home.owner);
        assertThatThrownBy(() -> links.use(secret, "short")).satisfies(Told.problem("people/password"));
        links.use(secret, "another long one");
        assertThat(signIns.whose(before)).isEmpty();
        assertThat(begin("another long one", "")).isNotBlank();
        assertThatThrownBy(() -> links.use(secret, "yet another one"))
                .satisfies(Told.problem("people/password-link-over"));
    }

    @Test
    void aLinkByMailHoldsAnHourAndLeavesTheSecondFactor() {
        PasswordLinks links = new PasswordLinks(home.store, home.accounts, clock);
        assertThat(links.byMail("nobody@example.org")).isEmpty();
        String key = codes.prepare(home.owner);
        codes.confirm(home.owner, OneTimeCodes.codeAt(key, clock.millis()));
        String old = links.byMail(" OWNER@example.org ").orElseThrow().secret();
        clock.pass(Duration.ofMinutes(61));
        assertThat(links.whose(old)).isEmpty();
        String other = links.make(home.owner, home.owner);
        String secret = links.byMail(OWNER).orElseThrow().secret();
        assertThat(home.store.sql().fetch("select * from password_link").formatJSON())
                .doesNotContain(secret);
        Tokens tokens = new Tokens(home.store, clock);
        String token = tokens.make(home.owner, "Script", true, Duration.ofDays(9));
        links.use(secret, "another long one");
        assertThat(tokens.whose(token)).isEmpty();
        assertThat(codes.isWanted(home.owner)).isTrue();
        assertThat(links.whose(other)).as("links of before").isEmpty();
        assertThat(links.whose(secret)).isEmpty();
    }

    private Account member(String email) {
        String secret = home.crew.invite(home.production().id(), Role.EDITOR, home.owner);
        return home.crew.accept(secret, email, "Eddi Editor", "long enough 2");
    }

    @Test
    void aFreedAddressIsForAnotherPersonAndOpensNothingOfTheOneBefore() {
        PasswordLinks links = new PasswordLinks(home.store, home.accounts, clock);
        Tokens tokens = new Tokens(home.store, clock);
        Account before = member("desk@example.org");
        String signedIn = signIns.begin(before, HERE);
        String token = tokens.make(before, "Script", true, Duration.ofDays(9));
        String byMail = links.byMail("desk@example.org").orElseThrow().secret();
        String ofTheOwner = links.make(before, home.owner);
        String awaited = signIns.awaitCode(before, "/");
        String secret = home.crew.invite(home.production().id(), Role.ARTIST, home.owner, "desk@example.org");
        assertThatThrownBy(() -> home.crew.accept(secret, "desk@example.org", "Nina New", "long enough 3"))
                .satisfies(Told.problem("people/email-taken"))
                .hasMessageContaining("ask the owner");

        home.accounts.freeAddress(before);
        Account freed = home.accounts.byId(before.id()).orElseThrow();
        assertThat(freed.hasAddress()).isFalse();
        assertThat(signIns.whose(signedIn)).isEmpty();
        assertThat(tokens.whose(token)).isEmpty();
        assertThat(links.whose(byMail)).isEmpty();
        assertThat(links.whose(ofTheOwner)).isEmpty();
        assertThatThrownBy(() -> signIns.showCode(awaited, "123456", "1.1.1.1"))
                .satisfies(Told.problem("people/code-too-late"));
        assertThat(links.byMail("desk@example.org")).isEmpty();
        assertThatThrownBy(() -> links.make(freed, home.owner)).satisfies(Told.problem("people/no-address"));
        for (String guess : new String[] {"", "none " + before.id(), "desk@example.org"}) {
            assertThatThrownBy(() -> signIns.begin(guess, "long enough 2", "", "1.1.1.1", HERE))
                    .satisfies(Told.problem("people/wrong-password"));
        }
        Account next = home.crew.accept(secret, "desk@example.org", "Nina New", "long enough 3");
        assertThat(next.id()).isNotEqualTo(before.id());
        assertThat(signIns.begin("desk@example.org", "long enough 3", "", "1.1.1.2", HERE))
                .isNotBlank();

        assertThatThrownBy(() -> home.accounts.move(freed, "Desk@example.org"))
                .satisfies(Told.problem("people/address-taken"));
        home.accounts.move(freed, " Eddi@Example.org");
        assertThat(home.accounts.byEmail("eddi@example.org"))
                .get()
                .isEqualTo(home.accounts.byId(before.id()).orElseThrow());
        links.use(links.make(home.accounts.byId(before.id()).orElseThrow(), home.owner), "long enough 4");
        assertThat(signIns.begin("eddi@example.org", "long enough 4", "", "1.1.1.3", HERE))
                .isNotBlank();
    }

    @Test
    void whoIsMovedToAnotherAddressKeepsThePasswordAndSignsInAnew() {
        PasswordLinks links = new PasswordLinks(home.store, home.accounts, clock);
        Account moved = member("old@example.org");
        String signedIn = signIns.begin(moved, HERE);
        String byMail = links.byMail("old@example.org").orElseThrow().secret();
        home.accounts.move(moved, "new@example.org");
        assertThat(signIns.whose(signedIn)).isEmpty();
        assertThat(links.whose(byMail)).isEmpty();
        assertThatThrownBy(() -> signIns.begin("old@example.org", "long enough 2", "", "1.1.1.1", HERE))
                .satisfies(Told.problem("people/wrong-password"));
        assertThat(signIns.begin("new@example.org", "long enough 2", "", "1.1.1.1", HERE))
                .isNotBlank();
        assertThatThrownBy(() -> home.accounts.move(moved, "nowhere")).satisfies(Told.problem("people/email"));
        assertThatThrownBy(() -> home.accounts.freeAddress(home.owner))
                .satisfies(Told.problem("people/owners-address"));
    }

    @Test
    void askingForLettersIsSlowedDownForKnownAndUnknownAlike() {
        PasswordLinks links = new PasswordLinks(home.store, home.accounts, clock);
        for (String email : new String[] {OWNER, "nobody@example.org"}) {
            for (int i = 0; i < 5; i++) {
                links.ask(email, "from " + email + i);
            }
            assertThatThrownBy(() -> links.ask(email.toUpperCase(java.util.Locale.ROOT), "from elsewhere"))
                    .satisfies(Told.problem("people/wait"));
        }
        clock.pass(Duration.ofHours(2));
        links.ask(OWNER, "from elsewhere");
        links.ask(OWNER, "from elsewhere");
        assertThatThrownBy(() -> links.ask("no address", "1.1.1.1")).satisfies(Told.problem("people/email"));
    }

    @Test
    void tokensHoldUntilTheirDayAndOnlyTheirHashIsKept() {
        Tokens tokens = new Tokens(home.store, clock);
        String token = tokens.make(home.owner, "Editing room", false, Duration.ofDays(30));
        assertThat(tokens.whose(token)).hasValueSatisfying(granted -> {
            assertThat(granted.account()).isEqualTo(home.owner);
            assertThat(granted.writes()).isFalse();
        });
        assertThat(home.store.sql().fetch("select * from api_token").formatJSON())
                .doesNotContain(token);
        assertThat(tokens.of(home.owner).getFirst().used()).isNotNull();
        clock.pass(Duration.ofDays(31));
        assertThat(tokens.whose(token)).isEmpty();
        assertThatThrownBy(() -> tokens.make(home.owner, "Forever", true, Duration.ofDays(4000)))
                .satisfies(Told.problem("people/token"));
    }

    @Test
    void aVisitIsNamedAsPeopleKnowIt() {
        assertThat(Visit.of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "127.0.0.1"))
                .isEqualTo(new Visit("Firefox on Linux", "this machine"));
        assertThat(Visit.of(
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Safari/604",
                        "192.168.1.7"))
                .isEqualTo(new Visit("Safari on iPhone", "this network, 192.168.1.7"));
        assertThat(Visit.of("", "not an address")).isEqualTo(new Visit("A browser", ""));
    }
}
