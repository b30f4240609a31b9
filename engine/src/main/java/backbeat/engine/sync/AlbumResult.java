package backbeat.engine.sync;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * Where clips sit on several songs: contract {@code sync-album/1}, one {@code sync/1} document for each song, in the order they were given. A clip that holds one
 * of the songs is unmatched in the others' documents.
 */
@JsonPropertyOrder("contract")
public record AlbumResult(String contract, List<SyncResult> songs) {
    public static final String CONTRACT = "sync-album/1";

    public AlbumResult(List<SyncResult> songs) {
        this(CONTRACT, songs);
    }
}
