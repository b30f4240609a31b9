package backbeat.studio.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables of a home to the newest form. A look at the version costs nothing, so Flyway is only loaded when there is something to do; a newer home is
 * refused; an older one is copied first.
 */
final class Schema {
    /** The version of the last migration. */
    static final int NEWEST = 5;

    private static final List<String> OWNERS = List.of("people", "production", "jobs", "edit", "review");

    private final Home home;
    private final DataSource source;

    Schema(Home home, DataSource source) {
        this.home = home;
        this.source = source;
    }

    void bringUpToDate() throws SQLException, IOException {
        int found = version();
        if (found > NEWEST) {
            throw StoreProblems.newer(home.folder().toString(), found, NEWEST).asException();
        }
        if (found == NEWEST) {
            return;
        }
        if (found > 0) {
            keepCopy(home.backups().resolve("before-version-" + NEWEST + ".db"));
        }
        Flyway.configure()
                .dataSource(source)
                .locations(OWNERS.stream()
                        .map(owner -> "classpath:backbeat/studio/" + owner)
                        .toArray(String[]::new))
                .placeholders(Map.of("blob", "blob"))
                .load()
                .migrate();
    }

    private int version() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet history =
                    statement.executeQuery("select count(*) from sqlite_master where name = 'flyway_schema_history'")) {
                if (!history.next() || history.getInt(1) == 0) {
                    return 0;
                }
            }
            try (ResultSet newest = statement.executeQuery(
                    "select max(cast(version as integer)) from flyway_schema_history where success = 1")) {
                return newest.next() ? newest.getInt(1) : 0;
            }
        }
    }

    /** A whole database in one file, also while others write. */
    void keepCopy(Path file) throws SQLException, IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        try (Connection connection = source.getConnection();
                PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
            copy.setString(1, file.toString());
            copy.execute();
        }
    }
}
