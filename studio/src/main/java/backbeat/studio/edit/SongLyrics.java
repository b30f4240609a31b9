package backbeat.studio.edit;

import static backbeat.studio.store.db.Tables.SONG_LYRICS;

import backbeat.engine.lyrics.LyricsFile;
import backbeat.engine.problem.ProblemException;
import backbeat.studio.people.Account;
import backbeat.studio.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The words of each production's song, with undo. They stay when a new mix of the song is brought. */
public final class SongLyrics {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_BYTES = 4 << 20;
    /** Of that much text, with a time for each word. */
    private static final int MOST_KEPT = 8 * MOST_BYTES;

    /** @param revision that rises with every change; 0 while there are no words */
    public record Kept(int revision, LyricSheet sheet) {}

    private final Store store;
    private final Clock clock;

    public SongLyrics(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Kept of(String productionId) {
        return store.sql()
                .selectFrom(SONG_LYRICS)
                .where(SONG_LYRICS.PRODUCTION_ID.eq(productionId))
                .and(SONG_LYRICS.UNDONE.isFalse())
                .orderBy(SONG_LYRICS.REVISION.desc())
                .limit(1)
                .fetchOptional(row -> new Kept(row.getRevision(), JSON.readValue(row.getContent(), LyricSheet.class)))
                .orElse(new Kept(0, LyricSheet.EMPTY));
    }

    public void keep(String productionId, LyricSheet sheet, Account by) {
        String content = JSON.writeValueAsString(sheet);
        store.change(sql -> sql.insertInto(SONG_LYRICS)
                .set(SONG_LYRICS.PRODUCTION_ID, productionId)
                .set(SONG_LYRICS.REVISION, 1 + sql.fetchCount(SONG_LYRICS, SONG_LYRICS.PRODUCTION_ID.eq(productionId)))
                .set(SONG_LYRICS.CONTENT, content)
                .set(SONG_LYRICS.ACCOUNT_ID, by.id())
                .set(SONG_LYRICS.SAID_AT, clock.millis())
                .set(SONG_LYRICS.UNDONE, false)
                .execute());
    }

    /** Whether a text that comes from elsewhere is a sheet as it is kept here. */
    public static boolean isSheet(String content) {
        try {
            LyricSheet read = content.length() > MOST_KEPT ? null : JSON.readValue(content, LyricSheet.class);
            return read != null && SoundRecords.isSound(read) && read.hasTimesOfASong();
        } catch (JacksonException junk) {
            return false;
        }
    }

    /** @return whether there was something to take back */
    public boolean undo(String productionId) {
        int newest = of(productionId).revision();
        store.change(sql -> sql.update(SONG_LYRICS)
                .set(SONG_LYRICS.UNDONE, true)
                .where(SONG_LYRICS.PRODUCTION_ID.eq(productionId))
                .and(SONG_LYRICS.REVISION.eq(newest))
                .execute());
        return newest > 0;
    }

    /**
     * Reads LRC, enhanced LRC or UltraStar.
     *
     * @throws ProblemException when it is none of them
     */
    public void bring(String productionId, InputStream content, Account by) {
        try {
            Path file = Files.createTempFile("lyrics", ".txt");
            try {
                Files.write(file, content.readNBytes(MOST_BYTES));
                keep(productionId, LyricSheet.of(LyricsFile.read(file).lyrics()), by);
            } catch (ProblemException refused) {
                throw refused.problem().at("").asException();
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
