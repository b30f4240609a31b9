package backbeat.engine.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the straight lines that most blocks of a clip agree on: for each drift a histogram over places of the song (a Hough transform). A hit counts up to a high
 * limit for the place, and up to a low one for the significance, so that a single loud hit, a clap or one shared drum sample, cannot carry a line.
 */
final class LineVote {
    static final float SIGNIFICANCE_LIMIT = 30;
    static final double MAX_DRIFT = 160e-6;
    private static final double APART_SECONDS = 0.06;
    private static final int CELL_BINS = 60;

    /**
     * @param score how well the line fits, for choosing among lines
     * @param significance the same with each block limited, for telling a line from noise
     */
    record Candidate(Line line, double score, double significance) {}

    private final Hits hits;
    private final double middle;
    private final int span;

    LineVote(Hits hits) {
        this.hits = hits;
        this.middle = hits.clipSeconds() / 2;
        this.span = (int) Math.ceil(middle * (1 + MAX_DRIFT) * Hits.BINS_PER_SECOND) + 10;
    }

    /** Drifts that are tried: as far apart as a millisecond over what the clip and the song share. */
    double[] drifts() {
        double shared = Math.max(1, Math.min(hits.clipSeconds(), hits.speed().seconds()));
        double step = Math.clamp(1.5e-3 / shared, 4e-6, 320e-6);
        int each = (int) (MAX_DRIFT / step);
        double[] drifts = new double[2 * each + 1];
        for (int i = 0; i < drifts.length; i++) {
            drifts[i] = (i - each) * step;
        }
        return drifts;
    }

    /** The best lines, best first, at different places. */
    List<Candidate> best(int atMost) {
        int size = hits.bins() + 2 * span;
        float[] votes = new float[size];
        int cells = size / CELL_BINS + 1;
        float[] cellScore = new float[cells];
        int[] cellBin = new int[cells];
        double[] cellDrift = new double[cells];
        for (double drift : drifts()) {
            Arrays.fill(votes, 0);
            for (Hits.BlockHits block : hits.blocks()) {
                add(block, span - shift(block, drift), Float.MAX_VALUE, votes);
            }
            for (int i = 0; i < size; i++) {
                if (votes[i] > cellScore[i / CELL_BINS]) {
                    cellScore[i / CELL_BINS] = votes[i];
                    cellBin[i / CELL_BINS] = i;
                    cellDrift[i / CELL_BINS] = drift;
                }
            }
        }
        return strongest(cellScore, cellBin, cellDrift, atMost);
    }

    private List<Candidate> strongest(float[] cellScore, int[] cellBin, double[] cellDrift, int atMost) {
        List<Integer> order = new ArrayList<>();
        for (int cell = 0; cell < cellScore.length; cell++) {
            if (cellScore[cell] > 0) {
                order.add(cell);
            }
        }
        order.sort(Comparator.comparingDouble(cell -> -cellScore[cell]));
        List<Candidate> found = new ArrayList<>();
        for (int cell : order) {
            if (found.size() == atMost) {
                break;
            }
            Line line = lineOf(cellBin[cell], cellDrift[cell]);
            boolean known = found.stream()
                    .anyMatch(other -> Math.abs(other.line().playedAt(middle) - line.playedAt(middle)) < APART_SECONDS);
            if (!known) {
                found.add(new Candidate(line, cellScore[cell], significanceOf(line)));
            }
        }
        return found;
    }

    private Line lineOf(int bin, double drift) {
        double playedAtMiddle = (bin - span - Hits.LEAD_BINS) / Hits.BINS_PER_SECOND;
        return new Line(playedAtMiddle - (1 + drift) * middle, 1 + drift);
    }

    /** Bins between the block's own place on a line and the line's place in the middle of the clip. */
    private int shift(Hits.BlockHits block, double drift) {
        return (int) Math.round((block.start() - middle) * (1 + drift) * Hits.BINS_PER_SECOND);
    }

    static void add(Hits.BlockHits block, int offset, float limit, float[] votes) {
        int[] bins = block.bins();
        float[] scores = block.scores();
        for (int i = 0; i < bins.length; i++) {
            votes[bins[i] + offset] += Math.min(scores[i], limit);
        }
    }

    double significanceOf(Line line) {
        return scoreOf(hits, line, SIGNIFICANCE_LIMIT);
    }

    static double scoreOf(Hits hits, Line line, float limit) {
        double sum = 0;
        for (Hits.BlockHits block : hits.blocks()) {
            sum += Math.min(limit, scoreNear(block, binOf(line, block)));
        }
        return sum;
    }

    static float scoreNear(Hits.BlockHits block, int bin) {
        return block.best(bin - 1, bin + 1);
    }

    /** Share of the blocks that hear the song on the line. */
    static double agreeing(Hits hits, Line line) {
        long agree = hits.blocks().stream()
                .filter(block -> scoreNear(block, binOf(line, block)) > 0)
                .count();
        return hits.blocks().isEmpty() ? 0 : (double) agree / hits.blocks().size();
    }

    static int binOf(Line line, Hits.BlockHits block) {
        return binOf(line, block.start());
    }

    static int binOf(Line line, double blockStart) {
        return (int) Math.round(line.playedAt(blockStart) * Hits.BINS_PER_SECOND) + Hits.LEAD_BINS;
    }
}
