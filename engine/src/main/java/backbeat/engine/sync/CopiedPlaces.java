package backbeat.engine.sync;

import backbeat.engine.signal.Correlation;
import backbeat.engine.sync.SyncStep.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Weighs a found place against other places of the song that fit too: choruses copied in the mix, loops, drum samples.
 *
 * <p>Two places whose song content is the same to -25 dB are equal, and told so. Otherwise the clip is correlated with what each of the two places has and the
 * other has not. A line that fits places of different content nearly as well, and of whose own sound nothing is heard, was carried by a shared
 * loop: another song.
 */
final class CopiedPlaces {
    private static final int MOST_OTHERS = 8;
    private static final double OTHER_SHARE = 0.45;
    private static final double BEATEN_SIGMAS = -2;
    private static final double EQUAL_RESIDUAL = Math.pow(10, -2.5);
    private static final double DIFFERENT_RESIDUAL = 0.3;
    /** True places score this many times as much as places of other content, or have their own content heard. */
    private static final double LEAST_SPECIFICITY = 1.5;

    /** A loop fits many places alike; a place whose like is elsewhere in the song has one or two of them. */
    private static final int AS_MANY_AS_A_LOOP = 3;

    /** A place that scores no more than others was perhaps only the luckiest of them: its own content must be heard clearly. */
    private static final double HARDLY_SPECIFIC = 1.15;

    private static final double SURELY_HEARD_SIGMAS = 4;
    private static final double SURELY_ELSEWHERE = 0.8;
    /** A clip that holds the music at its place, not just a loop, speaks this clearly for what is different there. */
    private static final double HEARD_DIFFERENCE_SIGMAS = 1;

    /** Less than this share of the fine peak leaves a doubt: an instrumental has little of its own, and so has a loop. */
    private static final double CLEAR_DIFFERENCE_SHARE = 0.25;

    /**
     * Own content 11 dB below a loop that all places share was heard with a fifth to a half of the fine peak's sigmas where the clip held it, 17 dB below with a tenth
     * to a quarter; another song on the same loop got up to a seventh.
     */
    private static final double LEAST_DIFFERENCE_SHARE = 0.14;

    private static final double LEAST_APART_SECONDS = 0.05;
    private static final int WINDOW = 8192;
    private static final int MOST_WINDOWS = 40;
    private static final int GLIMPSE = 2048;
    private static final int GLIMPSES = 10;
    private static final int MARGIN = 320;
    private static final int ROUNDS = 4;

    /**
     * @param fine of the winner
     * @param equalPlaces played times at the extent's start of places equal to the winner
     * @param leastDifference sigmas by which the clip speaks for the winner against the strongest of its rivals; infinite when it has none
     * @param doubtful whether a loop that other places share might be all that was heard
     * @param rivals the places that it was weighed against, and what became of them
     * @param refusal code of the reason when no place can be told; null otherwise
     */
    record Verdict(
            FinePlace.Fine fine,
            List<Double> equalPlaces,
            double leastDifference,
            boolean doubtful,
            List<SyncStep.Rival> rivals,
            @Nullable String refusal) {
        Verdict refused(String code) {
            return new Verdict(fine, equalPlaces, leastDifference, true, rivals, code);
        }
    }

    /** @param difference sigmas by which the clip speaks for the winner against this one; 0 when they are equal */
    @SuppressWarnings("ArrayRecordComponent")
    record Rival(Line line, double score, double[] residuals, double difference) {
        Rival against(double sigmas) {
            return new Rival(line, score, residuals, sigmas);
        }

        boolean isEqual() {
            return differingWindows() < 2;
        }

        long differingWindows() {
            return Arrays.stream(residuals)
                    .filter(each -> each > EQUAL_RESIDUAL)
                    .count();
        }

        boolean isDifferent() {
            return medianResidual() > DIFFERENT_RESIDUAL;
        }

        double medianResidual() {
            double[] sorted = residuals.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }

        /** @param own score of the winner, whose fine peak is so many sigmas high */
        Standing standing(double own, double sigmas) {
            if (isEqual()) {
                return Standing.EQUAL;
            }
            if (difference < BEATEN_SIGMAS) {
                return Standing.STRONGER;
            }
            double specificity = isDifferent() ? own / score : Double.POSITIVE_INFINITY;
            if (isOnlyLoop(specificity, difference)) {
                return Standing.ONLY_A_LOOP;
            }
            boolean undecided = !isDifferent() && difference < leastOfOwn(own / score, sigmas);
            boolean doubtful =
                    undecided || (specificity < LEAST_SPECIFICITY && difference < CLEAR_DIFFERENCE_SHARE * sigmas);
            return doubtful ? Standing.IN_DOUBT : Standing.BEATEN;
        }
    }

    /** What is soft in the song is soft in the clip; but a place that scores no more than its like must have something of its own heard in proportion. */
    private static double leastOfOwn(double specificity, double sigmas) {
        double inProportion = specificity < HARDLY_SPECIFIC ? LEAST_DIFFERENCE_SHARE * sigmas : 0;
        return Math.max(HEARD_DIFFERENCE_SIGMAS, inProportion);
    }

    private final SongSide song;
    private final PlayedSong played;
    private final Sound clip;
    private final Trace trace;
    private final Correlation correlation;
    private final Correlation songCorrelation;
    private final Unshared unshared = new Unshared(2 * WINDOW);

    CopiedPlaces(SongSide song, PlayedSong played, Sound clip, double bandLimit, Trace trace) {
        this.song = song;
        this.played = played;
        this.clip = clip;
        this.trace = trace;
        double limit = Math.min(6000, Math.min(bandLimit, played.bandLimit()));
        this.correlation = new Correlation(2 * WINDOW, Sound.WIDE_RATE, 150, limit);
        this.songCorrelation = new Correlation(2 * WINDOW, Sound.WIDE_RATE, 100, played.bandLimit());
    }

    Verdict decide(Hits part, FinePlace.Fine first, FinePlace finePlace, Extent extent) {
        FinePlace.Fine winner = first;
        List<SyncStep.Rival> told = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            List<Rival> rivals = rivals(part, winner, extent);
            double own = LineVote.scoreOf(part, winner.line(), Float.MAX_VALUE);
            told = told(rivals, own, winner, extent);
            note(round, winner, told, extent);
            Rival better = rivals.stream()
                    .filter(rival -> rival.difference() < BEATEN_SIGMAS)
                    .min(Comparator.comparingDouble(Rival::difference))
                    .orElse(null);
            if (better == null) {
                return judged(winner, own, rivals, told, extent);
            }
            winner = finePlace.refine(better.line(), extent.from(), extent.to());
        }
        return new Verdict(winner, List.of(), 0, true, told, Reasons.EQUAL_PLACES);
    }

    private Verdict judged(
            FinePlace.Fine winner, double own, List<Rival> rivals, List<SyncStep.Rival> told, Extent extent) {
        double least = Double.POSITIVE_INFINITY;
        boolean onlyLoop = false;
        int inDoubt = 0;
        for (Rival rival : rivals) {
            Standing standing = rival.standing(own, winner.sigmas());
            least = standing == Standing.EQUAL ? least : Math.min(least, rival.difference());
            onlyLoop |= standing == Standing.ONLY_A_LOOP;
            inDoubt += standing == Standing.IN_DOUBT ? 1 : 0;
        }
        if (onlyLoop || inDoubt >= AS_MANY_AS_A_LOOP) {
            return new Verdict(winner, List.of(), least, true, told, Reasons.LOOP_ONLY);
        }
        List<Double> equal = rivals.stream()
                .filter(Rival::isEqual)
                .map(rival -> rival.line().playedAt(extent.from()))
                .toList();
        return new Verdict(winner, equal, least, inDoubt > 0, told, null);
    }

    private void note(int round, FinePlace.Fine winner, List<SyncStep.Rival> told, Extent extent) {
        double songStart =
                winner.line().playedAt(extent.from()) * played.speed().value();
        trace.take(() -> new SyncStep.Rivals(round + 1, Noted.millis(songStart), told));
    }

    private List<SyncStep.Rival> told(List<Rival> rivals, double own, FinePlace.Fine winner, Extent extent) {
        return rivals.stream()
                .map(rival -> Noted.rival(
                        rival,
                        rival.line().playedAt(extent.from()) * played.speed().value(),
                        rival.score() / Math.max(own, 1),
                        rival.standing(own, winner.sigmas())))
                .toList();
    }

    /**
     * Whether a line speaks for the loop that two different places share and not for the place itself: it scores hardly better there, or even worse, and what only
     * this place has is not heard.
     */
    private static boolean isOnlyLoop(double specificity, double difference) {
        double least = specificity < HARDLY_SPECIFIC ? SURELY_HEARD_SIGMAS : HEARD_DIFFERENCE_SIGMAS;
        return specificity < LEAST_SPECIFICITY && (difference < least || specificity < SURELY_ELSEWHERE);
    }

    /** Other places that fit, at the winner's drift and at their exact distance. */
    private List<Rival> rivals(Hits part, FinePlace.Fine fine, Extent extent) {
        Line winner = fine.line();
        double own = LineVote.scoreOf(part, winner, Float.MAX_VALUE);
        double middle = (extent.from() + extent.to()) / 2;
        List<Rival> rivals = new ArrayList<>();
        for (LineVote.Candidate candidate : new LineVote(part).best(MOST_OTHERS + 1)) {
            double apart = candidate.line().playedAt(middle) - winner.playedAt(middle);
            if (Math.abs(apart) >= LEAST_APART_SECONDS && candidate.score() >= OTHER_SHARE * own) {
                Line exact = winner.moved(exactDistance(winner, apart, extent), 0, middle);
                double score = Math.max(candidate.score(), LineVote.scoreOf(part, exact, Float.MAX_VALUE));
                Rival rival = new Rival(exact, score, residuals(winner, exact, extent), 0);
                rivals.add(rival.isEqual() ? rival : rival.against(directTest(fine, rival, extent)));
            }
        }
        return rivals;
    }

    /** The distance at which the two stretches of the song are most alike; a copy lies whole samples of the song file away. */
    private double exactDistance(Line winner, double about, Extent extent) {
        Line other = winner.moved(about, 0, 0);
        float[] sum = new float[2 * MARGIN + 1];
        for (double start : windows(extent)) {
            float[] a = played.along(winner, start, WINDOW);
            float[] b = played.along(other, start - (double) MARGIN / Sound.WIDE_RATE, WINDOW + 2 * MARGIN);
            float[] lags = songCorrelation.lags(a, b, MARGIN);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += lags[i];
            }
        }
        int top = 0;
        for (int i = 0; i < sum.length; i++) {
            top = sum[i] > sum[top] ? i : top;
        }
        double songDistance = (about + (double) (top - MARGIN) / Sound.WIDE_RATE)
                * played.speed().value();
        return nearestCopy(winner, songDistance, extent);
    }

    private double nearestCopy(Line winner, double songDistance, Extent extent) {
        int reach = (int) Math.ceil(1.5 * song.sampleRate() / Sound.WIDE_RATE);
        long centre = Math.round(songDistance * song.sampleRate());
        double best = songDistance / played.speed().value();
        double least = Double.MAX_VALUE;
        for (long samples = centre - reach; samples <= centre + reach; samples++) {
            double distance =
                    (double) samples / song.sampleRate() / played.speed().value();
            double mean = meanResidual(winner, winner.moved(distance, 0, 0), extent);
            if (mean < least) {
                least = mean;
                best = distance;
            }
        }
        return best;
    }

    private double[] residuals(Line a, Line b, Extent extent) {
        return Arrays.stream(windows(extent))
                .map(start -> residual(a, b, start, WINDOW))
                .toArray();
    }

    /** Of some glimpses only: which of a few distances is the best shows everywhere. */
    private double meanResidual(Line a, Line b, Extent extent) {
        double[] starts = windows(extent);
        int step = Math.max(1, starts.length / GLIMPSES);
        return IntStream.range(0, starts.length)
                .filter(w -> w % step == 0)
                .mapToDouble(w -> residual(a, b, starts[w], GLIMPSE))
                .average()
                .orElse(1);
    }

    /** Share of the song's energy at one place that the other place, at its best level, does not explain. */
    private double residual(Line a, Line b, double start, int samples) {
        float[] own = played.along(a, start, samples);
        float[] other = played.along(b, start, samples);
        double common = product(own, other);
        double energies = product(own, own) * product(other, other) + 1e-18 * samples * samples;
        return 1 - common * common / energies;
    }

    /**
     * Sigmas by which the clip speaks for the winner (above 0) or its rival (below): how much more it holds of what only the winner has than of what only the
     * rival has. What both have is taken out at the level that each has it, or else the louder place would always win.
     */
    private double directTest(FinePlace.Fine winner, Rival rival, Extent extent) {
        double[] starts = windows(extent);
        float[] forWinner = new float[2 * MARGIN + 1];
        float[] forRival = new float[2 * MARGIN + 1];
        for (int w = 0; w < starts.length; w++) {
            if (rival.residuals()[w] > EQUAL_RESIDUAL) {
                double from = starts[w] - (double) MARGIN / Sound.WIDE_RATE;
                float[] own = played.along(winner.line(), from, WINDOW + 2 * MARGIN);
                float[] other = played.along(rival.line(), from, WINDOW + 2 * MARGIN);
                float[] heard = clipWindow(starts[w]);
                addTo(forWinner, correlation.lags(heard, unshared.of(own, other), MARGIN), winner.polarity());
                addTo(forRival, correlation.lags(heard, unshared.of(other, own), MARGIN), winner.polarity());
            }
        }
        return (sigmasAtZero(forWinner) - sigmasAtZero(forRival)) / Math.sqrt(2);
    }

    private static void addTo(float[] sum, float[] lags, int polarity) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += lags[i] * polarity;
        }
    }

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double sigmasAtZero(float[] sum) {
        double energy = 1e-20;
        float top = 0;
        for (int i = 0; i < sum.length; i++) {
            boolean near = Math.abs(i - MARGIN) <= 2;
            energy += near ? 0 : sum[i] * sum[i];
            top = near && Math.abs(sum[i]) > Math.abs(top) ? sum[i] : top;
        }
        return top / Math.sqrt(energy / sum.length);
    }

    private float[] clipWindow(double start) {
        int first = (int) Math.round(start * Sound.WIDE_RATE);
        float[] window = new float[WINDOW];
        int count = Math.clamp(clip.wide().length - first, 0, WINDOW);
        System.arraycopy(clip.wide(), first, window, 0, count);
        return window;
    }

    /** Whole samples of the clip, so that clip and song windows meet exactly. */
    private static double[] windows(Extent extent) {
        double length = (double) WINDOW / Sound.WIDE_RATE;
        int possible = Math.max(1, (int) (extent.seconds() / length));
        int count = Math.min(MOST_WINDOWS, possible);
        double[] starts = new double[count];
        double last = Math.max(extent.from(), extent.to() - length);
        for (int i = 0; i < count; i++) {
            double start = count == 1 ? extent.from() : extent.from() + (last - extent.from()) * i / (count - 1);
            starts[i] = (double) Math.round(start * Sound.WIDE_RATE) / Sound.WIDE_RATE;
        }
        return starts;
    }
}
