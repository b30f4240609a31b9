package backbeat.engine.derive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread of one process at a time derive a key, so that nothing is computed twice side by side. Keys share a bounded number of locks.
 *
 * <p>Locks are tried again and again, never waited for in the file system: there a wait of two processes with several threads each looks like a deadlock, and one of
 * them is refused. And a derivation that asks for another one while it has its turn waits for a short time only, then works beside whoever is at it: results are
 * moved into place whole, so the worst is work done twice, where waiting for each other would be the end of both.
 */
final class Turns {
    static final int STRIPES = 256;
    private static final long TRIAL_MILLIS = 40;
    private static final long NESTED_PATIENCE_MILLIS = 3000;

    private final Path folder;
    private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];
    private final ThreadLocal<Integer> held = ThreadLocal.withInitial(() -> 0);

    /** @param folder of the lock files; it must exist */
    Turns(Path folder) {
        this.folder = folder;
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new ReentrantLock();
        }
    }

    /** Given back when closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    private static final Turn BESIDE = () -> {};

    /** @throws CancelledException when the work is cancelled, or this thread interrupted, while it waits */
    Turn take(Key key, Work work) throws IOException {
        int stripe = Math.floorMod(key.hash().hashCode(), STRIPES);
        if (stripes[stripe].isHeldByCurrentThread()) {
            return BESIDE;
        }
        boolean nested = held.get() > 0;
        long begun = System.nanoTime();
        while (true) {
            work.stopIfCancelled();
            Turn turn = tried(stripe);
            if (turn != null) {
                return turn;
            }
            if (nested && System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(NESTED_PATIENCE_MILLIS)) {
                return BESIDE;
            }
        }
    }

    private @Nullable Turn tried(int stripe) throws IOException {
        ReentrantLock lock = stripes[stripe];
        try {
            if (!lock.tryLock(TRIAL_MILLIS, TimeUnit.MILLISECONDS)) {
                return null;
            }
            FileChannel channel = lockedFile(stripe);
            if (channel == null) {
                lock.unlock();
                Thread.sleep(TRIAL_MILLIS);
                return null;
            }
            held.set(held.get() + 1);
            return () -> {
                held.set(held.get() - 1);
                try {
                    channel.close();
                } finally {
                    lock.unlock();
                }
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (IOException e) {
            if (lock.isHeldByCurrentThread()) {
                lock.unlock();
            }
            throw e;
        }
    }

    /** The open lock file, whose lock lasts until it is closed; null when another process has it. */
    private @Nullable FileChannel lockedFile(int stripe) throws IOException {
        Path file = folder.resolve(Integer.toString(stripe));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean ours = false;
        try {
            FileLock lock = channel.tryLock();
            ours = lock != null;
        } catch (OverlappingFileLockException anotherVaultOfThisProcess) {
            ours = false;
        } finally {
            if (!ours) {
                channel.close();
            }
        }
        return ours ? channel : null;
    }
}
