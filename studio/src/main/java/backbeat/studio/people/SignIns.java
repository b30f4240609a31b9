package backbeat.studio.people;

import static backbeat.studio.store.db.Tables.ACCOUNT;
import static backbeat.studio.store.db.Tables.SIGN_IN;

import backbeat.studio.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who is signed in where. A sign-in holds for a month without a visit. */
public final class SignIns {
    private static final Duration HOLDS = Duration.ofDays(30);
    /** How exactly the last visit is kept; each noting costs a write. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(10);

    /** @param key tells one sign-in from another without being its secret */
    public record SignIn(String key, Visit from, Instant begun, Instant seen) {}

    /** Somebody whose code is awaited. */
    public record Awaiting(Account account, String to, Instant until) {}

    private static final Duration CODE_WITHIN = Duration.ofMinutes(5);
    private static final int MOST_AWAITED = 1000;

    private final Map<String, Awaiting> awaiting = new LinkedHashMap<>();
    private final Store store;
    private final Accounts accounts;
    private final Clock clock;
    private final Throttle throttle;
    private final OneTimeCodes codes;

    public SignIns(Store store, Accounts accounts, OneTimeCodes codes, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.codes = codes;
        this.clock = clock;
        this.throttle = new Throttle(clock);
    }

    /**
     * Lets somebody in.
     *
     * @param code of the second factor; empty when none is told
     * @param address of who asks, for slowing down guesses
     * @return the secret that the browser keeps
     */
    public String begin(String email, String password, String code, String address, Visit from) {
        String named = "email " + email.strip().toLowerCase(Locale.ROOT);
        String place = "address " + address;
        Duration pause = longer(throttle.pause(named), throttle.pause(place));
        if (!pause.isZero()) {
            throw PeopleProblems.wait(pause).asException();
        }
        Optional<Account> account = accounts.fitting(email, password);
        if (account.isEmpty()) {
            throttle.wrong(named);
            throttle.wrong(place);
            throw PeopleProblems.wrongPassword().asException();
        }
        if (codes.isWanted(account.get())) {
            requireCode(account.get(), code, named, place);
        }
        throttle.right(named);
        throttle.right(place);
        return begin(account.get(), from);
    }

    private void requireCode(Account account, String code, String named, String place) {
        if (code.isBlank()) {
            throw PeopleProblems.codeWanted().asException();
        }
        if (!codes.fits(account, code)) {
            throttle.wrong(named);
            throttle.wrong(place);
            throw PeopleProblems.wrongCode().asException();
        }
    }

    /**
     * Somebody has shown who they are elsewhere; the code of their authenticator is still to come.
     *
     * @param to where they wanted to
     * @return what the code is shown with; it holds some minutes
     */
    public String awaitCode(Account account, String to) {
        String secret = Secret.fresh();
        synchronized (awaiting) {
            awaiting.values().removeIf(one -> one.until().isBefore(clock.instant()));
            if (awaiting.size() >= MOST_AWAITED) {
                awaiting.remove(awaiting.keySet().iterator().next());
            }
            awaiting.put(
                    Secret.hash(secret),
                    new Awaiting(account, to, clock.instant().plus(CODE_WITHIN)));
        }
        return secret;
    }

    /** @param address of who shows the code, for slowing down guesses */
    public Awaiting showCode(String secret, String code, String address) {
        Awaiting one;
        synchronized (awaiting) {
            one = awaiting.get(Secret.hash(secret));
        }
        if (one == null
                || one.until().isBefore(clock.instant())
                || !accounts.byId(one.account().id())
                        .filter(one.account()::equals)
                        .isPresent()) {
            throw PeopleProblems.codeTooLate().asException();
        }
        Account who = one.account();
        String named = who.hasAddress() ? "email " + who.email() : "account " + who.id();
        String place = "address " + address;
        Duration pause = longer(throttle.pause(named), throttle.pause(place));
        if (!pause.isZero()) {
            throw PeopleProblems.wait(pause).asException();
        }
        if (!codes.fits(one.account(), code)) {
            throttle.wrong(named);
            throttle.wrong(place);
            throw PeopleProblems.wrongCode().asException();
        }
        synchronized (awaiting) {
            awaiting.remove(Secret.hash(secret));
        }
        throttle.right(named);
        return one;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Lets an account in that has just shown who it is. */
    public String begin(Account account, Visit from) {
        String secret = Secret.fresh();
        store.sql()
                .insertInto(SIGN_IN)
                .set(SIGN_IN.SECRET_HASH, Secret.hash(secret))
                .set(SIGN_IN.ACCOUNT_ID, account.id())
                .set(SIGN_IN.BEGUN_AT, clock.millis())
                .set(SIGN_IN.SEEN_AT, clock.millis())
                .set(SIGN_IN.BROWSER, from.browser())
                .set(SIGN_IN.PLACE, from.place())
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
                        new Visit(row.getBrowser(), row.getPlace() == null ? "" : row.getPlace()),
                        Instant.ofEpochMilli(row.getBegunAt()),
                        Instant.ofEpochMilli(row.getSeenAt())));
    }

    /** Ends all of a person's sign-ins but one. */
    public void endOthers(Account account, String secret) {
        store.sql()
                .deleteFrom(SIGN_IN)
                .where(SIGN_IN.ACCOUNT_ID.eq(account.id()))
                .and(SIGN_IN.SECRET_HASH.ne(Secret.hash(secret)))
                .execute();
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
