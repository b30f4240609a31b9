package backbeat.engine.render;

import backbeat.engine.derive.Vault;
import backbeat.engine.problem.DeriveProblems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks before hours of work whether its result has room. */
final class DiskRoom {
    private static final long MEGABYTE = 1 << 20;

    private DiskRoom() {}

    static void check(Vault vault, Path out, Recipe recipe, ChunkPlan plan, List<ChunkRender> renders) {
        long missing = 0;
        for (int i = 0; i < renders.size(); i++) {
            missing +=
                    vault.has(renders.get(i).key()) ? 0 : plan.chunks().get(i).frames();
        }
        check(vault.folder(), recipe.estimatedBytes(missing));
        check(out.toAbsolutePath(), recipe.estimatedBytes(plan.frames()));
    }

    private static void check(Path place, long needed) {
        @Nullable Path folder = place;
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        if (folder == null) {
            return;
        }
        long free = folder.toFile().getUsableSpace();
        if (free < needed) {
            throw DeriveProblems.diskFull(folder.toString(), needed / MEGABYTE + 1, free / MEGABYTE)
                    .asException();
        }
    }
}
