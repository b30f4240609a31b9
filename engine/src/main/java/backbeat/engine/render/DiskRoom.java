package backbeat.engine.render;

import backbeat.engine.derive.Vault;
import backbeat.engine.media.FilmRecipe;
import backbeat.engine.problem.DeriveProblems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks before hours of work whether its result has room. */
final class DiskRoom {
    private static final long MEGABYTE = 1 << 20;

    private DiskRoom() {}

    static void check(Vault vault, Path out, FilmForm form, FilmRecipe recipe, List<ChunkRender> chunks) {
        long missing = chunks.stream()
                .filter(chunk -> !vault.has(chunk.key()))
                .mapToLong(ChunkRender::frames)
                .sum();
        check(vault.folder(), form.estimatedBytes(missing, recipe));
        check(out.toAbsolutePath(), form.estimatedBytes(form.frames(), recipe));
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
