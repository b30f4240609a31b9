package backbeat.studio.upload;

import static backbeat.studio.store.db.Tables.UPLOAD;

import backbeat.studio.people.Account;
import backbeat.studio.store.Id;
import backbeat.studio.store.Store;
import backbeat.studio.store.db.tables.records.UploadRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The files on their way. Whatever was acknowledged is on the disk, also after a kill. */
public final class Uploads {
    /** How much room is left for the studio to work. */
    private static final long ROOM_TO_WORK = 512L << 20;

    private static final int MOST_OF_ONE_PRODUCTION = 5000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

    /** How many bytes a disk can still take. */
    interface Room {
        long left(Path folder) throws IOException;
    }

    private final Store store;
    private final Clock clock;
    private final Room room;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    public Uploads(Store store, Clock clock) {
        this(store, clock, folder -> Files.getFileStore(folder).getUsableSpace());
    }

    Uploads(Store store, Clock clock, Room room) {
        this.store = store;
        this.clock = clock;
        this.room = room;
    }

    /**
     * Begins to take a file.
     *
     * @param named as people call it; it may be a path, which tells the folders of a card
     * @param more whether others of the same lot follow
     */
    public Upload begin(
            String productionId, Upload.Purpose purpose, String named, long bytes, boolean more, Account by) {
        String name = CleanName.of(named);
        if (name.isEmpty()) {
            throw UploadProblems.noName().asException();
        }
        if (bytes <= 0) {
            throw UploadProblems.length().asException();
        }
        try {
            forgetOld();
            Path folder = Files.createDirectories(folder(productionId));
            long free = room.left(folder) - ROOM_TO_WORK - promised();
            if (bytes > free) {
                throw UploadProblems.noRoom(name, bytes, free).asException();
            }
            if (store.sql().fetchCount(UPLOAD, UPLOAD.PRODUCTION_ID.eq(productionId)) >= MOST_OF_ONE_PRODUCTION) {
                throw UploadProblems.tooMany(MOST_OF_ONE_PRODUCTION).asException();
            }
            Upload upload =
                    new Upload(Id.fresh(), productionId, by.id(), purpose, name, bytes, 0, more, clock.instant());
            Files.createFile(file(upload));
            add(upload);
            return upload;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the files on their way will still take. */
    private long promised() {
        Long left = store.sql()
                .select(DSL.sum(UPLOAD.BYTES.minus(UPLOAD.RECEIVED)))
                .from(UPLOAD)
                .fetchOne(0, Long.class);
        return left == null ? 0 : left;
    }

    private void add(Upload upload) {
        store.sql()
                .insertInto(UPLOAD)
                .set(UPLOAD.ID, upload.id())
                .set(UPLOAD.PRODUCTION_ID, upload.productionId())
                .set(UPLOAD.ACCOUNT_ID, upload.accountId())
                .set(UPLOAD.PURPOSE, upload.purpose().name())
                .set(UPLOAD.NAME, upload.name())
                .set(UPLOAD.BYTES, upload.bytes())
                .set(UPLOAD.RECEIVED, 0L)
                .set(UPLOAD.MORE, upload.more())
                .set(UPLOAD.MADE_AT, clock.millis())
                .set(UPLOAD.TOUCHED_AT, clock.millis())
                .execute();
    }

    public Optional<Upload> byId(String productionId, Upload.Purpose purpose, String id) {
        return store.sql()
                .selectFrom(UPLOAD)
                .where(UPLOAD.ID.eq(id))
                .and(UPLOAD.PRODUCTION_ID.eq(productionId))
                .and(UPLOAD.PURPOSE.eq(purpose.name()))
                .fetchOptional(Uploads::upload);
    }

    /** Those that are not whole, the oldest first. */
    public List<Upload> unfinished(String productionId) {
        return store.sql()
                .selectFrom(UPLOAD)
                .where(UPLOAD.PRODUCTION_ID.eq(productionId))
                .orderBy(UPLOAD.MADE_AT)
                .fetch(Uploads::upload);
    }

    /**
     * Takes a piece. What arrived of a piece without a checksum before its connection broke is kept; a piece with one counts as a whole or not at all.
     *
     * @param offset where the piece begins
     * @param told how many bytes it has; below zero when that is not known
     * @param sha256 of the piece, in hexadecimal digits
     */
    public Upload receive(Upload upload, long offset, long told, @Nullable String sha256, InputStream content) {
        if (!busy.add(upload.id())) {
            throw UploadProblems.busy().asException();
        }
        try {
            Upload now =
                    byId(upload.productionId(), upload.purpose(), upload.id()).orElse(upload);
            if (offset != now.received()) {
                throw UploadProblems.offset(offset, now.received()).asException();
            }
            if (told > now.bytes() - offset) {
                throw UploadProblems.tooMuch().asException();
            }
            new Piece(file(now), now, reached -> safe(now, reached)).take(sha256, content);
            return byId(now.productionId(), now.purpose(), now.id()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            busy.remove(upload.id());
        }
    }

    private void safe(Upload upload, long received) {
        store.sql()
                .update(UPLOAD)
                .set(UPLOAD.RECEIVED, received)
                .set(UPLOAD.TOUCHED_AT, clock.millis())
                .where(UPLOAD.ID.eq(upload.id()))
                .execute();
    }

    /** The file of a whole upload; whoever takes it moves it away, and then tells that it is {@link #over}. */
    public Path file(Upload upload) {
        return folder(upload.productionId()).resolve(Id.checked(upload.id()));
    }

    private Path folder(String productionId) {
        return productionId.isEmpty()
                ? store.home().work().resolve("archives")
                : store.home().production(productionId).resolve(".uploads");
    }

    /**
     * Takes a whole file for oneself while something is made of it that must not be made twice.
     *
     * @throws backbeat.engine.problem.ProblemException when somebody does already
     */
    public <T> T alone(Upload upload, Supplier<T> made) {
        if (!busy.add(upload.id())) {
            throw UploadProblems.busy().asException();
        }
        try {
            return made.get();
        } finally {
            busy.remove(upload.id());
        }
    }

    /** The file was taken or refused for good: it goes, and what became of it is told to whoever asks again. */
    public void answer(Upload upload, String answer) {
        answer(store.sql(), upload, answer);
        deleteFile(upload);
    }

    /** The same in the change that takes what is in the file, so that it is not taken twice after a kill. The file stays until it is {@link #told}. */
    public void answer(DSLContext sql, Upload upload, String answer) {
        sql.update(UPLOAD)
                .set(UPLOAD.ANSWER, answer)
                .where(UPLOAD.ID.eq(upload.id()))
                .execute();
    }

    /** What became of it was told: nobody needs the file any more. */
    public void told(Upload upload) {
        deleteFile(upload);
    }

    /** What became of it. */
    public Optional<String> answered(Upload upload) {
        return store.sql()
                .select(UPLOAD.ANSWER)
                .from(UPLOAD)
                .where(UPLOAD.ID.eq(upload.id()))
                .fetchOptional(UPLOAD.ANSWER);
    }

    /** Forgets an upload: it was taken, or is given up. */
    public void over(Upload upload) {
        store.sql().deleteFrom(UPLOAD).where(UPLOAD.ID.eq(upload.id())).execute();
        deleteFile(upload);
    }

    private void deleteFile(Upload upload) {
        try {
            Files.deleteIfExists(file(upload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetOld() {
        store.sql()
                .selectFrom(UPLOAD)
                .where(UPLOAD.TOUCHED_AT.lt(clock.millis() - FORGOTTEN_AFTER.toMillis()))
                .fetch(Uploads::upload)
                .forEach(this::over);
    }

    private static Upload upload(UploadRecord row) {
        return new Upload(
                row.getId(),
                row.getProductionId(),
                row.getAccountId(),
                Upload.Purpose.valueOf(row.getPurpose()),
                row.getName(),
                row.getBytes(),
                row.getReceived(),
                row.getMore(),
                Instant.ofEpochMilli(row.getMadeAt()));
    }
}
