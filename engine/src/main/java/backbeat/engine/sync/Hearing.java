package backbeat.engine.sync;

import backbeat.engine.signal.Fft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the blocks of one clip hear of the song. A block is held against the whole song once for each speed, when first asked for; where a line is known already
 * it is enough to hear the block near that line, at a hundredth of the cost.
 */
final class Hearing {
    private static final int SAMPLES_PER_BIN = Sound.NARROW_RATE / 1000;
    private static final int NEAR_BINS = 20;
    /** Each takes a float for every millisecond of the song until its best places are picked. */
    private static final int BLOCKS_AT_ONCE = 16;

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
        List<Blocks.Block> unheard =
                some.stream().filter(block -> !known.containsKey(block.index())).toList();
        if (!unheard.isEmpty()) {
            hearEverywhere(unheard, spectra, known);
        }
        return hits(spectra, some.stream().map(block -> heardOf(known, block)).toList());
    }

    private static Hits.BlockHits heardOf(Map<Integer, Hits.BlockHits> known, Blocks.Block block) {
        return Objects.requireNonNull(known.get(block.index()));
    }

    private void hearEverywhere(List<Blocks.Block> blocks, SongSpectra spectra, Map<Integer, Hits.BlockHits> known) {
        RowCorrelator rows = new RowCorrelator(spectra);
        for (int from = 0; from < blocks.size(); from += BLOCKS_AT_ONCE) {
            List<Blocks.Block> some = blocks.subList(from, Math.min(blocks.size(), from + BLOCKS_AT_ONCE));
            float[][] scores = new float[some.size()][spectra.partitions() * Hits.LEAD_BINS + 2];
            rows.score(some, scores, stopIfCancelled);
            for (int i = 0; i < scores.length; i++) {
                known.put(some.get(i).index(), sparse(some.get(i), scores[i], 0));
            }
        }
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

    /** Phase correlation of a block with one partition of the song. */
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
            float perVariance = PlaceScore.perVariance(limitedSquares(), squares.length);
            for (int bin = 0, i = 0; bin < Hits.LEAD_BINS; bin++, i += SAMPLES_PER_BIN) {
                float top = Math.max(Math.max(squares[i], squares[i + 1]), Math.max(squares[i + 2], squares[i + 3]));
                row[at + bin] = PlaceScore.of(top, perVariance);
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

        private float limitedSquares() {
            float sum = 0;
            for (float square : squares) {
                sum += Math.min(square, PlaceScore.SQUARE_LIMIT);
            }
            return sum;
        }
    }
}
