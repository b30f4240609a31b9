package backbeat.studio.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import backbeat.studio.OpenHome;
import backbeat.studio.TestClock;
import backbeat.studio.TestDatabase;
import backbeat.studio.Told;
import backbeat.studio.store.Home;
import backbeat.studio.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
    private static final Visit HERE = new Visit("Firefox on Linux", "this machine");

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();

    @Test
    void onlyTheStartCodeMakesTheFirstAccountAndGuessingIsSlowedDown() {
        try (Store store = Store.open(new Home(folder))) {
            StartCode code = StartCode.fresh();
            Accounts accounts = new Accounts(store, OpenHome.PLAIN, code, clock);
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> accounts.becomeOwner("amber-amber", "a@b.org", "A", "long enough", "9.9.9.9"))
                        .satisfies(Told.problem("people/wrong-start-code"));
            }
            assertThatThrownBy(() -> accounts.becomeOwner(code.text(), "a@b.org", "A", "long enough", "9.9.9.9"))
                    .satisfies(Told.problem("people/wait"));
            clock.pass(Duration.ofMinutes(1));
            assertThat(accounts.becomeOwner(
                                    " " + code.text().toUpperCase(java.util.Locale.ROOT),
                                    "a@b.org",
                                    "A",
                                    "long enough",
                                    "9.9.9.9")
                            .studioOwner())
                    .isTrue();
            assertThatThrownBy(() -> accounts.becomeOwner(code.text(), "c@b.org", "C", "long enough", "1.1.1.1"))
                    .satisfies(Told.problem("people/owner-is-there"));
        }
    }

    @Test
    void wrongPasswordsMakeAPauseThatEndsByItself() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            SignIns signIns = new SignIns(home.store, home.accounts, new OneTimeCodes(home.store, clock), clock);
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> signIns.begin("owner@example.org", "wrong", "", "9.9.9.9", HERE))
                        .satisfies(Told.problem("people/wrong-password"));
            }
            assertThatThrownBy(() -> signIns.begin("owner@example.org", "long enough 1", "", "8.8.8.8", HERE))
                    .satisfies(Told.problem("people/wait"));
            clock.pass(Duration.ofSeconds(31));
            String secret = signIns.begin("OWNER@example.org ", "long enough 1", "", "8.8.8.8", HERE);
            assertThat(signIns.whose(secret)).contains(home.owner);
        }
    }

    @Test
    void anUnknownAddressIsRefusedLikeAWrongPassword() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            SignIns signIns = new SignIns(home.store, home.accounts, new OneTimeCodes(home.store, clock), clock);
            assertThatThrownBy(() -> signIns.begin("nobody@example.org", "long enough 1", "", "9.9.9.9", HERE))
                    .satisfies(Told.problem("people/wrong-password"));
        }
    }

    @Test
    void aSignInEndsWhenItIsEndedOrForgottenForAMonth() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            SignIns signIns = new SignIns(home.store, home.accounts, new OneTimeCodes(home.store, clock), clock);
            String one = signIns.begin(home.owner, HERE);
            String other = signIns.begin(home.owner, HERE);
            assertThat(signIns.of(home.owner)).hasSize(2);
            signIns.end(one);
            assertThat(signIns.whose(one)).isEmpty();
            assertThat(signIns.whose(other)).isPresent();
            clock.pass(Duration.ofDays(31));
            assertThat(signIns.whose(other)).isEmpty();
        }
    }

    @Test
    void noSecretCanBeReadFromTheDatabase() throws Exception {
        assumeFalse(TestDatabase.isPostgres(), "looks into the file");
        String secret;
        String invitation;
        try (OpenHome home = new OpenHome(folder, clock)) {
            secret = new SignIns(home.store, home.accounts, new OneTimeCodes(home.store, clock), clock)
                    .begin(home.owner, HERE);
            invitation = home.crew.invite(home.production().id(), Role.CREW, home.owner);
        }
        String bytes = new String(
                Files.readAllBytes(folder.resolve("studio.db")), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("owner@example.org").doesNotContain(secret).doesNotContain(invitation);
    }

    @Test
    void anInvitationWorksOnceAndAWeek() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            String production = home.production().id();
            String secret = home.crew.invite(production, Role.EDITOR, home.owner);
            Account editor = home.crew.accept(secret, "ed@example.org", "Ed", "long enough 2");
            assertThat(home.crew.roleOf(editor, production)).contains(Role.EDITOR);
            assertThat(home.crew.roleOf(editor, home.production().id())).isEmpty();
            assertThatThrownBy(() -> home.crew.accept(secret, "x@example.org", "X", "long enough 3"))
                    .satisfies(Told.problem("people/invitation-over"));
            String late = home.crew.invite(production, Role.CREW, home.owner);
            clock.pass(Duration.ofDays(8));
            assertThat(home.crew.invitation(late)).isEmpty();
        }
    }

    @Test
    void anInvitationToAnAddressMakesNoAccountUnderAnother() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            String secret = home.crew.invite(home.production().id(), Role.CREW, home.owner, "ed@example.org");
            assertThatThrownBy(() -> home.crew.accept(secret, "director@label.com", "Ed", "long enough 2"))
                    .satisfies(Told.problem("people/other-address"));
            assertThat(home.crew
                            .accept(secret, " ED@example.org", "Ed", "long enough 2")
                            .email())
                    .isEqualTo("ed@example.org");
        }
    }

    @Test
    void whoWasRemovedDoesNotComeBackByAnOlderInvitation() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            String production = home.production().id();
            Vouched ed = new Vouched("https://issuer.example", "1", "Ed@example.org", "Ed");
            home.crew.invite(production, Role.CREW, home.owner, "ed@example.org");
            Account editor = home.crew.welcome(ed, "").account();
            home.crew.invite(production, Role.PRODUCER, home.owner, "ed@example.org");
            home.crew.remove(production, editor.id());
            assertThat(home.crew.welcome(ed, "").joined()).isEmpty();
            assertThat(home.crew.roleOf(editor, production)).isEmpty();
        }
    }

    @Test
    void anInvitationThatIsOnlyFoundChangesNoRole() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            String production = home.production().id();
            Vouched ed = new Vouched("https://issuer.example", "1", "ed@example.org", "Ed");
            home.crew.invite(production, Role.CREW, home.owner, "ed@example.org");
            String byHand = home.crew.invite(production, Role.PRODUCER, home.owner);
            Crew.Welcome welcome = home.crew.welcome(ed, byHand);
            assertThat(welcome.joined()).containsExactly(production);
            assertThat(home.crew.roleOf(welcome.account(), production)).contains(Role.PRODUCER);
        }
    }

    @Test
    void nobodyIsInvitedAsOwner() {
        try (OpenHome home = new OpenHome(folder, clock)) {
            assertThatThrownBy(() -> home.crew.invite(home.production().id(), Role.OWNER, home.owner))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
