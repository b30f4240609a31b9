package backbeat.engine.sync;

import backbeat.engine.signal.Fft;
import java.util.ArrayList;
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
    private static final int SAMPLES_PER_BIN = Sound.NARROW_RATE / 1000;
    private static final float PRICE = 4.5f;
    private static final float PLACE_LIMIT = 400;

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

    /** Correlates each block with every place of the song. */
    static Hits of(Blocks blocks, SongSpectra song, Runnable stopIfCancelled) {
        Correlator correlator = new Correlator();
        int bins = song.partitions() * LEAD_BINS;
        List<BlockHits> hits = new ArrayList<>();
        float[] row = new float[bins + 2];
        for (Blocks.Block block : blocks.all()) {
            stopIfCancelled.run();
            Arrays.fill(row, 0);
            for (int k = 0; k < song.partitions(); k++) {
                if (song.partition(k).length > 0) {
                    correlator.score(block.phases(), song.partition(k), row, 1 + k * LEAD_BINS);
                }
            }
            hits.add(sparse(block, row));
        }
        return new Hits(song, hits, bins, blocks.clipSeconds());
    }

    /** Without the blocks that lie in a stretch of the clip. */
    Hits outside(double from, double to) {
        return with(blocks.stream()
                .filter(block -> block.start() + Blocks.SECONDS <= from + 0.3 || block.start() >= to - 0.3)
                .toList());
    }

    Hits inside(double from, double to) {
        return with(blocks.stream()
                .filter(block -> block.start() + Blocks.SECONDS > from + 0.3 && block.start() < to - 0.3)
                .toList());
    }

    private Hits with(List<BlockHits> some) {
        return new Hits(speed, some, bins, clipSeconds);
    }

    private static BlockHits sparse(Blocks.Block block, float[] row) {
        int[] bins = new int[row.length];
        float[] scores = new float[row.length];
        int count = 0;
        for (int i = 1; i < row.length - 1; i++) {
            float best = Math.max(row[i], Math.max(row[i - 1], row[i + 1]));
            if (best > 0) {
                bins[count] = i - 1;
                scores[count] = best;
                count++;
            }
        }
        return new BlockHits(block.start(), block.pair(), Arrays.copyOf(bins, count), Arrays.copyOf(scores, count));
    }

    private static final class Correlator {
        private final Fft fft = new Fft(SongSpectra.FFT);
        private final float[] re = new float[fft.bins()];
        private final float[] im = new float[fft.bins()];
        private final float[] lags = new float[SongSpectra.FFT];

        void score(float[] block, float[] song, float[] row, int at) {
            for (int i = 0, k = SongSpectra.FIRST_BIN; i < block.length; i += 2, k++) {
                re[k] = block[i] * song[i] + block[i + 1] * song[i + 1];
                im[k] = block[i] * song[i + 1] - block[i + 1] * song[i];
            }
            fft.inverse(re, im, lags, 0);
            float perVariance = 0.5f / limitedVariance();
            for (int bin = 0; bin < LEAD_BINS; bin++) {
                float top = 0;
                for (int i = 0; i < SAMPLES_PER_BIN; i++) {
                    top = Math.max(top, Math.abs(lags[bin * SAMPLES_PER_BIN + i]));
                }
                row[at + bin] = Math.clamp(top * top * perVariance - PRICE, 0, PLACE_LIMIT);
            }
        }

        /** The noise level: peaks do not count, or the best places would raise their own threshold. */
        private float limitedVariance() {
            float sum = 0;
            for (int i = 0; i < SongSpectra.HOP; i++) {
                sum += lags[i] * lags[i];
            }
            float limit = 9 * sum / SongSpectra.HOP;
            float limited = 0;
            for (int i = 0; i < SongSpectra.HOP; i++) {
                limited += Math.min(lags[i] * lags[i], limit);
            }
            return limited / SongSpectra.HOP + 1e-20f;
        }
    }
}
