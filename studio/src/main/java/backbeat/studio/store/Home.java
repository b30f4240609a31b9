package backbeat.studio.store;

import java.nio.file.Path;

/**
 * Where everything of a studio lies. All of it is below one folder, so that a copy of the folder is a copy of the studio; unless its database is elsewhere.
 *
 * @param postgres address of a PostgreSQL database ({@code jdbc:postgresql://...}); empty for one in the folder
 */
public record Home(Path folder, String postgres) {
    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    public Home(Path folder) {
        this(folder, "");
    }

    /** The database in the folder. */
    public Path database() {
        return folder.resolve("studio.db");
    }

    Path lock() {
        return folder.resolve("studio.lock");
    }

    Path backups() {
        return folder.resolve("backup");
    }

    /** Computed results and tools; nothing in it is the only copy of anything. */
    public Path work() {
        return folder.resolve("work");
    }

    /** Where each production has a folder. */
    public Path productions() {
        return folder.resolve("productions");
    }

    /** The files of one production. */
    public Path production(String id) {
        return productions().resolve(Id.checked(id));
    }
}
