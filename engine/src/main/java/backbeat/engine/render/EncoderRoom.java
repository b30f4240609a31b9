package backbeat.engine.render;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.media.SceneEncoder;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Bounds the memory of a render. Every chunk that is being made has an encoder of its own, which takes 90 MB at 1080p until its process ends: so the number of them is
 * limited, over all processes of the render. Films that are rendered beside each other have a room each.
 */
final class EncoderRoom {
    /** With six at 1080p, two processes and Java stay below a gigabyte. */
    private static final int FOR_EACH_PROCESS = 3;

    private static final int MOST_IN_ONE = 6;

    private final Semaphore places;
    private final int most;

    private EncoderRoom(int places, int most) {
        this.places = new Semaphore(places, true);
        this.most = most;
    }

    static EncoderRoom of(int processes, SceneEncoder encoder) {
        int places = encoder.atOnce(Math.max(1, processes) * FOR_EACH_PROCESS);
        return new EncoderRoom(places, Math.min(places, MOST_IN_ONE));
    }

    /** Chunks that one process may make. */
    int most() {
        return most;
    }

    /** The same on whichever machine. */
    static int mostAnywhere(SceneEncoder encoder) {
        return encoder.atOnce(MOST_IN_ONE);
    }

    <T> T during(int chunks, Supplier<T> work) {
        try {
            places.acquire(chunks);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        try {
            return work.get();
        } finally {
            places.release(chunks);
        }
    }
}
