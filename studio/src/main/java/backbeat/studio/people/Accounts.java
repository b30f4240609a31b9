package backbeat.studio.people;

import static backbeat.studio.store.db.Tables.ACCOUNT;

import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The accounts of a studio. */
public final class Accounts {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}<>\"]{1,64}@[^@\\s\\p{Cntrl}<>\"]{1,185}");
    private static final int LONGEST_NAME = 80;
    /** What stands in place of a freed address: the table wants one of each account, and this is nobody's. */
    private static final String NO_ADDRESS = "none ";

    private final Store store;
    private final PasswordHash passwords;
    private final Clock clock;
    private final StartCode startCode;
    private final Throttle throttle;

    public Accounts(Store store, PasswordHash passwords, StartCode startCode, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.startCode = startCode;
        this.clock = clock;
        this.throttle = new Throttle(clock);
    }

    public boolean nobodyIsHere() {
        return !store.sql().fetchExists(ACCOUNT);
    }

    /**
     * Makes the first account.
     *
     * @param address of who asks, for slowing down guesses
     */
    public Account becomeOwner(String code, String email, String name, String password, String address) {
        var pause = throttle.pause(address);
        if (!pause.isZero()) {
            throw PeopleProblems.wait(pause).asException();
        }
        if (!startCode.is(code)) {
            throttle.wrong(address);
            throw PeopleProblems.wrongStartCode().asException();
        }
        return store.changed(sql -> {
            if (sql.fetchExists(ACCOUNT)) {
                throw PeopleProblems.ownerIsThere().asException();
            }
            return make(sql, email, name, password, true);
        });
    }

    /**
     * An address as it is kept.
     *
     * @throws backbeat.engine.problem.ProblemException when it is none
     */
    public static String address(String email) {
        String plain = email.strip().toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(plain).matches()) {
            throw PeopleProblems.email().asException();
        }
        return plain;
    }

    Account make(DSLContext sql, String email, String name, String password, boolean owner) {
        String plainEmail = address(email);
        String plainName = name.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        if (plainName.isEmpty() || plainName.length() > LONGEST_NAME) {
            throw PeopleProblems.name().asException();
        }
        requireGood(password);
        if (sql.fetchExists(ACCOUNT, ACCOUNT.EMAIL.eq(plainEmail))) {
            throw PeopleProblems.emailTaken().asException();
        }
        Account account = new Account(Id.fresh(), plainEmail, plainName, owner);
        sql.insertInto(ACCOUNT)
                .set(ACCOUNT.ID, account.id())
                .set(ACCOUNT.EMAIL, account.email())
                .set(ACCOUNT.NAME, account.name())
                .set(ACCOUNT.PASSWORD, passwords.hash(password))
                .set(ACCOUNT.STUDIO_OWNER, owner)
                .set(ACCOUNT.MADE_AT, clock.millis())
                .execute();
        return account;
    }

    /** A person is reached under another address from now on. Whoever has the old one comes in no more: by nothing that was sent there, nor by what it was used for. */
    public void move(Account account, String email) {
        String address = address(email);
        readdress(account, address, sql -> {
            if (sql.fetchExists(ACCOUNT, ACCOUNT.EMAIL.eq(address).and(ACCOUNT.ID.ne(account.id())))) {
                throw PeopleProblems.addressTaken().asException();
            }
            WaysIn.end(sql, account);
        });
    }

    /** Another person has the address now. The account stays, with all that its person did; by an issuer that knows this person, they still come in. */
    public void freeAddress(Account account) {
        readdress(account, NO_ADDRESS + account.id(), sql -> new Proofs(this).shutOut(sql, account));
    }

    private void readdress(Account account, String kept, Consumer<DSLContext> ends) {
        if (account.studioOwner()) {
            throw PeopleProblems.ownersAddress().asException();
        }
        store.change(sql -> {
            ends.accept(sql);
            sql.update(ACCOUNT)
                    .set(ACCOUNT.EMAIL, kept)
                    .where(ACCOUNT.ID.eq(account.id()))
                    .execute();
        });
    }

    /** Somebody who knows the old password sets a new one. */
    public void changePassword(Account account, String old, String fresh) {
        requirePassword(account, old);
        setPassword(store.sql(), account, fresh);
    }

    /** Whoever asks for something dangerous shows again who they are; guesses are slowed down. */
    public void requirePassword(Account account, String password) {
        var pause = throttle.pause(account.id());
        if (!pause.isZero()) {
            throw PeopleProblems.wait(pause).asException();
        }
        if (fitting(account.email(), password).isEmpty()) {
            throttle.wrong(account.id());
            throw PeopleProblems.wrongPassword().asException();
        }
        throttle.right(account.id());
    }

    void setPassword(DSLContext sql, Account account, String password) {
        requireGood(password);
        sql.update(ACCOUNT)
                .set(ACCOUNT.PASSWORD, passwords.hash(password))
                .where(ACCOUNT.ID.eq(account.id()))
                .execute();
    }

    /** Longer than the hash looks at would only seem safer. */
    private static void requireGood(String password) {
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.length() < 10 || bytes > 70) {
            throw PeopleProblems.password().asException();
        }
    }

    /** The account that an e-mail and a password belong to, as slow for unknown ones as for known ones. */
    Optional<Account> fitting(String email, String password) {
        var found = store.sql()
                .selectFrom(ACCOUNT)
                .where(ACCOUNT.EMAIL.eq(email.strip().toLowerCase(Locale.ROOT)))
                .fetchOptional()
                .filter(row -> account(row).hasAddress());
        String hash = found.map(row -> row.get(ACCOUNT.PASSWORD)).orElseGet(Decoy.of(passwords)::hash);
        boolean fits = passwords.fits(password, hash);
        return fits ? found.map(Accounts::account) : Optional.empty();
    }

    /** A hash that no password is meant to fit, made once. */
    private record Decoy(String hash) {
        private static volatile Decoy one = new Decoy("");

        static Decoy of(PasswordHash passwords) {
            if (one.hash().isEmpty()) {
                one = new Decoy(passwords.hash(Id.fresh()));
            }
            return one;
        }
    }

    public List<Account> all() {
        return store.sql().selectFrom(ACCOUNT).orderBy(ACCOUNT.NAME).fetch(Accounts::account);
    }

    public Optional<Account> byId(String id) {
        return store.sql().selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(id)).fetchOptional(Accounts::account);
    }

    public Optional<Account> byEmail(String email) {
        return store.sql()
                .selectFrom(ACCOUNT)
                .where(ACCOUNT.EMAIL.eq(email.strip().toLowerCase(Locale.ROOT)))
                .fetchOptional(Accounts::account)
                .filter(Account::hasAddress);
    }

    static Account account(Record row) {
        String email = row.get(ACCOUNT.EMAIL);
        return new Account(
                row.get(ACCOUNT.ID),
                email.startsWith(NO_ADDRESS) ? "" : email,
                row.get(ACCOUNT.NAME),
                row.get(ACCOUNT.STUDIO_OWNER));
    }
}
