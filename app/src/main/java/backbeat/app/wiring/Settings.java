package backbeat.app.wiring;

import backbeat.engine.media.Media;
import backbeat.engine.media.MediaLimits;
import backbeat.engine.problem.Problem;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person may set, from the environment.
 *
 * @param home folder of everything Backbeat keeps for itself: {@code BACKBEAT_HOME}, else {@code backbeat} in the user's cache folder
 * @param ffmpeg another FFmpeg than the one that comes along: {@code BACKBEAT_FFMPEG}
 * @param vaultBytes size above which old results are forgotten: {@code BACKBEAT_VAULT_GB}
 */
public record Settings(Path home, @Nullable Path ffmpeg, long vaultBytes) {
    private static final long USUAL_VAULT_GB = 50;

    public static Settings ofThisUser() {
        return from(System.getenv());
    }

    /** @throws backbeat.engine.problem.ProblemException when a setting cannot be understood */
    public static Settings from(Map<String, String> environment) {
        String ffmpeg = environment.getOrDefault("BACKBEAT_FFMPEG", "");
        return new Settings(
                homeIn(environment), ffmpeg.isBlank() ? null : Path.of(ffmpeg), gigabytesIn(environment) << 30);
    }

    /** The same settings with another place for what is computed. */
    public Settings withHome(Path folder) {
        return new Settings(folder.toAbsolutePath().normalize(), ffmpeg, vaultBytes);
    }

    /** Folder of computed results. */
    public Path vault() {
        return home.resolve("vault");
    }

    /** Folder where the FFmpeg that comes along is unpacked. */
    public Path tools() {
        return home.resolve("ffmpeg");
    }

    public Media openMedia() {
        return Media.open(tools(), ffmpeg, MediaLimits.standard());
    }

    private static Path homeIn(Map<String, String> environment) {
        String named = environment.getOrDefault("BACKBEAT_HOME", "");
        if (!named.isBlank()) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path cacheFolder = caches.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches);
        return cacheFolder.resolve("backbeat").toAbsolutePath().normalize();
    }

    /** Where a studio lives when nobody says otherwise: data, not a cache. */
    static Path studioIn(Map<String, String> environment) {
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path dataFolder = data.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(data);
        return dataFolder.resolve("backbeat").resolve("studio").toAbsolutePath().normalize();
    }

    private static long gigabytesIn(Map<String, String> environment) {
        String written = environment.getOrDefault("BACKBEAT_VAULT_GB", Long.toString(USUAL_VAULT_GB));
        if (!written.matches("[1-9]\\d{0,5}")) {
            throw new Problem(
                            "settings/vault-size",
                            "BACKBEAT_VAULT_GB must be a whole number of gigabytes above zero.",
                            "",
                            "It is \"" + written + "\".",
                            "Set it to a number such as " + USUAL_VAULT_GB + ", or leave it away.")
                    .asException();
        }
        return Long.parseLong(written);
    }
}
