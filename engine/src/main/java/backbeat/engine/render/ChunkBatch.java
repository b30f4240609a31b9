package backbeat.engine.render;

import backbeat.engine.derive.Key;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.media.Scene;
import backbeat.engine.media.SceneEncoder;
import backbeat.engine.problem.DeriveProblems;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Chunks that are made by one call, because they show stretches of one source that lie near each other: what is decoded for one serves the next. The first that is asked
 * for has all made, the others find theirs done.
 */
final class ChunkBatch {
    private final SceneEncoder encoder;
    private final Vault vault;
    private final List<ChunkRender> members;
    private final Map<Key, Path> made = new HashMap<>();

    private ChunkBatch(SceneEncoder encoder, Vault vault, List<ChunkRender> members) {
        this.encoder = encoder;
        this.vault = vault;
        this.members = members;
    }

    /**
     * Puts chunks together, each once, in the order of their sources; those of several sources, which are mixed, at the end to what they share most with.
     *
     * @param most chunks in one call
     */
    static List<ChunkBatch> of(List<ChunkRender> chunks, int most, SceneEncoder encoder, Vault vault) {
        Map<Key, ChunkRender> each = new LinkedHashMap<>();
        chunks.forEach(chunk -> each.putIfAbsent(chunk.key(), chunk));
        List<ChunkRender> inOrder = each.values().stream()
                .sorted(Comparator.comparing(
                                (ChunkRender chunk) -> chunk.scene().shots().size() > 1)
                        .thenComparing(ChunkBatch::file)
                        .thenComparingLong(ChunkBatch::firstFrame))
                .toList();
        List<List<ChunkRender>> groups = new ArrayList<>();
        for (ChunkRender chunk : inOrder) {
            long near = chunk.scene().shots().size() > 1 ? groups.size() : 1; // the others come in order
            groups.reversed().stream()
                    .limit(near)
                    .filter(group -> group.size() < most && isSharing(group, chunk))
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new ArrayList<>());
                        return groups.getLast();
                    })
                    .add(chunk);
        }
        return groups.stream()
                .map(group -> new ChunkBatch(encoder, vault, List.copyOf(group)))
                .toList();
    }

    private static boolean isSharing(List<ChunkRender> group, ChunkRender chunk) {
        return group.stream().anyMatch(member -> SceneEncoder.share(member.scene(), chunk.scene()));
    }

    /** Makes a chunk by itself. */
    static ChunkRender.Maker alone(SceneEncoder encoder, Vault vault) {
        return (chunk, target, work) -> {
            ChunkBatch batch = new ChunkBatch(encoder, vault, List.of(chunk));
            Path folder = batch.newFolder();
            try {
                batch.make(chunk, target, folder, work);
            } finally {
                delete(folder);
            }
        };
    }

    private static String file(ChunkRender chunk) {
        List<Scene.Shot> shots = chunk.scene().shots();
        return shots.isEmpty() ? "" : shots.getFirst().source().file().toString();
    }

    private static long firstFrame(ChunkRender chunk) {
        List<Scene.Shot> shots = chunk.scene().shots();
        return shots.isEmpty() ? 0 : shots.getFirst().showing().first();
    }

    /** Makes those of its chunks that are not kept yet. */
    List<Path> run(Work work) {
        List<Path> files = new ArrayList<>();
        Path folder = newFolder();
        try {
            for (ChunkRender member : members) {
                files.add(vault.getFile(member.by((chunk, target, its) -> make(chunk, target, folder, its)), work));
            }
            return files;
        } finally {
            delete(folder);
        }
    }

    private void make(ChunkRender chunk, Path target, Path folder, Work work) throws IOException {
        if (!made.containsKey(chunk.key())) {
            List<ChunkRender> missing =
                    members.stream().filter(member -> !vault.has(member.key())).toList();
            List<Path> targets = new ArrayList<>();
            for (int i = 0; i < missing.size(); i++) {
                targets.add(folder.resolve("chunk" + i));
                made.put(missing.get(i).key(), targets.getLast());
            }
            encoder.encode(missing.stream().map(ChunkRender::scene).toList(), targets, folder, work);
        }
        Files.move(Objects.requireNonNull(made.get(chunk.key())), target);
    }

    private Path newFolder() {
        try {
            return vault.scratchFolder();
        } catch (IOException e) {
            throw new ProblemException(
                    DeriveProblems.cannotWrite(vault.folder().toString(), String.valueOf(e.getMessage())), e);
        }
    }

    /** What cannot be deleted now, the vault deletes a day later. */
    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }

    List<ChunkRender> members() {
        return members;
    }

    int size() {
        return members.size();
    }

    long frames() {
        return members.stream().mapToLong(ChunkRender::frames).sum();
    }
}
