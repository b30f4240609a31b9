package backbeat.studio.people;

import static backbeat.studio.store.db.Tables.ACCOUNT;
import static backbeat.studio.store.db.Tables.SIGN_IN;

import backbeat.studio.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who is signed in where. A sign-in holds for a month without a visit. */
public final class SignIns {
    private static final Duration HOLDS = Duration.ofDays(30);
    /** How exactly the last visit is kept; each noting costs a write. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(10);

    /** @param key tells one sign-in from another without being its secret */
    public record SignIn(String key, String browser, Instant begun, Instant seen) {}

    private final Store store;
    private final Accounts accounts;
    private final Clock clock;
    private final Throttle throttle;

    public SignIns(Store store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
        this.throttle = new Throttle(clock);
    }

    /**
     * Lets somebody in.
     *
     * @param address of who asks, for slowing down guesses
     * @return the secret that the browser keeps
     */
    public String begin(String email, String password, String address, String browser) {
        String named = "email " + email.strip().toLowerCase(Locale.ROOT);
        String from = "address " + address;
        Duration pause = longer(throttle.pause(named), throttle.pause(from));
        if (!pause.isZero()) {
            throw PeopleProblems.wait(pause).asException();
        }
        Optional<Account> account = accounts.fitting(email, password);
        if (account.isEmpty()) {
            throttle.wrong(named);
            throttle.wrong(from);
            throw PeopleProblems.wrongPassword().asException();
        }
        throttle.right(named);
        throttle.right(from);
        return begin(account.get(), browser);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Lets an account in that has just shown who it is. */
    public String begin(Account account, String browser) {
        String secret = Secret.fresh();
        store.sql()
                .insertInto(SIGN_IN)
                .set(SIGN_IN.SECRET_HASH, Secret.hash(secret))
                .set(SIGN_IN.ACCOUNT_ID, account.id())
                .set(SIGN_IN.BEGUN_AT, clock.millis())
                .set(SIGN_IN.SEEN_AT, clock.millis())
                .set(SIGN_IN.BROWSER, browser.substring(0, Math.min(200, browser.length())))
                .execute();
        return secret;
    }

    public Optional<Account> whose(String secret) {
        String hash = Secret.hash(secret);
        var row = store.sql()
                .select(ACCOUNT.fields())
                .select(SIGN_IN.SEEN_AT)
                .from(SIGN_IN)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(SIGN_IN.ACCOUNT_ID))
                .where(SIGN_IN.SECRET_HASH.eq(hash))
                .and(SIGN_IN.SEEN_AT.gt(clock.millis() - HOLDS.toMillis()))
                .fetchOptional();
        row.ifPresent(found -> {
            if (found.get(SIGN_IN.SEEN_AT) < clock.millis() - SEEN_EVERY.toMillis()) {
                store.sql()
                        .update(SIGN_IN)
                        .set(SIGN_IN.SEEN_AT, clock.millis())
                        .where(SIGN_IN.SECRET_HASH.eq(hash))
                        .execute();
            }
        });
        return row.map(Accounts::account);
    }

    public void end(String secret) {
        store.sql()
                .deleteFrom(SIGN_IN)
                .where(SIGN_IN.SECRET_HASH.eq(Secret.hash(secret)))
                .execute();
    }

    public List<SignIn> of(Account account) {
        return store.sql()
                .selectFrom(SIGN_IN)
                .where(SIGN_IN.ACCOUNT_ID.eq(account.id()))
                .orderBy(SIGN_IN.SEEN_AT.desc())
                .fetch(row -> new SignIn(
                        row.getSecretHash(),
                        row.getBrowser(),
                        Instant.ofEpochMilli(row.getBegunAt()),
                        Instant.ofEpochMilli(row.getSeenAt())));
    }

    /** Ends one of a person's own sign-ins. */
    public void end(Account account, String key) {
        store.sql()
                .deleteFrom(SIGN_IN)
                .where(SIGN_IN.SECRET_HASH.eq(key))
                .and(SIGN_IN.ACCOUNT_ID.eq(account.id()))
                .execute();
    }
}
