package backbeat.studio.store;

import backbeat.engine.problem.ProblemException;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Collections;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The open database of a home. One process owns it until it is closed. */
public final class Store implements AutoCloseable {
    private static final int BUSY_MILLIS = 15_000;
    private static final int CONNECTIONS = 6;

    private final Home home;
    private final @Nullable HomeLock lock;
    private final HikariDataSource pool;
    private final DSLContext sql;

    private Store(Home home, @Nullable HomeLock lock, HikariDataSource pool) {
        this.home = home;
        this.lock = lock;
        this.pool = pool;
        this.sql = DSL.using(pool, SQLDialect.SQLITE);
    }

    /**
     * Opens a home; makes it when there is none.
     *
     * @throws backbeat.engine.problem.ProblemException when another process has it, it is newer than this program, or it cannot be written
     */
    public static Store open(Home home) {
        quiet();
        try {
            make(home);
            HomeLock lock = HomeLock.take(home);
            HikariDataSource pool = pool(home);
            try {
                new Schema(home, pool).bringUpToDate();
                return new Store(home, lock, pool);
            } catch (SQLException | IOException | RuntimeException e) {
                pool.close();
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw StoreProblems.unusable(home.folder().toString(), String.valueOf(e.getMessage()))
                    .asException();
        }
    }

    /**
     * Opens a home that another process may own, to read it, or to add to it in small changes. Nothing is made and nothing is brought up to date.
     *
     * @throws backbeat.engine.problem.ProblemException when there is no studio, or its tables are not those of this program
     */
    public static Store visit(Home home) {
        if (!Files.isRegularFile(home.database())) {
            throw StoreProblems.none(home.folder().toString()).asException();
        }
        quiet();
        HikariDataSource pool = pool(home);
        try {
            new Schema(home, pool).requireNewest();
            return new Store(home, null, pool);
        } catch (SQLException | RuntimeException e) {
            pool.close();
            throw e instanceof ProblemException known
                    ? known
                    : StoreProblems.unusable(home.folder().toString(), String.valueOf(e.getMessage()))
                            .asException();
        }
    }

    private static void quiet() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    /** Makes the folder of a home: what people keep in a studio is nobody else's on the machine. */
    public static void make(Home home) throws IOException {
        if (!Files.isDirectory(home.folder())) {
            Files.createDirectories(home.folder());
            if (Files.getFileStore(home.folder()).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(home.folder(), PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    private static HikariDataSource pool(Home home) {
        SQLiteConfig settings = new SQLiteConfig();
        settings.enforceForeignKeys(true);
        settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
        settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        settings.setBusyTimeout(BUSY_MILLIS);
        // A transaction that begins by reading and then writes would otherwise fail when another wrote in between.
        settings.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(settings);
        source.setUrl("jdbc:sqlite:" + home.database());
        HikariConfig pooled = new HikariConfig();
        pooled.setDataSource(source);
        pooled.setMaximumPoolSize(CONNECTIONS);
        pooled.setMinimumIdle(1);
        pooled.setPoolName("studio");
        return new HikariDataSource(pooled);
    }

    public Home home() {
        return home;
    }

    /** For questions, and for changes of one statement. */
    public DSLContext sql() {
        return sql;
    }

    /** Several changes as one: all of them, or none. */
    public void change(Consumer<DSLContext> changes) {
        sql.transaction(inside -> changes.accept(inside.dsl()));
    }

    /** Several changes as one, with an answer. */
    public <T> T changed(Function<DSLContext, T> changes) {
        return sql.transactionResult(inside -> changes.apply(inside.dsl()));
    }

    /** The migrations that this program knows. */
    public static SortedSet<Integer> migrations() {
        return Collections.unmodifiableSortedSet(Schema.KNOWN);
    }

    /** Writes the whole database as it is now into a file of its own, also while others write. */
    public void snapshot(Path file) throws IOException {
        try {
            new Schema(home, pool).keepCopy(file);
        } catch (SQLException e) {
            throw new IOException("the database could not be copied: " + e.getMessage(), e);
        }
    }

    public DataSource source() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        if (lock != null) {
            lock.close();
        }
    }
}
