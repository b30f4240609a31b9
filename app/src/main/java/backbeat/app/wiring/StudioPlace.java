package backbeat.app.wiring;

import backbeat.engine.problem.Problem;
import backbeat.studio.store.Home;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which studio is meant: apart from the settings, since most commands have no studio on their class path. */
final class StudioPlace {
    private StudioPlace() {}

    /**
     * Its folder, and its database where {@code BACKBEAT_DATABASE} names one elsewhere.
     *
     * @param folder null for the usual one
     */
    static Home of(@Nullable Path folder, Map<String, String> environment) {
        String database = environment.getOrDefault("BACKBEAT_DATABASE", "").strip();
        if (!database.isEmpty() && !database.startsWith("jdbc:postgresql:")) {
            throw new Problem(
                            "settings/database",
                            "BACKBEAT_DATABASE names no PostgreSQL database.",
                            "",
                            "It does not begin with jdbc:postgresql:",
                            "Set it to an address such as jdbc:postgresql://host/backbeat?user=U&password=P, or leave it away.")
                    .asException();
        }
        return new Home(folder == null ? Settings.studioIn(environment) : folder, database);
    }
}
