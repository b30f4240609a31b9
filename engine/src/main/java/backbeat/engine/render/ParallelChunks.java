package backbeat.engine.render;

import backbeat.engine.derive.SideBySide;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Renders the chunks of a plan, as many at once as the work allows, and tells how far it is and how long it will take. */
final class ParallelChunks {
    private final Vault vault;
    private final ChunkPlan plan;
    private final List<ChunkRender> renders;
    private final AtomicLong framesDone = new AtomicLong();
    private final AtomicLong framesRendered = new AtomicLong();
    private final long started = System.nanoTime();

    ParallelChunks(Vault vault, ChunkPlan plan, List<ChunkRender> renders) {
        this.vault = vault;
        this.plan = plan;
        this.renders = renders;
    }

    /** @return in the order of the plan */
    List<Path> all(Work work) {
        return SideBySide.each(renders, render -> one(render, work), work);
    }

    private Path one(ChunkRender render, Work work) {
        long frames = render.frames();
        work.stopIfCancelled();
        boolean isNew = !vault.has(render.key());
        Path file = vault.getFile(render, work);
        long rendered = isNew ? framesRendered.addAndGet(frames) : framesRendered.get();
        long done = framesDone.addAndGet(frames);
        work.progress((double) done / plan.frames(), "rendering" + timeLeft(rendered, plan.frames() - done));
        return file;
    }

    private String timeLeft(long rendered, long left) {
        if (rendered == 0 || left == 0) {
            return "";
        }
        double nanosPerFrame = (double) (System.nanoTime() - started) / rendered;
        long seconds = Duration.ofNanos((long) (nanosPerFrame * left)).toSeconds();
        String words = seconds < 60 ? seconds + " s" : (seconds + 30) / 60 + " min";
        return ", about " + words + " left";
    }
}
