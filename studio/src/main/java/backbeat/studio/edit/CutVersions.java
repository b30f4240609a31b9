package backbeat.studio.edit;

import static backbeat.studio.store.db.Tables.ACCOUNT;
import static backbeat.studio.store.db.Tables.CUT_OPEN;
import static backbeat.studio.store.db.Tables.CUT_VERSION;

import backbeat.engine.cut.CutWishes;
import backbeat.studio.edit.CutVersion.State;
import backbeat.studio.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a cut's versions. What each shows lies in files. */
final class CutVersions {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_WORDS = 300;

    /** Somebody may work on a cut for weeks. */
    private static final int MOST_LISTED = 100;

    /**
     * A version that is to be.
     *
     * @param by account of who asks for it; null for the machine
     */
    record Asked(
            @Nullable Integer parent,
            String words,
            @Nullable String by,
            CutWishes wishes,
            @Nullable CutWishes told) {}

    private final Store store;
    private final Clock clock;

    CutVersions(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @return its number */
    int add(String productionId, Asked asked, State state) {
        return store.changed(sql -> insert(sql, productionId, asked, state));
    }

    /** Adds what somebody wants of the version that they see; nothing when another one is open, or a change is being made. */
    Optional<Integer> addOn(String productionId, int seen, Asked asked) {
        return store.changed(sql -> isOnlySeen(sql, productionId, seen)
                ? Optional.of(insert(sql, productionId, asked, State.ASKED))
                : Optional.empty());
    }

    /** @return whether it was done: not when another version is open than was seen, or a change is being made */
    boolean wishesOn(String productionId, int seen, CutWishes wishes) {
        return store.changed(sql -> isOnlySeen(sql, productionId, seen)
                && sql.update(CUT_VERSION)
                                .set(CUT_VERSION.WISHES, JSON.writeValueAsString(wishes))
                                .where(CUT_VERSION.PRODUCTION_ID.eq(productionId))
                                .and(CUT_VERSION.NUMBER.eq(seen))
                                .execute()
                        == 1);
    }

    private static boolean isOnlySeen(DSLContext sql, String productionId, int seen) {
        int open = sql.select(CUT_OPEN.NUMBER)
                .from(CUT_OPEN)
                .where(CUT_OPEN.PRODUCTION_ID.eq(productionId))
                .fetchOptional(CUT_OPEN.NUMBER)
                .orElse(0);
        return open == seen
                && !sql.fetchExists(
                        CUT_VERSION,
                        CUT_VERSION.PRODUCTION_ID.eq(productionId).and(CUT_VERSION.STATE.eq(State.ASKED.name())));
    }

    private int insert(DSLContext sql, String productionId, Asked asked, State state) {
        int number = 1 + newest(sql, productionId);
        sql.insertInto(CUT_VERSION)
                .set(CUT_VERSION.PRODUCTION_ID, productionId)
                .set(CUT_VERSION.NUMBER, number)
                .set(CUT_VERSION.PARENT, asked.parent())
                .set(CUT_VERSION.STATE, state.name())
                .set(
                        CUT_VERSION.WORDS,
                        asked.words()
                                .substring(0, Math.min(MOST_WORDS, asked.words().length())))
                .set(CUT_VERSION.NAME, "")
                .set(CUT_VERSION.ACCOUNT_ID, asked.by())
                .set(CUT_VERSION.MADE_AT, clock.millis())
                .set(CUT_VERSION.WISHES, JSON.writeValueAsString(asked.wishes()))
                .set(CUT_VERSION.TOLD, asked.told() == null ? null : JSON.writeValueAsString(asked.told()))
                .execute();
        return number;
    }

    private static int newest(DSLContext sql, String productionId) {
        Integer newest = sql.select(org.jooq.impl.DSL.max(CUT_VERSION.NUMBER))
                .from(CUT_VERSION)
                .where(CUT_VERSION.PRODUCTION_ID.eq(productionId))
                .fetchOne(0, Integer.class);
        return newest == null ? 0 : newest;
    }

    /** The newest first. */
    List<CutVersion> of(String productionId) {
        return where(CUT_VERSION.PRODUCTION_ID.eq(productionId), MOST_LISTED);
    }

    List<CutVersion> asked(String productionId) {
        return where(CUT_VERSION.PRODUCTION_ID.eq(productionId).and(CUT_VERSION.STATE.eq(State.ASKED.name())));
    }

    private List<CutVersion> where(Condition which) {
        return where(which, Integer.MAX_VALUE);
    }

    private List<CutVersion> where(Condition which, int most) {
        return store.sql()
                .select(CUT_VERSION.fields())
                .select(ACCOUNT.NAME)
                .from(CUT_VERSION)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ID.eq(CUT_VERSION.ACCOUNT_ID))
                .where(which)
                .orderBy(CUT_VERSION.NUMBER.desc())
                .limit(most)
                .fetch(row -> new CutVersion(
                        row.get(CUT_VERSION.NUMBER),
                        row.get(CUT_VERSION.PARENT),
                        State.valueOf(row.get(CUT_VERSION.STATE)),
                        row.get(CUT_VERSION.WORDS),
                        row.get(CUT_VERSION.NAME),
                        row.get(ACCOUNT.NAME) == null ? "" : row.get(ACCOUNT.NAME),
                        Instant.ofEpochMilli(row.get(CUT_VERSION.MADE_AT)),
                        JSON.readValue(row.get(CUT_VERSION.WISHES), CutWishes.class),
                        row.get(CUT_VERSION.TOLD) == null
                                ? null
                                : JSON.readValue(row.get(CUT_VERSION.TOLD), CutWishes.class)));
    }

    Optional<CutVersion> byNumber(String productionId, int number) {
        return where(CUT_VERSION.PRODUCTION_ID.eq(productionId).and(CUT_VERSION.NUMBER.eq(number))).stream()
                .findFirst();
    }

    /** The newest one that was made of another. */
    Optional<CutVersion> newestOf(String productionId, int parent) {
        return where(CUT_VERSION
                        .PRODUCTION_ID
                        .eq(productionId)
                        .and(CUT_VERSION.PARENT.eq(parent))
                        .and(CUT_VERSION.STATE.eq(State.READY.name())))
                .stream()
                .findFirst();
    }

    Optional<CutVersion> open(String productionId) {
        return store.sql()
                .select(CUT_OPEN.NUMBER)
                .from(CUT_OPEN)
                .where(CUT_OPEN.PRODUCTION_ID.eq(productionId))
                .fetchOptional(CUT_OPEN.NUMBER)
                .flatMap(number -> byNumber(productionId, number));
    }

    void open(String productionId, int number) {
        store.change(sql -> {
            sql.deleteFrom(CUT_OPEN)
                    .where(CUT_OPEN.PRODUCTION_ID.eq(productionId))
                    .execute();
            sql.insertInto(CUT_OPEN)
                    .set(CUT_OPEN.PRODUCTION_ID, productionId)
                    .set(CUT_OPEN.NUMBER, number)
                    .execute();
        });
    }

    void state(String productionId, int number, State state) {
        change(productionId, number, CUT_VERSION.STATE, state.name());
    }

    void name(String productionId, int number, String name) {
        change(productionId, number, CUT_VERSION.NAME, name);
    }

    /** What a process that is gone was writing. */
    void failHalfWritten() {
        store.sql()
                .update(CUT_VERSION)
                .set(CUT_VERSION.STATE, State.FAILED.name())
                .where(CUT_VERSION.STATE.eq(State.WRITING.name()))
                .execute();
    }

    List<String> productionsAsked() {
        return store.sql()
                .selectDistinct(CUT_VERSION.PRODUCTION_ID)
                .from(CUT_VERSION)
                .where(CUT_VERSION.STATE.eq(State.ASKED.name()))
                .fetch(CUT_VERSION.PRODUCTION_ID);
    }

    private <T> void change(String productionId, int number, org.jooq.Field<T> field, T value) {
        store.sql()
                .update(CUT_VERSION)
                .set(field, value)
                .where(CUT_VERSION.PRODUCTION_ID.eq(productionId))
                .and(CUT_VERSION.NUMBER.eq(number))
                .execute();
    }

    /** The versions of another song or other footage stay, and none of them is open. */
    void close(String productionId) {
        store.change(sql -> sql.deleteFrom(CUT_OPEN)
                .where(CUT_OPEN.PRODUCTION_ID.eq(productionId))
                .execute());
    }
}
