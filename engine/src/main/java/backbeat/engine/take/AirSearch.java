package backbeat.engine.take;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds pairs of clips of different cameras that may share sound besides the song, by their landmarks: equal ones are counted by the difference of their times. The
 * cost grows with the sound there is, not with the number of pairs.
 */
final class AirSearch {
    private static final int MOST_EQUAL = 48;
    private static final int NEIGHBOURS = 1;
    private static final long LAG_RANGE = 1L << 24;

    /**
     * @param lagSeconds from the start of the first clip to that of the second
     * @param hits landmarks that agree on it
     */
    record Candidate(int first, int second, double lagSeconds, int hits) {}

    private final List<String> cameras = new ArrayList<>();
    private long[] entries = new long[1 << 16];
    private int count;

    /** @param playable of the clip: landmarks of that time are left out */
    void add(String camera, Air.Trace trace, Playable playable) {
        int clip = cameras.size();
        cameras.add(camera);
        double landmarkSeconds = 31 * Air.FRAME_SECONDS;
        for (int i = 0; i < trace.landmarks(); i++) {
            double at = trace.frame(i) * Air.FRAME_SECONDS;
            if (!playable.touches(at, at + landmarkSeconds)) {
                add(trace.hash(i), clip, trace.frame(i));
            }
        }
    }

    private void add(int hash, int clip, int frame) {
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, 2 * count);
        }
        entries[count++] = ((long) hash << 42) | ((long) clip << 24) | frame;
    }

    /** @param leastHits below which a pair is not told */
    List<Candidate> candidates(int leastHits) {
        Arrays.sort(entries, 0, count);
        long[] hits = new long[1 << 16];
        int found = 0;
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && entries[to] >>> 42 == entries[from] >>> 42) {
                to++;
            }
            if (to - from <= MOST_EQUAL) {
                for (int i = from; i < to; i++) {
                    for (int j = i + 1; j < to; j++) {
                        if (!camera(entries[i]).equals(camera(entries[j]))) {
                            if (found == hits.length) {
                                hits = Arrays.copyOf(hits, 2 * found);
                            }
                            hits[found++] = hit(entries[i], entries[j]);
                        }
                    }
                }
            }
            from = to;
        }
        return counted(Arrays.copyOf(hits, found), leastHits);
    }

    private String camera(long entry) {
        return cameras.get(clip(entry));
    }

    private static int clip(long entry) {
        return (int) (entry >>> 24 & 0x3FFFF);
    }

    private static int frame(long entry) {
        return (int) (entry & 0xFFFFFF);
    }

    /** Sorted by clip within a hash, so the first clip has the smaller number. A number for both clips and the difference of frames. */
    private long hit(long a, long b) {
        long pair = (long) clip(a) * cameras.size() + clip(b);
        return pair * 2 * LAG_RANGE + (frame(a) - frame(b)) + LAG_RANGE;
    }

    private List<Candidate> counted(long[] hits, int leastHits) {
        Arrays.sort(hits);
        List<Candidate> all = new ArrayList<>();
        int from = 0;
        int to = 0;
        for (int i = 0; i < hits.length; i++) {
            if (i > 0 && hits[i] == hits[i - 1]) {
                continue;
            }
            while (hits[from] < hits[i] - NEIGHBOURS) {
                from++;
            }
            while (to < hits.length && hits[to] <= hits[i] + NEIGHBOURS) {
                to++;
            }
            if (to - from >= leastHits) {
                long pair = hits[i] / (2 * LAG_RANGE);
                double lag = (hits[i] % (2 * LAG_RANGE) - LAG_RANGE) * Air.FRAME_SECONDS;
                all.add(new Candidate((int) (pair / cameras.size()), (int) (pair % cameras.size()), lag, to - from));
            }
        }
        return all;
    }
}
