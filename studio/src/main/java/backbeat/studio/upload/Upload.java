package backbeat.studio.upload;

import java.time.Instant;

/**
 * A file on its way.
 *
 * @param productionId empty for an archive, which becomes one
 * @param name clean path of plain names, as it will be called
 * @param received bytes that are safe on the disk
 * @param more whether others follow of the same lot
 */
public record Upload(
        String id,
        String productionId,
        String accountId,
        Purpose purpose,
        String name,
        long bytes,
        long received,
        boolean more,
        Instant made) {

    /** What a file is brought as. */
    public enum Purpose {
        SONG,
        FOOTAGE,
        /** A production of another studio; it belongs to no production yet. */
        ARCHIVE
    }

    public boolean isWhole() {
        return received == bytes;
    }

    public int percent() {
        return bytes == 0 ? 100 : (int) (100 * received / bytes);
    }
}
