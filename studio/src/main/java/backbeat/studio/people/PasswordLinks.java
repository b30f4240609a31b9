package backbeat.studio.people;

import static backbeat.studio.store.db.Tables.ACCOUNT;
import static backbeat.studio.store.db.Tables.PASSWORD_LINK;
import static backbeat.studio.store.db.Tables.SECOND_FACTOR;
import static backbeat.studio.store.db.Tables.SIGN_IN;

import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jooq.Condition;

/** How somebody who forgot a password comes in again: by a link of the owner that holds a day and works once. It ends every sign-in and the codes of before. */
public final class PasswordLinks {
    private static final Duration HOLDS = Duration.ofDays(1);

    private final Store store;
    private final Accounts accounts;
    private final Clock clock;

    public PasswordLinks(Store store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @return the secret of the link */
    public String make(Account of, Account by) {
        String secret = Secret.fresh();
        store.sql()
                .insertInto(PASSWORD_LINK)
                .set(PASSWORD_LINK.ID, Id.fresh())
                .set(PASSWORD_LINK.SECRET_HASH, Secret.hash(secret))
                .set(PASSWORD_LINK.ACCOUNT_ID, of.id())
                .set(PASSWORD_LINK.MADE_BY, by.id())
                .set(PASSWORD_LINK.ENDS_AT, clock.millis() + HOLDS.toMillis())
                .set(PASSWORD_LINK.USED, false)
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
    public Optional<Account> whose(String secret) {
        return store.sql()
                .select(ACCOUNT.fields())
                .from(PASSWORD_LINK)
                .join(ACCOUNT)
                .on(ACCOUNT.ID.eq(PASSWORD_LINK.ACCOUNT_ID))
                .where(holds(secret))
                .fetchOptional(Accounts::account);
    }

    public Account use(String secret, String password) {
        return store.changed(sql -> {
            Account account = whose(secret)
                    .orElseThrow(() -> PeopleProblems.passwordLinkOver().asException());
            accounts.setPassword(sql, account, password);
            sql.update(PASSWORD_LINK)
                    .set(PASSWORD_LINK.USED, true)
                    .where(holds(secret))
                    .execute();
            sql.deleteFrom(SIGN_IN).where(SIGN_IN.ACCOUNT_ID.eq(account.id())).execute();
            sql.deleteFrom(SECOND_FACTOR)
                    .where(SECOND_FACTOR.ACCOUNT_ID.eq(account.id()))
                    .execute();
            return account;
        });
    }
}
