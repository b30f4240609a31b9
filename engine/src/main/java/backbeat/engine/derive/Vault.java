package backbeat.engine.derive;

import backbeat.engine.problem.DeriveProblems;
import backbeat.engine.problem.ProblemException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder that keeps computed results by their key.
 *
 * <p>A result is written into {@code scratch/}, then moved to its place in one step: after {@code kill -9} there is either a whole result or none. One key is
 * derived by one thread of one process at a time ({@link Turns}); others wait and read. When the vault
 * grows beyond its limit the least recently used results go.
 */
public final class Vault {
    private static final Duration FORGOTTEN_SCRATCH = Duration.ofDays(1);

    private final Path folder;
    private final long maxBytes;
    private final Turns turns;

    private Vault(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.turns = new Turns(folder.resolve("locks"));
    }

    /**
     * Opens or makes a vault.
     *
     * @param maxBytes size above which old results are forgotten
     * @throws ProblemException when the folder cannot be written
     */
    public static Vault open(Path folder, long maxBytes) {
        Vault vault = new Vault(folder.toAbsolutePath(), maxBytes);
        try {
            for (String part : List.of("kept", "scratch", "locks")) {
                Files.createDirectories(vault.folder.resolve(part));
            }
            vault.sweepScratch();
        } catch (IOException e) {
            throw new ProblemException(
                    DeriveProblems.cannotWrite(folder.toString(), String.valueOf(e.getMessage())), e);
        }
        return vault;
    }

    public Path folder() {
        return folder;
    }

    /** A scratch folder of its own, in the vault's file system. The caller deletes it; if it can't, the vault does a day later. */
    public Path scratchFolder() throws IOException {
        return Files.createTempDirectory(folder.resolve("scratch"), "work-");
    }

    public boolean has(Key key) {
        return Files.isRegularFile(placeOf(key));
    }

    /**
     * The kept result of a derivation; derived now if there is none.
     *
     * @throws ProblemException what the derivation threw, or that the disk is full
     * @throws CancelledException when the work was cancelled; nothing is kept then
     */
    public <T> T get(Derivation<T> derivation, Work work) {
        Key key = derivation.key();
        Path place = placeOf(key);
        try {
            T kept = readKept(derivation, place);
            return kept != null ? kept : deriveInTurn(derivation, key, place, work);
        } catch (IOException e) {
            throw asProblem(e);
        }
    }

    /** The kept file itself, derived now if there is none. */
    public Path getFile(Derivation<Path> derivation, Work work) {
        return get(derivation, work);
    }

    private <T> T deriveInTurn(Derivation<T> derivation, Key key, Path place, Work work) throws IOException {
        try (Turns.Turn _ = turns.take(key, work)) {
            T kept = readKept(derivation, place);
            return kept != null ? kept : deriveNow(derivation, key, place, work);
        }
    }

    private <T> T deriveNow(Derivation<T> derivation, Key key, Path place, Work work) throws IOException {
        work.stopIfCancelled();
        Path scratch = folder.resolve("scratch").resolve(key.name() + "-" + UUID.randomUUID());
        try {
            derivation.derive(scratch, work);
            // What was cancelled may have ended early and look whole.
            work.stopIfCancelled();
            Files.createDirectories(place.getParent());
            Files.move(scratch, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(scratch);
        }
        return derivation.read(place);
    }

    private static <T> @org.jspecify.annotations.Nullable T readKept(Derivation<T> derivation, Path place)
            throws IOException {
        if (!Files.isRegularFile(place)) {
            return null;
        }
        try {
            T kept = derivation.read(place);
            Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
            return kept;
        } catch (IOException damaged) {
            Files.deleteIfExists(place);
            return null;
        }
    }

    private Path placeOf(Key key) {
        return folder.resolve("kept").resolve(key.hash().substring(0, 2)).resolve(key.toString());
    }

    /** Forgets the least recently used results until the vault is below its limit. Called when a job is done. */
    public void trim() {
        try (Stream<Path> files = Files.walk(folder.resolve("kept"))) {
            List<Kept> kept = files.filter(Files::isRegularFile)
                    .map(Kept::of)
                    .sorted(Comparator.comparing(Kept::used))
                    .toList();
            long total = kept.stream().mapToLong(Kept::bytes).sum();
            for (Kept oldest : kept) {
                if (total <= maxBytes) {
                    return;
                }
                Files.deleteIfExists(oldest.file());
                total -= oldest.bytes();
            }
        } catch (IOException e) {
            throw asProblem(e);
        }
    }

    /** How much the vault holds now, in bytes. */
    public long bytes() {
        try (Stream<Path> files = Files.walk(folder.resolve("kept"))) {
            return files.filter(Files::isRegularFile)
                    .map(Kept::of)
                    .mapToLong(Kept::bytes)
                    .sum();
        } catch (IOException e) {
            throw asProblem(e);
        }
    }

    private record Kept(Path file, FileTime used, long bytes) {
        static Kept of(Path file) {
            try {
                return new Kept(file, Files.getLastModifiedTime(file), Files.size(file));
            } catch (IOException goneMeanwhile) {
                return new Kept(file, FileTime.fromMillis(0), 0);
            }
        }
    }

    private void sweepScratch() throws IOException {
        Instant old = Instant.now().minus(FORGOTTEN_SCRATCH);
        try (Stream<Path> all = Files.walk(folder.resolve("scratch"))) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                boolean root = path.equals(folder.resolve("scratch"));
                if (!root && Files.getLastModifiedTime(path).toInstant().isBefore(old) && isFileOrEmpty(path)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (NoSuchFileException sweptByAnotherProcess) {
            return;
        }
    }

    private static boolean isFileOrEmpty(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(path)) {
            return inside.findAny().isEmpty();
        }
    }

    private ProblemException asProblem(IOException e) {
        if (e instanceof AccessDeniedException) {
            return new ProblemException(DeriveProblems.cannotWrite(folder.toString(), ""), e);
        }
        boolean full = folder.toFile().getUsableSpace() < 1 << 20
                || String.valueOf(e.getMessage()).contains("No space left");
        return full
                ? new ProblemException(DeriveProblems.diskFilledUp(folder.toString()), e)
                : new ProblemException(
                        DeriveProblems.cannotWrite(folder.toString(), String.valueOf(e.getMessage())), e);
    }
}
