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
    /** Each has an encoder of its own, of some ten megabytes at full size. */
    private static final int MOST = 6;

    private final SceneEncoder encoder;
    private final Vault vault;
    private final List<ChunkRender> members;
    private final Map<Key, Path> made = new HashMap<>();

    private ChunkBatch(SceneEncoder encoder, Vault vault, List<ChunkRender> members) {
        this.encoder = encoder;
        this.vault = vault;
        this.members = members;
    }

    /** Puts chunks together, each once, in the order of their sources. */
    static List<ChunkBatch> of(List<ChunkRender> chunks, SceneEncoder encoder, Vault vault) {
        Map<Key, ChunkRender> each = new LinkedHashMap<>();
        chunks.forEach(chunk -> each.putIfAbsent(chunk.key(), chunk));
        List<ChunkRender> inOrder = each.values().stream()
                .sorted(Comparator.comparing(ChunkBatch::file).thenComparingLong(ChunkBatch::firstFrame))
                .toList();
        List<ChunkBatch> batches = new ArrayList<>();
        List<ChunkRender> members = new ArrayList<>();
        for (ChunkRender chunk : inOrder) {
            boolean joins = !members.isEmpty()
                    && members.size() < MOST
                    && SceneEncoder.share(members.getLast().scene(), chunk.scene());
            if (!joins && !members.isEmpty()) {
                batches.add(new ChunkBatch(encoder, vault, List.copyOf(members)));
                members.clear();
            }
            members.add(chunk);
        }
        if (!members.isEmpty()) {
            batches.add(new ChunkBatch(encoder, vault, List.copyOf(members)));
        }
        return batches;
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

    long frames() {
        return members.stream().mapToLong(ChunkRender::frames).sum();
    }
}
