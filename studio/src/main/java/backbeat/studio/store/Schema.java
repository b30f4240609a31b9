package backbeat.studio.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the tables of a home to the newest form. A look at the version costs nothing, so Flyway is only loaded when there is something to do; a newer home is
 * refused; an older one is copied first.
 */
final class Schema {
    /** A package with migrations of its own. It numbers them in a range of its own, so a lower one may come after a higher. */
    private record Owner(String name, List<Integer> versions) {
        Owner(String name, Integer... versions) {
            this(name, List.of(versions));
        }
    }

    private static final List<Owner> OWNERS = List.of(
            new Owner("people", 1, 22, 51, 53),
            new Owner("production", 2),
            new Owner("jobs", 3, 23, 40, 42),
            new Owner("edit", 4, 10, 11, 12, 52),
            new Owner("review", 5, 30, 41, 50),
            new Owner("upload", 20, 57),
            new Owner("plan", 21),
            new Owner("shots", 60));

    /** The versions of all migrations. */
    static final SortedSet<Integer> KNOWN =
            OWNERS.stream().flatMap(owner -> owner.versions().stream()).collect(Collectors.toCollection(TreeSet::new));

    private static final String HISTORY = "flyway_schema_history";

    private final Home home;
    private final DataSource source;

    Schema(Home home, DataSource source) {
        this.home = home;
        this.source = source;
    }

    void bringUpToDate() throws SQLException, IOException {
        SortedSet<Integer> found = versions();
        refuseNewer(found);
        if (found.equals(KNOWN)) {
            return;
        }
        if (!found.isEmpty() && Database.of(home) == Database.SQLITE) {
            keepCopy(home.backups().resolve("before-version-" + KNOWN.last() + ".db"));
        }
        Flyway.configure()
                .dataSource(source)
                .locations(OWNERS.stream()
                        .map(owner -> "classpath:backbeat/studio/" + owner.name())
                        .toArray(String[]::new))
                .placeholders(Database.of(home).placeholders())
                .outOfOrder(true)
                .load()
                .migrate();
    }

    void requireNewest() throws SQLException {
        SortedSet<Integer> found = versions();
        refuseNewer(found);
        if (!found.equals(KNOWN)) {
            throw StoreProblems.older(home.folder().toString()).asException();
        }
    }

    private void refuseNewer(SortedSet<Integer> found) {
        SortedSet<Integer> unknown = new TreeSet<>(found);
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw StoreProblems.newer(home.folder().toString(), unknown.last(), KNOWN.last())
                    .asException();
        }
    }

    private SortedSet<Integer> versions() throws SQLException {
        SortedSet<Integer> versions = new TreeSet<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            try (ResultSet history = connection.getMetaData().getTables(null, null, HISTORY, null)) {
                if (!history.next()) {
                    return versions;
                }
            }
            try (ResultSet applied = statement.executeQuery("select version, success from " + HISTORY)) {
                while (applied.next()) {
                    String version = applied.getString(1);
                    if (version != null && applied.getBoolean(2)) {
                        versions.add(Integer.valueOf(version));
                    }
                }
            }
        }
        return versions;
    }

    /** A whole database in one file, also while others write. */
    void keepCopy(Path file) throws SQLException, IOException {
        try (Connection connection = source.getConnection()) {
            Database.of(home).copy(connection, file);
        }
    }
}
