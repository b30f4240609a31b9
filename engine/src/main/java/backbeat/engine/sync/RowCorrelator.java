package backbeat.engine.sync;

import backbeat.engine.signal.FftRows;
import java.util.Arrays;
import java.util.List;

/**
 * Phase correlations of blocks with every partition of the song, in rows of {@value #MOST_TOGETHER} partitions at once: the same as one after the other, in a third
 * of the time.
 */
final class RowCorrelator {
    private static final int MOST_TOGETHER = 64;
    private static final int SAMPLES_PER_BIN = Sound.NARROW_RATE / 1000;

    private final SongSpectra song;
    private final int together;
    private final FftRows fft;
    private final float[][] songRe = new float[SongSpectra.BINS][];
    private final float[][] songIm = new float[SongSpectra.BINS][];
    private final float[] top;
    private final float[] variance;

    RowCorrelator(SongSpectra song) {
        this.song = song;
        int rows = Math.ceilDiv(song.partitions(), MOST_TOGETHER);
        together = Math.ceilDiv(song.partitions(), rows);
        fft = new FftRows(SongSpectra.FFT, together);
        Arrays.setAll(songRe, bin -> new float[together]);
        Arrays.setAll(songIm, bin -> new float[together]);
        top = new float[together];
        variance = new float[together];
    }

    /** Fills a row of scores for each block: {@link Hits#LEAD_BINS} for each partition, with an empty place at either end. */
    void score(List<Blocks.Block> blocks, float[][] scores, Runnable stopIfCancelled) {
        for (int first = 0; first < song.partitions(); first += together) {
            int count = Math.min(together, song.partitions() - first);
            layOut(first, count);
            for (int i = 0; i < scores.length; i++) {
                stopIfCancelled.run();
                score(correlated(blocks.get(i).phases()), scores[i], 1 + first * Hits.LEAD_BINS, count);
            }
        }
    }

    private void layOut(int first, int count) {
        for (int lane = 0; lane < together; lane++) {
            SongSpectra.Phases phases = lane < count ? song.partition(first + lane) : SongSpectra.Phases.SILENCE;
            for (int bin = 0; bin < SongSpectra.BINS; bin++) {
                songRe[bin][lane] = phases.isSilent() ? 0 : phases.re()[SongSpectra.FIRST_BIN + bin];
                songIm[bin][lane] = phases.isSilent() ? 0 : phases.im()[SongSpectra.FIRST_BIN + bin];
            }
        }
    }

    private float[][] correlated(SongSpectra.Phases block) {
        fft.clear(0, SongSpectra.FIRST_BIN);
        fft.clear(SongSpectra.LAST_BIN + 1, SongSpectra.FFT / 2 + 1);
        for (int bin = 0; bin < SongSpectra.BINS; bin++) {
            int k = SongSpectra.FIRST_BIN + bin;
            multiply(block.re()[k], block.im()[k], songRe[bin], songIm[bin], fft.re(k), fft.im(k));
        }
        return fft.inverse();
    }

    private static void multiply(float re, float im, float[] songRe, float[] songIm, float[] outRe, float[] outIm) {
        for (int i = 0; i < outRe.length; i++) {
            outRe[i] = re * songRe[i] + im * songIm[i];
            outIm[i] = re * songIm[i] - im * songRe[i];
        }
    }

    private void score(float[][] lags, float[] scores, int at, int count) {
        Arrays.fill(variance, 0);
        for (int lag = 0; lag < SongSpectra.HOP; lag++) {
            squareAndAdd(lags[lag], variance);
        }
        for (int lane = 0; lane < together; lane++) {
            variance[lane] = PlaceScore.perVariance(variance[lane], SongSpectra.HOP);
        }
        for (int bin = 0; bin < Hits.LEAD_BINS; bin++) {
            int lag = bin * SAMPLES_PER_BIN;
            highest(lags[lag], lags[lag + 1], lags[lag + 2], lags[lag + 3], top);
            for (int lane = 0; lane < count; lane++) {
                scores[at + lane * Hits.LEAD_BINS + bin] = PlaceScore.of(top[lane], variance[lane]);
            }
        }
    }

    private static void squareAndAdd(float[] row, float[] limitedSum) {
        for (int i = 0; i < limitedSum.length; i++) {
            float square = row[i] * row[i];
            row[i] = square;
            limitedSum[i] += Math.min(square, PlaceScore.SQUARE_LIMIT);
        }
    }

    private static void highest(float[] a, float[] b, float[] c, float[] d, float[] highest) {
        for (int i = 0; i < highest.length; i++) {
            highest[i] = Math.max(Math.max(a[i], b[i]), Math.max(c[i], d[i]));
        }
    }
}
