package backbeat.studio.people;

import static backbeat.studio.store.db.Tables.ACCOUNT;
import static backbeat.studio.store.db.Tables.PASSWORD_LINK;
import static backbeat.studio.store.db.Tables.SECOND_FACTOR;

import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jooq.Condition;

/**
 * How somebody who forgot a password comes in again: by a link that works once, of the owner for a day, by mail for an hour. It ends every sign-in and token of before,
 * and every other link. The owner's ends the codes of an authenticator, too, since the owner knows who asked; a letter-box that somebody got into must not.
 */
public final class PasswordLinks {
    private static final Duration HOLDS = Duration.ofDays(1);
    private static final Duration HOLDS_BY_MAIL = Duration.ofHours(1);

    /** @param byMail whether it came by mail, and codes of an authenticator stay */
    public record Link(Account account, boolean byMail) {}

    /** @param secret of the link */
    public record ByMail(Account account, String secret) {}

    private final Store store;
    private final Accounts accounts;
    private final Clock clock;
    private final Throttle throttle;

    public PasswordLinks(Store store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
        this.throttle = new Throttle(clock);
    }

    /** @return the secret of the link */
    public String make(Account of, Account by) {
        return make(of, by, HOLDS, false);
    }

    /**
     * Somebody asks for a letter. Known and unknown addresses are slowed down alike, so that nobody's letter-box is filled.
     *
     * @param address of who asks
     */
    public void ask(String email, String address) {
        String named = "email " + Accounts.address(email);
        String place = "address " + address;
        Duration one = throttle.pause(named);
        Duration other = throttle.pause(place);
        if (!one.isZero() || !other.isZero()) {
            throw PeopleProblems.wait(one.compareTo(other) > 0 ? one : other).asException();
        }
        throttle.wrong(named);
        throttle.wrong(place);
    }

    /** The link for the letter; empty when nobody has this address. */
    public Optional<ByMail> byMail(String email) {
        return accounts.byEmail(email).map(account -> new ByMail(account, make(account, account, HOLDS_BY_MAIL, true)));
    }

    private String make(Account of, Account by, Duration holds, boolean byMail) {
        if (!of.hasAddress()) {
            throw PeopleProblems.noAddress().asException();
        }
        String secret = Secret.fresh();
        store.sql()
                .insertInto(PASSWORD_LINK)
                .set(PASSWORD_LINK.ID, Id.fresh())
                .set(PASSWORD_LINK.SECRET_HASH, Secret.hash(secret))
                .set(PASSWORD_LINK.ACCOUNT_ID, of.id())
                .set(PASSWORD_LINK.MADE_BY, by.id())
                .set(PASSWORD_LINK.ENDS_AT, clock.millis() + holds.toMillis())
                .set(PASSWORD_LINK.USED, false)
                .set(PASSWORD_LINK.BY_MAIL, byMail)
                .execute();
        return secret;
    }

    private Condition holds(String secret) {
        return PASSWORD_LINK
                .SECRET_HASH
                .eq(Secret.hash(secret))
                .and(PASSWORD_LINK.USED.isFalse())
                .and(PASSWORD_LINK.ENDS_AT.gt(clock.millis()));
    }

    /** Whose password a link sets; empty when it does not hold. */
    public Optional<Link> whose(String secret) {
        return store.sql()
                .select(ACCOUNT.fields())
                .select(PASSWORD_LINK.BY_MAIL)
                .from(PASSWORD_LINK)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(PASSWORD_LINK.ACCOUNT_ID))
                .where(holds(secret))
                .fetchOptional(row -> new Link(Accounts.account(row), row.get(PASSWORD_LINK.BY_MAIL)));
    }

    public Account use(String secret, String password) {
        return store.changed(sql -> {
            Link link = whose(secret)
                    .orElseThrow(() -> PeopleProblems.passwordLinkOver().asException());
            Account account = link.account();
            accounts.setPassword(sql, account, password);
            WaysIn.end(sql, account);
            if (!link.byMail()) {
                sql.deleteFrom(SECOND_FACTOR)
                        .where(SECOND_FACTOR.ACCOUNT_ID.eq(account.id()))
                        .execute();
            }
            return account;
        });
    }
}
