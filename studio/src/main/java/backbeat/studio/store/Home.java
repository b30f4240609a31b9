package backbeat.studio.store;

import java.nio.file.Path;

/** Where everything of a studio lies. All of it is below one folder, so that a copy of the folder is a copy of the studio. */
public record Home(Path folder) {
    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    Path database() {
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

    /** The files of one production. */
    public Path production(String id) {
        return folder.resolve("productions").resolve(Id.checked(id));
    }
}
