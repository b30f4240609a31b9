package backbeat.engine.sync;

import java.util.Arrays;
import java.util.List;

/**
 * Where each block of a clip sounds like the song: milliseconds of the played song with the log-likelihood of a correlation peak, less the price of looking.
 * Kept sparse, as one bin in fifty holds anything.
 *
 * @param speed at which the song was played
 * @param bins milliseconds looked at; bin {@code LEAD_BINS} is the song's start
 */
record Hits(SongSpectra speed, List<BlockHits> blocks, int bins, double clipSeconds) {
    static final int LEAD_BINS = SongSpectra.HOP * 1000 / Sound.NARROW_RATE;
    static final double BINS_PER_SECOND = 1000;

    /**
     * @param bins rising
     * @param scores log-likelihoods, each the best of a bin and its neighbours: a line may miss by one
     */
    @SuppressWarnings("ArrayRecordComponent")
    record BlockHits(double start, int pair, int[] bins, float[] scores) {
        /** The best score between two bins, or 0. */
        float best(int from, int to) {
            int index = Arrays.binarySearch(bins, from);
            float best = 0;
            for (int i = index < 0 ? -index - 1 : index; i < bins.length && bins[i] <= to; i++) {
                best = Math.max(best, scores[i]);
            }
            return best;
        }
    }

    /** The blocks that lie, all but an edge, in a stretch of the clip. */
    Hits inside(double from, double to) {
        return new Hits(
                speed,
                blocks.stream()
                        .filter(block -> Blocks.liesInside(block.start(), from, to))
                        .toList(),
                bins,
                clipSeconds);
    }
}
