package backbeat.engine.sync;

import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.SongFile;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one clip got the answer it got from its own sound, step by step; contract {@code sync-explanation/1}. Other clips, timecode and people may decide otherwise later.
 *
 * @param stretches of the clip as they were heard, in order; one that was heard on two channels stands there twice
 */
@JsonPropertyOrder("contract")
public record SyncExplanation(String contract, SongFile song, ClipSync answer, List<Stretch> stretches) {
    public static final String CONTRACT = "sync-explanation/1";

    /**
     * @param clipStart clip time at which it begins
     * @param heard the channel that was searched, from 0; null when there was none
     * @param silent whether that channel holds nothing at all
     */
    public record Stretch(
            double clipStart,
            double seconds,
            List<Channel> channels,
            @Nullable Integer heard,
            boolean silent,
            List<SyncStep> steps) {}

    /**
     * One channel of the sound.
     *
     * @param decibels energy of the voice band against the loudest channel's; null for silence and timecode
     * @param timecode whether it carries linear timecode
     */
    public record Channel(int number, @Nullable Double decibels, boolean timecode) {}
}
