package backbeat.studio.production;

import static backbeat.studio.store.db.Tables.ACCOUNT;
import static backbeat.studio.store.db.Tables.ACTIVITY;

import backbeat.studio.people.Account;
import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What happened in a production, for people to read. */
public final class Activity {
    /** @param who a person's name; {@code Backbeat} for what the machine did */
    public record Entry(String who, String done, Instant when) {}

    private final Store store;
    private final Clock clock;

    public Activity(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public void note(String productionId, @Nullable Account who, String done) {
        note(store.sql(), productionId, who, done);
    }

    /** As part of the change that it tells of. */
    public void note(DSLContext sql, String productionId, @Nullable Account who, String done) {
        sql.insertInto(ACTIVITY)
                .set(ACTIVITY.ID, Id.fresh())
                .set(ACTIVITY.PRODUCTION_ID, productionId)
                .set(ACTIVITY.ACCOUNT_ID, who == null ? null : who.id())
                .set(ACTIVITY.DONE, done.substring(0, Math.min(300, done.length())))
                .set(ACTIVITY.DONE_AT, clock.millis())
                .execute();
    }

    /** The newest first. */
    public List<Entry> of(String productionId, int most) {
        return store.sql()
                .select(ACCOUNT.NAME, ACTIVITY.DONE, ACTIVITY.DONE_AT)
                .from(ACTIVITY)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ID.eq(ACTIVITY.ACCOUNT_ID))
                .where(ACTIVITY.PRODUCTION_ID.eq(productionId))
                .orderBy(ACTIVITY.DONE_AT.desc())
                .limit(most)
                .fetch(row -> new Entry(
                        row.value1() == null ? "Backbeat" : row.value1(),
                        row.value2(),
                        Instant.ofEpochMilli(row.value3())));
    }
}
