package backbeat.studio;

import backbeat.studio.store.Home;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The database that tests use: the one in the home folder, or, where the build says so, a fresh one of an embedded PostgreSQL for each home. So every test of the
 * studio runs on both.
 */
public final class TestDatabase {
    private static final Map<Path, String> ADDRESSES = new ConcurrentHashMap<>();

    private TestDatabase() {}

    public static boolean isPostgres() {
        return "postgres".equals(System.getProperty("backbeat.test.database"));
    }

    public static Home home(Path folder) {
        return isPostgres()
                ? new Home(folder, ADDRESSES.computeIfAbsent(folder, fresh -> One.fresh()))
                : new Home(folder);
    }

    /** Started when the first test needs it; ends with the process. */
    private static final class One {
        private static final EmbeddedPostgres SERVER = start();
        private static int number;

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static synchronized String fresh() {
            String name = "home" + number++;
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
                return SERVER.getJdbcUrl("postgres", name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
