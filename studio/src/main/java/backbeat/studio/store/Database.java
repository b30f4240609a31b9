package backbeat.studio.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The two databases that a studio can have, with all in which they differ. */
enum Database {
    /** In the home folder: for one process that serves, and any that look. */
    SQLITE(SQLDialect.SQLITE) {
        @Override
        Map<String, String> placeholders() {
            return Map.of("blob", "blob", "moment", "timestamp", "moments_with_zone", "");
        }

        @Override
        DataSource source(Home home) {
            SQLiteConfig settings = new SQLiteConfig();
            settings.enforceForeignKeys(true);
            settings.setJournalMode(SQLiteConfig.JournalMode.WAL);
            settings.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
            settings.setBusyTimeout(BUSY_MILLIS);
            // A transaction that begins by reading and then writes would otherwise fail when another wrote in between.
            settings.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
            SQLiteDataSource source = new SQLiteDataSource(settings);
            source.setUrl("jdbc:sqlite:" + home.database());
            return source;
        }

        @Override
        void oneWriterAtATime(DSLContext inside) {}

        @Override
        void copy(Connection connection, Path file) throws SQLException, IOException {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            try (PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
                copy.setString(1, file.toString());
                copy.execute();
            }
        }
    },

    /** Elsewhere, for several processes and machines. Its copies are the matter of who runs it. */
    POSTGRES(SQLDialect.POSTGRES) {
        @Override
        Map<String, String> placeholders() {
            return Map.of("blob", "bytea", "moment", "timestamptz", "moments_with_zone", MOMENTS_WITH_ZONE);
        }

        @Override
        DataSource source(Home home) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(home.postgres());
            source.setApplicationName("backbeat");
            return source;
        }

        // What the rules of the studio rest on with the other database holds here, too.
        @Override
        void oneWriterAtATime(DSLContext inside) {
            inside.execute("select pg_advisory_xact_lock(20261122)");
        }

        @Override
        void copy(Connection connection, Path file) {
            throw StoreProblems.copyByPostgres().asException();
        }
    };

    private static final int BUSY_MILLIS = 15_000;
    private static final int CONNECTIONS = 6;

    private static final String MOMENTS_WITH_ZONE =
            List.of("execution_time", "last_success", "last_failure", "last_heartbeat").stream()
                    .map(column -> "alter table scheduled_tasks alter column " + column + " type timestamptz;")
                    .collect(Collectors.joining("\n"));

    private final SQLDialect dialect;

    Database(SQLDialect dialect) {
        this.dialect = dialect;
    }

    static Database of(Home home) {
        return home.postgres().isEmpty() ? SQLITE : POSTGRES;
    }

    SQLDialect dialect() {
        return dialect;
    }

    /** What differs in the migrations. */
    abstract Map<String, String> placeholders();

    abstract DataSource source(Home home);

    abstract void oneWriterAtATime(DSLContext inside);

    /** The whole database as of one moment, also while others write. */
    abstract void copy(Connection connection, Path file) throws SQLException, IOException;

    HikariDataSource pool(Home home) {
        HikariConfig pooled = new HikariConfig();
        pooled.setDataSource(source(home));
        pooled.setMaximumPoolSize(CONNECTIONS);
        pooled.setMinimumIdle(1);
        pooled.setPoolName("studio");
        return new HikariDataSource(pooled);
    }
}
