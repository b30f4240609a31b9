package backbeat.engine.take;

import backbeat.engine.signal.Fft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether two clips share sound at a difference of their starts, and how exactly.
 *
 * <p>Blocks of a second of the first clip, away from the playback, are correlated with the second one half a second around the difference. Per block and lag
 * {@code e = max(0, z * z / 2 - 4.5)} as in the search for the song; the sum over blocks along a line (a start and a drift) is held against the highest sum elsewhere
 * in the same second, so that what is periodic proves nothing. The line is then drawn through the peaks of the blocks that lie on it.
 */
final class AirProof {
    private static final int BLOCK = 4096;
    private static final int SIZE = 2 * BLOCK;
    private static final int MARGIN = BLOCK / 2;
    private static final int MOST_BLOCKS = 48;
    private static final double BLOCK_SECONDS = (double) BLOCK / Air.RATE;
    /** One loud clap may decide the place, but not that there is one. */
    private static final float MOST_FOR_PLACE = 400;

    private static final float MOST_FOR_PROOF = 30;
    private static final double LEAST_SCORE = 60;
    private static final double LEAD_OVER_REPETITIONS = 2.5;
    /** A wall answers almost as loud as somebody speaks; what hums answers as loud. */
    private static final double LEAD_OVER_ECHOES = 1.3;

    private static final int APART = Air.RATE / 100;
    private static final int BEYOND_ECHOES = Air.RATE / 6;
    private static final double DRIFT_STEP = 20e-6;
    private static final double MOST_DRIFT = 160e-6;
    private static final int MOST_STEPS = 200;
    private static final int NEAR_LINE = 3;
    private static final double LONG_SECONDS = 20;
    private static final int MANY_PEAKS = 6;
    private static final double UNKNOWN_DRIFT_PPM = 40;
    private static final double SIGMAS_OF_MEDIAN_DEVIATION = 1.4826;
    private static final double LEAST_UNCERTAINTY = 0.5 / Air.RATE;

    /**
     * @param startDifference seconds from the first clip's start to the second one's, by the line at clip time 0 of the second
     * @param driftPpm what the second clip's clock gains on the first one's
     * @param uncertainty of the difference in the middle of what both heard
     * @param score sum of evidence
     * @param blocks seconds that agree
     */
    record Fit(
            double startDifference,
            double driftPpm,
            double driftUncertaintyPpm,
            double uncertainty,
            double score,
            int blocks) {}

    private record Peak(double at, double lag) {}

    private record Line(int lag, double drift, double score) {}

    private final Fft fft = new Fft(SIZE);
    private final Air.Trace first;
    private final Air.Trace second;
    private final double lag;
    private final List<Double> starts = new ArrayList<>();
    private final List<float[]> scores = new ArrayList<>();
    private double middle;

    private AirProof(
            Air.Trace first, Playable playableOfFirst, Air.Trace second, Playable playableOfSecond, double lag) {
        this.first = first;
        this.second = second;
        this.lag = lag;
        double from = Math.max(0, lag);
        double to = Math.min(first.seconds(), second.seconds() + lag);
        for (double at = from; at + BLOCK_SECONDS <= to; at += BLOCK_SECONDS) {
            boolean playback = playableOfFirst.touches(at, at + BLOCK_SECONDS)
                    || playableOfSecond.touches(at - lag, at - lag + BLOCK_SECONDS);
            if (!playback) {
                starts.add(at);
            }
        }
        spread();
    }

    private void spread() {
        List<Double> all = List.copyOf(starts);
        if (all.size() > MOST_BLOCKS) {
            starts.clear();
            for (int i = 0; i < MOST_BLOCKS; i++) {
                starts.add(all.get((int) ((i + 0.5) * all.size() / MOST_BLOCKS)));
            }
        }
        middle = starts.isEmpty() ? 0 : (starts.getFirst() + starts.getLast()) / 2;
    }

    /**
     * @param lag seconds from the first clip's start to the second one's, to within a tenth
     * @return nothing when they share no more than chance gives
     */
    static Optional<Fit> of(
            Air.Trace first, Playable playableOfFirst, Air.Trace second, Playable playableOfSecond, double lag) {
        return new AirProof(first, playableOfFirst, second, playableOfSecond, lag).fit();
    }

    private Optional<Fit> fit() {
        for (double start : starts) {
            scores.add(evidence(start));
        }
        if (starts.isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = Arrays.asList(lines());
        Line best = Collections.max(lines, Comparator.comparingDouble(Line::score));
        double proof = proof(best);
        boolean proven = proof > LEAST_SCORE
                && best.score() >= LEAD_OVER_ECHOES * rival(lines, best, APART)
                && best.score() >= LEAD_OVER_REPETITIONS * rival(lines, best, BEYOND_ECHOES);
        return proven ? Optional.of(through(best, proof)) : Optional.empty();
    }

    private static double rival(List<Line> lines, Line best, int apart) {
        return lines.stream()
                .filter(line -> Math.abs(line.lag() - best.lag()) > apart)
                .mapToDouble(Line::score)
                .max()
                .orElse(0);
    }

    /** Evidence of one block for each lag. */
    private float[] evidence(double start) {
        float[] block = new float[SIZE];
        System.arraycopy(first.from(at(start), BLOCK), 0, block, 0, BLOCK);
        float[] partner = new float[SIZE];
        System.arraycopy(second.from(partnerOf(start), BLOCK + 2 * MARGIN), 0, partner, 0, BLOCK + 2 * MARGIN);
        float[] aRe = new float[fft.bins()];
        float[] aIm = new float[fft.bins()];
        float[] bRe = new float[fft.bins()];
        float[] bIm = new float[fft.bins()];
        fft.forward(block, 0, aRe, aIm);
        fft.forward(partner, 0, bRe, bIm);
        for (int k = 0; k < aRe.length; k++) {
            float re = aRe[k] * bRe[k] + aIm[k] * bIm[k];
            bIm[k] = aRe[k] * bIm[k] - aIm[k] * bRe[k];
            bRe[k] = re;
        }
        fft.inverse(bRe, bIm, block, 0);
        return asEvidence(block);
    }

    private static int at(double seconds) {
        return (int) Math.round(seconds * Air.RATE);
    }

    /** First sample of the second clip that a block is compared with. */
    private int partnerOf(double start) {
        return at(start - lag) - MARGIN;
    }

    private static float[] asEvidence(float[] correlation) {
        int lags = 2 * MARGIN;
        double sum = 0;
        for (int i = 0; i < lags; i++) {
            sum += (double) correlation[i] * correlation[i];
        }
        double limit = 9 * sum / lags;
        double limited = 0;
        for (int i = 0; i < lags; i++) {
            limited += Math.min(limit, (double) correlation[i] * correlation[i]);
        }
        float[] evidence = new float[lags];
        double variance = limited / lags + 1e-9;
        for (int i = 0; i < lags; i++) {
            double z2 = (double) correlation[i] * correlation[i] / variance;
            evidence[i] = (float) Math.clamp(z2 / 2 - 4.5, 0, MOST_FOR_PLACE);
        }
        return evidence;
    }

    /** For each lag in the middle the best line through it. */
    private Line[] lines() {
        double half = Math.max(1, (starts.getLast() - starts.getFirst()) / 2);
        double step = Math.max(MOST_DRIFT / MOST_STEPS, Math.min(DRIFT_STEP, 1.5 / Air.RATE / half));
        int tolerance = Math.max(1, (int) Math.ceil(step * half * Air.RATE / 2));
        List<float[]> blurred = scores.stream()
                .map(evidence -> highestNear(evidence, tolerance))
                .toList();
        Line[] best = new Line[2 * MARGIN];
        int steps = (int) Math.ceil(MOST_DRIFT / step);
        for (int i = -steps; i <= steps; i++) {
            float[] sum = along(blurred, i * step);
            for (int at = 0; at < sum.length; at++) {
                if (i == -steps || sum[at] > best[at].score()) {
                    best[at] = new Line(at, i * step, sum[at]);
                }
            }
        }
        return best;
    }

    private float[] along(List<float[]> blurred, double drift) {
        float[] sum = new float[2 * MARGIN];
        for (int b = 0; b < starts.size(); b++) {
            int shift = (int) Math.round(drift * (starts.get(b) - middle) * Air.RATE);
            float[] evidence = blurred.get(b);
            for (int i = Math.max(0, -shift); i < Math.min(sum.length, sum.length - shift); i++) {
                sum[i] += evidence[i + shift];
            }
        }
        return sum;
    }

    /** A room blurs by a millisecond, a coarse drift by more. */
    private static float[] highestNear(float[] values, int reach) {
        float[] highest = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            for (int at = Math.max(0, i - reach); at <= Math.min(values.length - 1, i + reach); at++) {
                highest[i] = Math.max(highest[i], values[at]);
            }
        }
        return highest;
    }

    private double proof(Line line) {
        double sum = 0;
        for (int b = 0; b < starts.size(); b++) {
            int top = topNear(line, b);
            sum += top < 0 ? 0 : Math.min(MOST_FOR_PROOF, scores.get(b)[top]);
        }
        return sum;
    }

    /** Where a block's evidence for a line is highest; -1 where it has none. */
    private int topNear(Line line, int block) {
        float[] evidence = scores.get(block);
        int expected = line.lag() + (int) Math.round(line.drift() * (starts.get(block) - middle) * Air.RATE);
        int top = -1;
        for (int i = Math.max(0, expected - NEAR_LINE); i <= Math.min(evidence.length - 1, expected + NEAR_LINE); i++) {
            top = evidence[i] > 0 && (top < 0 || evidence[i] > evidence[top]) ? i : top;
        }
        return top;
    }

    private Fit through(Line line, double proof) {
        List<Peak> peaks = new ArrayList<>();
        for (int b = 0; b < starts.size(); b++) {
            int top = topNear(line, b);
            if (top >= 0) {
                peaks.add(new Peak(
                        starts.get(b) - middle,
                        (double) (top + partnerOf(starts.get(b)) - at(starts.get(b))) / Air.RATE + lag));
            }
        }
        return fit(line, peaks, proof);
    }

    /** {@code second(t) = t - lag + offset + drift * (t - middle)}: what is heard at t in the first is heard there in the second. */
    private Fit fit(Line line, List<Peak> peaks, double proof) {
        double length = peaks.getLast().at() - peaks.getFirst().at();
        boolean isLong = length > LONG_SECONDS;
        double drift = isLong && peaks.size() >= MANY_PEAKS ? slope(peaks) : isLong ? line.drift() : 0;
        double[] rest = peaks.stream()
                .mapToDouble(peak -> peak.lag() - drift * peak.at())
                .toArray();
        double offset = ClockLine.median(rest);
        double[] deviations =
                Arrays.stream(rest).map(value -> Math.abs(value - offset)).toArray();
        double scatter = Math.max(1.0 / Air.RATE, SIGMAS_OF_MEDIAN_DEVIATION * ClockLine.median(deviations));
        double startOfSecond = middle - (middle - lag + offset) / (1 + drift);
        double doubtOfDrift = isLong ? 2 * scatter / length / Math.sqrt(peaks.size()) * 1e6 : UNKNOWN_DRIFT_PPM;
        return new Fit(
                startOfSecond,
                drift * 1e6,
                doubtOfDrift,
                Math.max(LEAST_UNCERTAINTY, scatter / Math.sqrt(peaks.size())),
                proof,
                peaks.size());
    }

    private static double slope(List<Peak> peaks) {
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < peaks.size(); i++) {
            for (int j = 0; j < i; j++) {
                double apart = peaks.get(i).at() - peaks.get(j).at();
                if (apart > 8) {
                    slopes.add((peaks.get(i).lag() - peaks.get(j).lag()) / apart);
                }
            }
        }
        slopes.sort(Comparator.naturalOrder());
        return slopes.isEmpty() ? 0 : slopes.get(slopes.size() / 2);
    }
}
