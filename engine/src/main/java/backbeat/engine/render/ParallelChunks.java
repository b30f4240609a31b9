package backbeat.engine.render;

import backbeat.engine.derive.SideBySide;
import backbeat.engine.derive.TimeLeft;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.media.SceneEncoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Renders the chunks that the vault does not hold, as many batches at once as the work allows, and tells how far it is and how long it will take. */
final class ParallelChunks {
    private final Vault vault;
    private final SceneEncoder encoder;
    private final EncoderRoom room;
    private final List<ChunkRender> chunks;
    private final long frames;
    private final AtomicLong framesDone = new AtomicLong();
    private final AtomicLong framesRendered = new AtomicLong();
    private final long started = System.nanoTime();

    ParallelChunks(Vault vault, SceneEncoder encoder, EncoderRoom room, List<ChunkRender> chunks) {
        this.vault = vault;
        this.encoder = encoder;
        this.room = room;
        this.chunks = chunks;
        this.frames = chunks.stream().mapToLong(ChunkRender::frames).sum();
    }

    /** @return in the order of the chunks */
    List<Path> all(Work work) {
        List<ChunkRender> missing =
                chunks.stream().filter(chunk -> !vault.has(chunk.key())).toList();
        framesDone.set(frames - missing.stream().mapToLong(ChunkRender::frames).sum());
        List<ChunkBatch> batches = ChunkBatch.of(missing, room.most(), encoder, vault);
        SideBySide.each(batches, batch -> room.during(batch.size(), () -> one(batch, work)), work);
        return chunks.stream().map(chunk -> vault.getFile(chunk, work)).toList();
    }

    private long one(ChunkBatch batch, Work work) {
        work.stopIfCancelled();
        batch.run(work);
        long rendered = framesRendered.addAndGet(batch.frames());
        long done = framesDone.addAndGet(batch.frames());
        Duration since = Duration.ofNanos(System.nanoTime() - started);
        work.progress((double) done / frames, "rendering" + TimeLeft.words(rendered, frames - done, since));
        return rendered;
    }
}
