package backbeat.studio.people;

import static backbeat.studio.store.db.Tables.API_TOKEN;
import static backbeat.studio.store.db.Tables.PASSWORD_LINK;
import static backbeat.studio.store.db.Tables.SIGN_IN;

import org.jooq.DSLContext;

/** By what somebody is in an account, or comes into it without its password. */
final class WaysIn {
    private WaysIn() {}

    /** Ends every sign-in, token and link for a new password. */
    static void end(DSLContext sql, Account account) {
        sql.update(PASSWORD_LINK)
                .set(PASSWORD_LINK.USED, true)
                .where(PASSWORD_LINK.ACCOUNT_ID.eq(account.id()))
                .execute();
        sql.deleteFrom(SIGN_IN).where(SIGN_IN.ACCOUNT_ID.eq(account.id())).execute();
        sql.deleteFrom(API_TOKEN).where(API_TOKEN.ACCOUNT_ID.eq(account.id())).execute();
    }
}
