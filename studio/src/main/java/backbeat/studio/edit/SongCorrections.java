package backbeat.studio.edit;

import static backbeat.studio.store.db.Tables.ACCOUNT;
import static backbeat.studio.store.db.Tables.SONG_CORRECTION;

import backbeat.engine.song.Correction;
import backbeat.engine.song.Corrections;
import backbeat.studio.people.Account;
import backbeat.studio.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What people said of a production's song. The last can be taken back, and said again until something new is said. */
public final class SongCorrections {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param words what was said, for people */
    public record Said(String words, String who, Instant when, boolean undone) {}

    private final Store store;
    private final Clock clock;

    public SongCorrections(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public void say(String productionId, Correction correction, String words, Account by) {
        say(productionId, List.of(correction), words, by);
    }

    /** Several that are one word of a person: they are taken back together. */
    public void say(String productionId, List<Correction> corrections, String words, Account by) {
        store.change(sql -> {
            long moment = Math.max(clock.millis(), lastSaid(sql, productionId) + 1);
            sql.deleteFrom(SONG_CORRECTION)
                    .where(SONG_CORRECTION.PRODUCTION_ID.eq(productionId))
                    .and(SONG_CORRECTION.UNDONE.isTrue())
                    .execute();
            for (Correction correction : corrections) {
                add(sql, productionId, correction, words, by, moment);
            }
        });
    }

    private static void add(
            DSLContext sql, String productionId, Correction correction, String words, Account by, long moment) {
        sql.insertInto(SONG_CORRECTION)
                .set(SONG_CORRECTION.PRODUCTION_ID, productionId)
                .set(
                        SONG_CORRECTION.PLACE,
                        sql.fetchCount(SONG_CORRECTION, SONG_CORRECTION.PRODUCTION_ID.eq(productionId)) + 1)
                .set(SONG_CORRECTION.SAID, JSON.writerFor(Correction.class).writeValueAsString(correction))
                .set(SONG_CORRECTION.WORDS, words)
                .set(SONG_CORRECTION.ACCOUNT_ID, by.id())
                .set(SONG_CORRECTION.SAID_AT, moment)
                .set(SONG_CORRECTION.UNDONE, false)
                .execute();
    }

    private static long lastSaid(DSLContext sql, String productionId) {
        return sql.select(DSL.max(SONG_CORRECTION.SAID_AT))
                .from(SONG_CORRECTION)
                .where(SONG_CORRECTION.PRODUCTION_ID.eq(productionId))
                .fetchOptional(row -> row.value1())
                .orElse(0L);
    }

    /** @return what was taken back, in words; empty when nothing is said */
    public Optional<String> undo(String productionId) {
        return store.changed(sql -> turn(sql, productionId, false, true));
    }

    /** @return what was said again, in words; empty when nothing was taken back */
    public Optional<String> redo(String productionId) {
        return store.changed(sql -> turn(sql, productionId, true, false));
    }

    private static Optional<String> turn(DSLContext sql, String productionId, boolean from, boolean to) {
        var those = sql.selectFrom(SONG_CORRECTION)
                .where(SONG_CORRECTION.PRODUCTION_ID.eq(productionId))
                .and(SONG_CORRECTION.UNDONE.eq(from))
                .orderBy(SONG_CORRECTION.PLACE)
                .fetch();
        if (those.isEmpty()) {
            return Optional.empty();
        }
        var one = to ? those.getLast() : those.getFirst();
        those.stream().filter(said -> said.getSaidAt().equals(one.getSaidAt())).forEach(said -> {
            said.setUndone(to);
            said.update();
        });
        return Optional.of(one.getWords());
    }

    /** Whether a text that comes from elsewhere is something said of a song, as it is kept here. */
    public static boolean isCorrection(String said) {
        try {
            Correction read = JSON.readValue(said, Correction.class);
            return read != null && SoundRecords.isSound(read);
        } catch (JacksonException junk) {
            return false;
        }
    }

    /** What holds now. */
    public Corrections of(String productionId) {
        List<Correction> all = store.sql()
                .select(SONG_CORRECTION.SAID)
                .from(SONG_CORRECTION)
                .where(SONG_CORRECTION.PRODUCTION_ID.eq(productionId))
                .and(SONG_CORRECTION.UNDONE.isFalse())
                .orderBy(SONG_CORRECTION.PLACE)
                .fetch(row -> JSON.readValue(row.value1(), Correction.class));
        return Corrections.of(all);
    }

    /** In the order it was said. */
    public List<Said> history(String productionId) {
        return store
                .sql()
                .select(SONG_CORRECTION.WORDS, ACCOUNT.NAME, SONG_CORRECTION.SAID_AT, SONG_CORRECTION.UNDONE)
                .from(SONG_CORRECTION)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ID.eq(SONG_CORRECTION.ACCOUNT_ID))
                .where(SONG_CORRECTION.PRODUCTION_ID.eq(productionId))
                .orderBy(SONG_CORRECTION.PLACE)
                .fetch(row -> new Said(
                        row.value1(),
                        row.value2() == null ? "" : row.value2(),
                        Instant.ofEpochMilli(row.value3()),
                        row.value4()))
                .stream()
                .distinct()
                .toList();
    }

    /** A song that is another one has nothing said of it. */
    public void forget(String productionId) {
        store.sql()
                .deleteFrom(SONG_CORRECTION)
                .where(SONG_CORRECTION.PRODUCTION_ID.eq(productionId))
                .execute();
    }
}
