package backbeat.studio.production;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One production. */
public record Production(
        String id,
        String name,
        String artist,
        Kind kind,
        Instant made,
        @Nullable Song song,
        @Nullable Path footage) {

    /**
     * @param name as it was brought
     * @param file in the production's folder
     */
    public record Song(String name, Path file) {}

    public boolean hasSong() {
        return song != null;
    }

    public boolean hasFootage() {
        return footage != null;
    }
}
