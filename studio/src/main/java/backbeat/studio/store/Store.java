package backbeat.studio.store;

import backbeat.engine.problem.ProblemException;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
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
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The open database of a home. One process owns it until it is closed. */
public final class Store implements AutoCloseable {
    private final Home home;
    private final @Nullable HomeLock lock;
    private final HikariDataSource pool;
    private final DSLContext sql;
    private final Database database;

    private Store(Home home, @Nullable HomeLock lock, HikariDataSource pool) {
        this.home = home;
        this.lock = lock;
        this.pool = pool;
        this.database = Database.of(home);
        this.sql = DSL.using(pool, database.dialect());
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
            HikariDataSource pool = connected(home);
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
        if (home.postgres().isEmpty() && !Files.isRegularFile(home.database())) {
            throw StoreProblems.none(home.folder().toString()).asException();
        }
        quiet();
        HikariDataSource pool = connected(home);
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

    private static HikariDataSource connected(Home home) {
        try {
            return Database.of(home).pool(home);
        } catch (HikariPool.PoolInitializationException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw StoreProblems.unreachable(String.valueOf(cause.getMessage())).asException();
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

    public Home home() {
        return home;
    }

    /** For questions, and for changes of one statement. */
    public DSLContext sql() {
        return sql;
    }

    /** Several changes as one: all of them, or none. */
    public void change(Consumer<DSLContext> changes) {
        sql.transaction(inside -> {
            database.oneWriterAtATime(inside.dsl());
            changes.accept(inside.dsl());
        });
    }

    /** Several changes as one, with an answer. */
    public <T> T changed(Function<DSLContext, T> changes) {
        return sql.transactionResult(inside -> {
            database.oneWriterAtATime(inside.dsl());
            return changes.apply(inside.dsl());
        });
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

    /** Whether other processes and machines may work on the same database. */
    public boolean isShared() {
        return database == Database.POSTGRES;
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
