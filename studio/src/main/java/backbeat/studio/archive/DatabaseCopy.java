package backbeat.studio.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into the copy of a database that no studio has open. */
final class DatabaseCopy {
    private DatabaseCopy() {}

    /** The songs that it names, as paths below the folder of productions. */
    static List<String> songsIn(Path database) throws IOException {
        return all(database, "select id || '/' || song_file from production where song_file is not null");
    }

    /** The films that somebody approved, or asked to change. */
    static List<String> judgedIn(Path database) throws IOException {
        return all(database, "select distinct film from verdict");
    }

    static boolean isSound(Path database) {
        try {
            return all(database, "pragma integrity_check").equals(List.of("ok"));
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> all(Path database, String question) throws IOException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IOException("the database cannot be read: " + e.getMessage(), e);
        }
        return answers;
    }
}
