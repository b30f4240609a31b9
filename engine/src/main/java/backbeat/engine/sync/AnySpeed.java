package backbeat.engine.sync;

import backbeat.engine.signal.Fft;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Finds at which speed, from 45 to 260 %, a stretch of sound might hold which place of the song, with its pitch moved or kept.
 *
 * <p>A few pieces of six seconds are scaled in time by each speed of a grid of one per cent, and their onset bands correlated with those of the whole song: with
 * the bands that the speed moves them to, and with their own. The pieces' correlations, in units of their own deviation, are then added along the lines of
 * five speeds around each grid point. What is told is a guess, exact to a few thousandths of the speed and some hundredths of a second; the phases of the sound
 * must confirm it.
 */
final class AnySpeed {
    static final double SLOWEST = 0.445;
    static final double FASTEST = 2.63;
    private static final double LEAST_PLAUSIBILITY = 0;
    /** So many powers of ten are the usual speeds likelier than any other before anything was heard. */
    private static final double ODDS_OF_USUAL = 1.2;

    private static final double NEAR_USUAL = 0.006;
    private static final double STEP = 0.01;
    private static final double[] BETWEEN = {-0.4 * STEP, -0.2 * STEP, 0, 0.2 * STEP, 0.4 * STEP};
    private static final int PIECE = 6 * OnsetBands.FRAMES_PER_SECOND;
    private static final int LEAST_FRAMES = 3 * OnsetBands.FRAMES_PER_SECOND;
    private static final int MOST_PIECES = 4;
    /** A piece that fits by so many deviations says enough: more of it counts little, or one piece would outvote the others. */
    private static final float ENOUGH_OF_A_PIECE = 12;

    private static final float BEYOND_ENOUGH = 0.1f;
    private static final double APART = 0.025;
    private static final double LOW_QUANTILE = 0.3;
    private static final double HIGH_QUANTILE = 0.8;
    private static final int MOST_CANDIDATES = 4;
    private static final double APART_SECONDS = 0.3;
    private static final double RIVAL_SHARE = 0.6;

    /**
     * At {@code clipSeconds}, the middle of the stretch, the song is at {@code songSeconds}.
     *
     * @param sigmas height above the correlation's own noise
     * @param exponent minus log10 of the chance that any of the speeds gets as high
     */
    record Candidate(
            PlaybackMode mode, double speed, double clipSeconds, double songSeconds, double sigmas, double exponent) {
        private Candidate withExponent(double told) {
            return new Candidate(mode, speed, clipSeconds, songSeconds, sigmas, told);
        }

        /** What was heard, and what was to be expected, as a power of ten. */
        double plausibility() {
            return exponent + (Speed.isNearUsual(speed, NEAR_USUAL) ? ODDS_OF_USUAL : 0);
        }

        /** The same in a clip of which the stretch was cut out. */
        Candidate later(double seconds) {
            return new Candidate(mode, speed, clipSeconds + seconds, songSeconds, sigmas, exponent);
        }

        /** As a line of played time at a speed near its own. */
        Line asPlayedAt(Speed named) {
            double rate = speed / named.value();
            return new Line(songSeconds / named.value() - rate * clipSeconds, rate);
        }

        double songAt(double clipTime) {
            return songSeconds + speed * (clipTime - clipSeconds);
        }
    }

    private final SongOnsets song;
    private final Fft fft = new Fft(SongOnsets.FFT);
    private final float[] padded = new float[SongOnsets.FFT];
    private final float[] lags = new float[SongOnsets.FFT];
    private final float[] sumRe = new float[fft.bins()];
    private final float[] sumIm = new float[fft.bins()];
    private final float[][] pieceRe = new float[OnsetBands.BANDS][];
    private final float[][] pieceIm = new float[OnsetBands.BANDS][];

    AnySpeed(SongOnsets song) {
        this.song = song;
        for (int band = 0; band < OnsetBands.BANDS; band += OnsetBands.BAND_STEPS) {
            pieceRe[band] = new float[fft.bins()];
            pieceIm[band] = new float[fft.bins()];
        }
    }

    /** The best guesses, best first, at different speeds; none when nothing rises above the noise. */
    List<Candidate> candidates(float[] wide) {
        OnsetBands clip = OnsetBands.of(wide, OnsetBands.BAND_STEPS);
        if (clip.frames() < LEAST_FRAMES) {
            return List.of();
        }
        Map<PlaybackMode, List<Candidate>> best = new EnumMap<>(PlaybackMode.class);
        for (double octave = Math.log(SLOWEST); octave < Math.log(FASTEST); octave += STEP) {
            bestAt(clip, Math.exp(octave))
                    .forEach(candidate -> best.computeIfAbsent(candidate.mode(), mode -> new ArrayList<>())
                            .add(candidate));
        }
        return best.values().stream()
                .flatMap(each -> standingOut(each).stream())
                .sorted(Comparator.comparingDouble(candidate -> -candidate.plausibility()))
                .limit(MOST_CANDIDATES)
                .toList();
    }

    /** Those of one mode that stand out from what the other speeds get, which is what chance gets on this song with this sound. */
    private static List<Candidate> standingOut(List<Candidate> everySpeed) {
        double[] sigmas =
                everySpeed.stream().mapToDouble(Candidate::sigmas).sorted().toArray();
        Gumbel chance = Gumbel.through(sigmas, LOW_QUANTILE, HIGH_QUANTILE);
        List<Candidate> told = new ArrayList<>();
        everySpeed.stream()
                .sorted(Comparator.comparingDouble(candidate -> -candidate.sigmas()))
                .map(each -> each.withExponent(chance.exponent(each.sigmas()) - Math.log10(sigmas.length)))
                .filter(candidate -> candidate.plausibility() >= LEAST_PLAUSIBILITY && !isPitchKeptAtOne(candidate))
                .filter(candidate -> told.stream().noneMatch(other -> isNear(other, candidate)))
                .forEach(told::add);
        return told;
    }

    /** There both modes are the same. */
    private static boolean isPitchKeptAtOne(Candidate candidate) {
        return candidate.mode() == PlaybackMode.PITCH_KEPT && Math.abs(candidate.speed() - 1) < STEP / 2;
    }

    private static boolean isNear(Candidate a, Candidate b) {
        return a.mode() == b.mode() && Math.abs(Math.log(a.speed() / b.speed())) < APART;
    }

    private List<Candidate> bestAt(OnsetBands clip, double speed) {
        Pieces pieces = Pieces.of(clip.frames(), speed);
        Map<PlaybackMode, float[][]> heard = heard(clip, pieces, List.of(PlaybackMode.values()));
        List<Candidate> best = new ArrayList<>();
        heard.forEach((mode, each) -> best.addAll(bestLines(mode, each, pieces, 1)));
        return best;
    }

    /** Other places at which the onsets fit nearly as well as at a candidate's: copied choruses. */
    List<Candidate> rivals(float[] wide, Candidate winner) {
        OnsetBands clip = OnsetBands.of(wide, OnsetBands.BAND_STEPS);
        Pieces pieces = Pieces.of(clip.frames(), winner.speed());
        float[][] heard = Objects.requireNonNull(
                heard(clip, pieces, List.of(winner.mode())).get(winner.mode()));
        return bestLines(winner.mode(), heard, pieces, MOST_CANDIDATES).stream()
                .filter(other -> other.sigmas() >= RIVAL_SHARE * winner.sigmas())
                .filter(other -> Math.abs(other.songSeconds() - winner.songSeconds()) > APART_SECONDS)
                .toList();
    }

    private Map<PlaybackMode, float[][]> heard(OnsetBands clip, Pieces pieces, List<PlaybackMode> modes) {
        Map<PlaybackMode, float[][]> heard = new EnumMap<>(PlaybackMode.class);
        modes.forEach(mode -> heard.put(mode, new float[pieces.starts().size()][song.places()]));
        for (int piece = 0; piece < pieces.starts().size(); piece++) {
            transform(clip, pieces.starts().get(piece), pieces.scaled(), pieces.speed());
            for (Map.Entry<PlaybackMode, float[][]> each : heard.entrySet()) {
                correlate(each.getValue()[piece], each.getKey(), pieces.speed());
            }
        }
        return heard;
    }

    /**
     * The pieces of a clip that are heard at one speed, in frames.
     *
     * @param scaled length of each in the song
     */
    private record Pieces(double speed, List<Integer> starts, int length, int scaled, double middle) {
        static Pieces of(int frames, double speed) {
            int count = Math.clamp(Math.round((float) frames / PIECE), 1, MOST_PIECES);
            int length = Math.min(PIECE, frames / count);
            List<Integer> starts = IntStream.range(0, count)
                    .map(i -> count == 1 ? (frames - length) / 2 : i * (frames - length) / (count - 1))
                    .boxed()
                    .toList();
            int scaled = Math.min(SongOnsets.LONGEST_PIECE, (int) (length * speed));
            return new Pieces(speed, starts, length, scaled, frames / 2.0);
        }

        /** Frames of the song from its place in the middle of the clip to where a piece begins. */
        int later(int piece, double exactSpeed) {
            double centre = (starts.get(piece) + length / 2.0 - middle) * exactSpeed;
            return (int) Math.round(centre - length / 2.0 * speed);
        }
    }

    /** Spectra of a piece's bands as they would be had it been recorded at speed 1. */
    private void transform(OnsetBands clip, int start, int scaled, double speed) {
        for (int band = 0; band < OnsetBands.BANDS; band += OnsetBands.BAND_STEPS) {
            float[] frames = clip.band(band);
            float mean = 0;
            double step = 1 / speed;
            for (int i = 0; i < scaled; i++) {
                double position = start + i * step;
                int whole = Math.min((int) position, frames.length - 2);
                float weight = (float) (position - whole);
                padded[i] = frames[whole] + weight * (frames[whole + 1] - frames[whole]);
                mean += padded[i];
            }
            mean /= scaled;
            for (int i = 0; i < scaled; i++) {
                padded[i] -= mean;
            }
            Arrays.fill(padded, scaled, padded.length, 0);
            fft.forward(padded, 0, pieceRe[band], pieceIm[band]);
        }
    }

    /** Leaves, for each place of the piece on the song, how alike they are in units of the deviation over all places. */
    private void correlate(float[] heard, PlaybackMode mode, double speed) {
        int moved = mode == PlaybackMode.VARISPEED
                ? (int) Math.round(OnsetBands.STEPS_PER_OCTAVE * Math.log(speed) / Math.log(2))
                : 0;
        int at = 0;
        for (SongOnsets.Partition partition : song.partitions()) {
            Arrays.fill(sumRe, 0);
            Arrays.fill(sumIm, 0);
            for (int band = 0; band < OnsetBands.BANDS; band += OnsetBands.BAND_STEPS) {
                int original = band - moved;
                if (OnsetBands.isUsable(band) && OnsetBands.isUsable(original)) {
                    addProduct(
                            pieceRe[band],
                            pieceIm[band],
                            partition.re()[original],
                            partition.im()[original]);
                }
            }
            fft.inverse(sumRe, sumIm, lags, 0);
            System.arraycopy(lags, 0, heard, at, SongOnsets.HOP);
            at += SongOnsets.HOP;
        }
        toDeviations(heard);
    }

    private void addProduct(float[] aRe, float[] aIm, float[] bRe, float[] bIm) {
        for (int k = 0; k < sumRe.length; k++) {
            sumRe[k] += aRe[k] * bRe[k] + aIm[k] * bIm[k];
        }
        for (int k = 0; k < sumIm.length; k++) {
            sumIm[k] += aRe[k] * bIm[k] - aIm[k] * bRe[k];
        }
    }

    private static void toDeviations(float[] heard) {
        float squares = 1e-20f;
        for (float value : heard) {
            squares += value * value;
        }
        float limit = 9 * squares / heard.length;
        float limited = 1e-20f;
        for (float value : heard) {
            limited += Math.min(limit, value * value);
        }
        float perDeviation = (float) (1 / Math.sqrt(limited / heard.length));
        for (int i = 0; i < heard.length; i++) {
            float deviations = heard[i] * perDeviation;
            heard[i] = Math.min(deviations, ENOUGH_OF_A_PIECE + BEYOND_ENOUGH * (deviations - ENOUGH_OF_A_PIECE));
        }
    }

    /** The places at which the pieces together fit best, for the speeds nearest to this one. */
    private static List<Candidate> bestLines(PlaybackMode mode, float[][] heard, Pieces pieces, int atMost) {
        float[] best = new float[heard[0].length];
        double[] speeds = new double[best.length];
        float[] sum = new float[best.length];
        for (double between : pieces.starts().size() == 1 ? new double[] {0} : BETWEEN) {
            double exact = pieces.speed() * (1 + between);
            Arrays.fill(sum, 0);
            for (int piece = 0; piece < heard.length; piece++) {
                addMoved(heard[piece], pieces.later(piece, exact), sum);
            }
            for (int place = 0; place < sum.length; place++) {
                if (sum[place] > best[place]) {
                    best[place] = sum[place];
                    speeds[place] = exact;
                }
            }
        }
        List<Candidate> lines = new ArrayList<>();
        for (int i = 0; i < atMost; i++) {
            int top = top(best);
            if (best[top] > 0) {
                lines.add(new Candidate(
                        mode,
                        speeds[top],
                        OnsetBands.secondsOf(pieces.middle()),
                        OnsetBands.secondsOf(top - SongOnsets.HOP),
                        best[top] / Math.sqrt(heard.length),
                        0));
            }
            int apart = (int) (APART_SECONDS * OnsetBands.FRAMES_PER_SECOND);
            Arrays.fill(best, Math.max(0, top - apart), Math.min(best.length, top + apart + 1), 0);
        }
        return lines;
    }

    private static int top(float[] values) {
        int top = 0;
        for (int i = 1; i < values.length; i++) {
            top = values[i] > values[top] ? i : top;
        }
        return top;
    }

    /** What a piece that begins {@code later} frames after the place tells of it. */
    private static void addMoved(float[] heard, int later, float[] sum) {
        int from = Math.max(0, -later);
        int to = Math.min(sum.length, heard.length - later);
        for (int i = from; i < to; i++) {
            sum[i] += heard[i + later];
        }
    }
}
