package backbeat.engine.render;

import backbeat.engine.media.VideoFacts;
import backbeat.engine.render.Chunk.Black;
import backbeat.engine.render.Chunk.Shot;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Item.ClipItem;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a film into chunks: at every edge of a shot, and within long shots every five seconds from the shot's start, so that a trim at its end leaves the chunks
 * before it as they are.
 */
record ChunkPlan(List<Chunk> chunks) {
    private static final Rational LONGEST_SECONDS = Rational.of(5);

    /**
     * @param pictures of the sources; a source that is missing here is shown as black
     * @param frames of the whole film: what is longer is cut off, what is missing is black
     */
    static ChunkPlan of(Timeline timeline, Map<Path, VideoFacts> pictures, long frames) {
        List<Chunk> chunks = new ArrayList<>();
        long longest = Math.max(1, timeline.rate().nearestFrame(LONGEST_SECONDS));
        long done = 0;
        Rational end = Rational.ZERO;
        for (Item item : firstPictureTrack(timeline)) {
            end = end.plus(item.duration());
            long itemEnd = Math.min(frames, timeline.rate().nearestFrame(end));
            for (long from = 0; done < itemEnd; from += longest) {
                long to = Math.min(from + longest, from + itemEnd - done);
                chunks.add(chunk(item, pictures, timeline, from, to));
                done += to - from;
            }
        }
        while (done < frames) {
            long length = Math.min(longest, frames - done);
            chunks.add(new Black(length));
            done += length;
        }
        return new ChunkPlan(List.copyOf(chunks));
    }

    long frames() {
        return chunks.stream().mapToLong(Chunk::frames).sum();
    }

    private static List<Item> firstPictureTrack(Timeline timeline) {
        return timeline.tracks().stream()
                .filter(track -> track.kind() == Track.Kind.VIDEO)
                .findFirst()
                .map(Track::items)
                .orElse(List.of());
    }

    private static Chunk chunk(Item item, Map<Path, VideoFacts> pictures, Timeline timeline, long from, long to) {
        if (item instanceof ClipItem shot && shot.media() instanceof MediaReference media) {
            @Nullable VideoFacts picture = pictures.get(media.file());
            if (picture != null) {
                return new Shot(media.file(), SourceFrames.of(shot, picture, timeline.rate(), from, to));
            }
        }
        return new Black(to - from);
    }
}
