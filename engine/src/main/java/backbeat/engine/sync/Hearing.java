package backbeat.engine.sync;

import backbeat.engine.signal.Fft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the blocks of one clip hear of the song. A block is held against the whole song once for each speed, when first asked for; where a line is known already
 * it is enough to hear the block near that line, at a hundredth of the cost.
 */
final class Hearing {
    private static final int SAMPLES_PER_BIN = Sound.NARROW_RATE / 1000;
    private static final int NEAR_BINS = 20;
    private static final float PRICE = 4.5f;
    private static final float PLACE_LIMIT = 400;
    /** Three sigmas, squared: unit phases within the band have this mean square by Parseval's theorem. */
    private static final float SQUARE_LIMIT = 9 * 2f * SongSpectra.BINS / SongSpectra.FFT / SongSpectra.FFT;

    private final double clipSeconds;
    private final Function<Speed, SongSpectra> song;
    private final Runnable stopIfCancelled;
    private final Correlator correlator = new Correlator();
    private final Map<Speed, Map<Integer, Hits.BlockHits>> everywhere = new HashMap<>();

    Hearing(double clipSeconds, Function<Speed, SongSpectra> song, Runnable stopIfCancelled) {
        this.clipSeconds = clipSeconds;
        this.song = song;
        this.stopIfCancelled = stopIfCancelled;
    }

    /** Some blocks at every place of the song. */
    Hits everywhere(Speed speed, List<Blocks.Block> some) {
        SongSpectra spectra = song.apply(speed);
        Map<Integer, Hits.BlockHits> known = known(speed);
        List<Hits.BlockHits> hits = new ArrayList<>();
        for (Blocks.Block block : some) {
            hits.add(known.computeIfAbsent(
                    block.index(), unknown -> heard(block, spectra, 0, spectra.partitions() - 1)));
        }
        return hits(spectra, hits);
    }

    /** Some blocks, at least at the places that a line gives them. */
    Hits near(Speed speed, Line line, List<Blocks.Block> some) {
        SongSpectra spectra = song.apply(speed);
        Map<Integer, Hits.BlockHits> known = known(speed);
        List<Hits.BlockHits> hits = new ArrayList<>();
        for (Blocks.Block block : some) {
            Hits.BlockHits whole = known.get(block.index());
            int bin = LineVote.binOf(line, block.start());
            int first = Math.floorDiv(bin - NEAR_BINS, Hits.LEAD_BINS);
            int last = Math.floorDiv(bin + NEAR_BINS, Hits.LEAD_BINS);
            hits.add(whole != null ? whole : heard(block, spectra, first, last));
        }
        return hits(spectra, hits);
    }

    /** Of these blocks those that were held against the whole song already. */
    Hits known(Speed speed, List<Blocks.Block> some) {
        Map<Integer, Hits.BlockHits> known = known(speed);
        return everywhere(
                speed,
                some.stream().filter(block -> known.containsKey(block.index())).toList());
    }

    private Map<Integer, Hits.BlockHits> known(Speed speed) {
        return everywhere.computeIfAbsent(speed, asked -> new HashMap<>());
    }

    private Hits hits(SongSpectra spectra, List<Hits.BlockHits> hits) {
        return new Hits(spectra, hits, spectra.partitions() * Hits.LEAD_BINS, clipSeconds);
    }

    private Hits.BlockHits heard(Blocks.Block block, SongSpectra spectra, int firstPartition, int lastPartition) {
        stopIfCancelled.run();
        int first = Math.max(0, firstPartition);
        int last = Math.min(spectra.partitions() - 1, lastPartition);
        float[] row = new float[Math.max(0, last - first + 1) * Hits.LEAD_BINS + 2];
        for (int k = first; k <= last; k++) {
            if (!spectra.partition(k).isSilent()) {
                correlator.score(block.phases(), spectra.partition(k), row, 1 + (k - first) * Hits.LEAD_BINS);
            }
        }
        return sparse(block, row, first * Hits.LEAD_BINS);
    }

    /** @param row scores of bins from {@code firstBin} on, with an empty place at either end */
    private static Hits.BlockHits sparse(Blocks.Block block, float[] row, int firstBin) {
        int[] bins = new int[row.length];
        float[] scores = new float[row.length];
        int count = 0;
        for (int i = 1; i < row.length - 1; i++) {
            float best = Math.max(row[i], Math.max(row[i - 1], row[i + 1]));
            if (best > 0) {
                bins[count] = firstBin + i - 1;
                scores[count] = best;
                count++;
            }
        }
        return new Hits.BlockHits(
                block.start(), block.pair(), Arrays.copyOf(bins, count), Arrays.copyOf(scores, count));
    }

    /** Phase correlation of a block with one partition of the song. Loops are plain and sums side by side, so that the machine can do several steps at once. */
    private static final class Correlator {
        private final Fft fft = new Fft(SongSpectra.FFT);
        private final float[] re = new float[fft.bins()];
        private final float[] im = new float[fft.bins()];
        private final float[] lags = new float[SongSpectra.FFT];
        private final float[] squares = new float[SongSpectra.HOP];

        void score(SongSpectra.Phases block, SongSpectra.Phases song, float[] row, int at) {
            correlate(block.re(), block.im(), song.re(), song.im());
            for (int i = 0; i < squares.length; i++) {
                squares[i] = lags[i] * lags[i];
            }
            float perVariance = 0.5f / limitedVariance();
            for (int bin = 0, i = 0; bin < Hits.LEAD_BINS; bin++, i += SAMPLES_PER_BIN) {
                float top = Math.max(Math.max(squares[i], squares[i + 1]), Math.max(squares[i + 2], squares[i + 3]));
                float score = top * perVariance - PRICE;
                row[at + bin] = score > 0 ? Math.min(score, PLACE_LIMIT) : 0;
            }
        }

        private void correlate(float[] aRe, float[] aIm, float[] bRe, float[] bIm) {
            for (int k = 0; k < re.length; k++) {
                re[k] = aRe[k] * bRe[k] + aIm[k] * bIm[k];
            }
            for (int k = 0; k < im.length; k++) {
                im[k] = aRe[k] * bIm[k] - aIm[k] * bRe[k];
            }
            fft.inverse(re, im, lags, 0);
        }

        /** The noise level: peaks do not count, or the best places would raise their own threshold. Four sums do not wait for each other. */
        private float limitedVariance() {
            float a = 0;
            float b = 0;
            float c = 0;
            float d = 0;
            for (int i = 0; i < squares.length; i += 4) {
                a += Math.min(squares[i], SQUARE_LIMIT);
                b += Math.min(squares[i + 1], SQUARE_LIMIT);
                c += Math.min(squares[i + 2], SQUARE_LIMIT);
                d += Math.min(squares[i + 3], SQUARE_LIMIT);
            }
            return (a + b + c + d) / squares.length + 1e-20f;
        }
    }
}
