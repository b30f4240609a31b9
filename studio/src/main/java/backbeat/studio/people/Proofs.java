package backbeat.studio.people;

import static backbeat.studio.store.db.Tables.ACCOUNT;
import static backbeat.studio.store.db.Tables.SECOND_FACTOR;

import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Which account is whose, as an issuer elsewhere vouches for it. Whoever was invited wrote an address of their choice, so an account may stand under somebody else's;
 * when that person comes, it becomes theirs alone. From then on the issuer's own name for them counts, since an address may be given to another.
 */
final class Proofs {
    private final Accounts accounts;

    Proofs(Accounts accounts) {
        this.accounts = accounts;
    }

    /** @throws backbeat.engine.problem.ProblemException when the address belonged to another person of this issuer */
    Optional<Account> accountOf(DSLContext sql, Vouched person, String address) {
        Optional<Account> proved =
                sql.selectFrom(ACCOUNT).where(provedBy(person)).fetchOptional(Accounts::account);
        if (proved.isPresent()) {
            return proved;
        }
        Condition here = ACCOUNT.EMAIL.eq(address);
        if (sql.fetchExists(ACCOUNT, here.and(ACCOUNT.ISSUER.eq(person.issuer())))) {
            throw PeopleProblems.anotherPerson().asException();
        }
        return sql.selectFrom(ACCOUNT).where(here).fetchOptional(Accounts::account);
    }

    boolean isProved(DSLContext sql, Account account, Vouched person) {
        return sql.fetchExists(ACCOUNT, ACCOUNT.ID.eq(account.id()).and(provedBy(person)));
    }

    private static Condition provedBy(Vouched person) {
        return ACCOUNT.ISSUER.eq(person.issuer()).and(ACCOUNT.SUBJECT.eq(person.subject()));
    }

    void keep(DSLContext sql, Account account, Vouched person) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.ISSUER, person.issuer())
                .set(ACCOUNT.SUBJECT, person.subject())
                .where(ACCOUNT.ID.eq(account.id()))
                .execute();
    }

    /** Whoever had the account before is out of it, whichever way they came. */
    void shutOut(DSLContext sql, Account account) {
        accounts.setPassword(sql, account, Secret.fresh());
        WaysIn.end(sql, account);
        sql.deleteFrom(SECOND_FACTOR)
                .where(SECOND_FACTOR.ACCOUNT_ID.eq(account.id()))
                .execute();
    }
}
