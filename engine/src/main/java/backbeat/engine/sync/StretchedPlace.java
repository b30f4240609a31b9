package backbeat.engine.sync;

import backbeat.engine.signal.Correlation;
import backbeat.engine.sync.SyncStep.Fate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Places a playback that was stretched in time with its pitch kept. Such sound is the song's own in pieces of some hundredths of a second, each moved a little: so
 * windows of an eighth of a second at the song's own pitch are laid along the guessed line and vote, a wobble of ten milliseconds allowed. Whether the song is there is told
 * by the same windows laid at random places of the song. A line through the windows' lags is the place; half a frame is what it can be trusted to.
 */
final class StretchedPlace {
    private static final int WINDOW = 2048;
    private static final int MARGIN = 960;
    private static final double BIN_SECONDS = 0.002;
    private static final int WOBBLE_BINS = 5;
    private static final double WOBBLE_SECONDS = 0.012;
    private static final double STEEPEST = 0.004;
    private static final double HIGHEST_HERTZ = 5000;
    private static final int CONTROLS = 24;
    /** Copies of the place itself are among the random ones: the upper quantiles say nothing of chance. */
    private static final double LOW_QUANTILE = 0.2;

    private static final double HIGH_QUANTILE = 0.7;
    private static final double SCALE_FLOOR = 0.05;
    /** A place that one of the first controls beats is not worth the others. */
    private static final int SOON = 8;

    /** Random places are not nearer to the guessed one than half of this. */
    private static final double APART_SECONDS = 1;

    private static final double LEAST_FREE_SECONDS = 4;
    private static final int CONTROL_WINDOWS = 100;
    private static final double PRESENT_EXPONENT = 5;
    private static final double LEAST_EXPONENT = 1.5;
    /** Windows of unrelated sound give 2 to 4 votes of 12 each; so many only the song gives, even one that is made of its own copies. */
    private static final double RELATED_VOTES = 7;

    /** With fewer the windows heard nothing, however well the onsets fit: another song of the same beat. */
    private static final double LEAST_VOTES = 4;

    /** The onsets may double what the windows say, and no more. */
    private static final double MOST_BY_ONSETS = 2;

    private static final double MORE_SECONDS = 30;
    private static final double NAMED_TOLERANCE = 0.0015;
    private static final double UNCERTAINTY_SECONDS = 0.003;
    private static final double EQUAL_SHARE = 0.96;
    private static final double AUDIBLE_VOTE = 2;

    private final Sound clip;
    private final SongSide song;
    private final Correlation correlation;
    private final Trace trace;

    StretchedPlace(Sound clip, SongSide song, Trace trace) {
        this.trace = trace;
        this.clip = clip;
        this.song = song;
        this.correlation = new Correlation(2 * WINDOW, Sound.WIDE_RATE, 150, Math.min(HIGHEST_HERTZ, clip.bandLimit()));
    }

    /** Song time over clip time. */
    private record Straight(double atZero, double slope) {
        double at(double clipTime) {
            return atZero + slope * clipTime;
        }

        Straight later(double songSeconds) {
            return new Straight(atZero + songSeconds, slope);
        }

        static Straight through(AnySpeed.Candidate guess) {
            return new Straight(guess.songAt(0), guess.speed());
        }
    }

    private record Heard(Straight line, Extent extent, double votes, double share, List<Sketch.Dot> dots) {}

    /**
     * @param others places at which the onsets fit nearly as well
     * @param free the stretch of the clip that no other playback covers
     * @return null when the windows do not confirm the guess
     */
    @Nullable
    Playback place(AnySpeed.Candidate guess, List<AnySpeed.Candidate> others, double from, double to, Extent free) {
        Straight line = Straight.through(guess);
        double votes = votesAlong(line, from, to, CONTROL_WINDOWS);
        double ofWindows = exponent(votes, line, from, to);
        double exponent = Math.min(ofWindows + guess.exponent(), MOST_BY_ONSETS * ofWindows);
        boolean confirmed = ofWindows >= LEAST_EXPONENT
                && votes >= LEAST_VOTES
                && (ofWindows + guess.exponent() >= PRESENT_EXPONENT || votes >= RELATED_VOTES);
        trace.take(() -> Noted.guess(guess, null, confirmed ? Fate.CONFIRMED : Fate.NOT_CONFIRMED));
        trace.take(() -> new SyncStep.Windows(
                Noted.hundredths(votes),
                RELATED_VOTES,
                Noted.tenths(ofWindows),
                LEAST_EXPONENT,
                Noted.tenths(exponent),
                PRESENT_EXPONENT,
                confirmed));
        if (!confirmed) {
            return null;
        }
        List<Straight> places = new ArrayList<>(List.of(line));
        others.forEach(other -> places.add(line.later(other.songAt(from) - guess.songAt(from))));
        Straight best = Collections.max(
                places, Comparator.comparingDouble(place -> votesAlong(place, from, to, CONTROL_WINDOWS)));
        Heard heard = spread(best, from, to, free);
        Speed speed = Speed.named(heard.line().slope(), NAMED_TOLERANCE);
        double start = heard.extent().from();
        double end = heard.extent().to();
        double own = votesAlong(heard.line(), start, end, CONTROL_WINDOWS);
        List<Double> equal = places.stream()
                .filter(place -> !place.equals(best))
                .map(place -> heard.line().later(place.atZero() - best.atZero()))
                .filter(place -> votesAlong(place, start, end, CONTROL_WINDOWS) > EQUAL_SHARE * own)
                .map(place -> place.at(start) / speed.value())
                .toList();
        double slope = heard.line().slope() / speed.value();
        Line asPlayed = new Line(heard.line().atZero() / speed.value(), slope);
        double driftUncertainty =
                UNCERTAINTY_SECONDS / Math.max(1, heard.extent().seconds());
        FinePlace.Fine fine = new FinePlace.Fine(
                asPlayed, UNCERTAINTY_SECONDS / speed.value(), driftUncertainty, 1, guess.sigmas(), 1);
        Playback playback = new Playback(
                PlaybackMode.PITCH_KEPT,
                speed,
                fine,
                heard.extent().from(),
                heard.extent().to(),
                heard.votes(),
                exponent,
                heard.share(),
                equal,
                false,
                new Sketch(heard.dots(), List.of(), List.of()));
        trace.take(() -> Noted.placed(playback, heard.extent(), List.of(), null));
        return playback;
    }

    /** Minus log10 of the chance that windows at an unrelated place of the song agree as well: a Gumbel law through what random places get. */
    private double exponent(double votes, Straight line, double from, double to) {
        Random random = new Random((long) (1000 * line.at(from)));
        double free = Math.max(LEAST_FREE_SECONDS, song.sound().seconds() - line.slope() * (to - from) - APART_SECONDS);
        double[] chance = new double[CONTROLS];
        for (int i = 0; i < CONTROLS; i++) {
            double elsewhere = random.nextDouble() * free;
            boolean passedOwn = elsewhere > line.at(from) - APART_SECONDS / 2;
            Straight there = line.later(elsewhere + (passedOwn ? APART_SECONDS : 0) - line.at(from));
            chance[i] = votesAlong(there, from, to, CONTROL_WINDOWS);
            if (i < SOON && chance[i] > votes) {
                return 0;
            }
        }
        Arrays.sort(chance);
        return Gumbel.through(chance, LOW_QUANTILE, HIGH_QUANTILE)
                .widened(SCALE_FLOOR)
                .exponent(votes);
    }

    /** Votes that each window gives on average to the best line near this one. */
    private double votesAlong(Straight line, double from, double to, int atMost) {
        WindowVote vote = vote(line, from, to, atMost);
        return vote.winner((from + to) / 2, STEEPEST).score() / vote.windows();
    }

    /** Follows the line to where it is heard no more, straightening it on the way. */
    private Heard spread(Straight guess, double first, double last, Extent free) {
        double from = first;
        double to = last;
        Straight line = guess;
        while (true) {
            WindowVote vote = vote(line, from, to, Integer.MAX_VALUE);
            WindowVote.Winner winner = vote.winner((from + to) / 2, STEEPEST);
            Straight straight = straightened(vote, winner, line, (from + to) / 2);
            Heard heard = heard(vote, line, straight, from, to);
            double least = Math.max(free.from(), -straight.atZero() / straight.slope());
            double most = Math.min(free.to(), (song.sound().seconds() - straight.atZero()) / straight.slope());
            double earlier = heard.extent().from() - from < 1 ? Math.max(least, from - MORE_SECONDS) : from;
            double later = to - heard.extent().to() < 1 ? Math.min(most, to + MORE_SECONDS) : to;
            if (earlier > from - 0.5 && later < to + 0.5) {
                return new Heard(
                        straight, heard.extent().snapped(least, most), heard.votes(), heard.share(), heard.dots());
            }
            line = straight;
            from = earlier;
            to = later;
        }
    }

    private Heard heard(WindowVote vote, Straight laid, Straight line, double from, double to) {
        double[] scores = new double[vote.windows()];
        List<Sketch.Dot> dots = new ArrayList<>();
        double votes = 0;
        int agreeing = 0;
        for (int w = 0; w < scores.length; w++) {
            float own = vote.vote(w, line.at(vote.middle(w)) - laid.at(vote.middle(w)));
            scores[w] = Math.clamp(own - AUDIBLE_VOTE, -1.5, 8);
            dots.add(new Sketch.Dot(vote.middle(w), line.at(vote.middle(w)), own));
            votes += own;
            agreeing += own > 0 ? 1 : 0;
        }
        int[] stretch = Extent.maximalStretch(scores);
        double half = 0.5 * WINDOW / Sound.WIDE_RATE;
        double start = stretch[0] == 0 ? from : vote.middle(stretch[0]) - half;
        double end = stretch[1] == scores.length - 1 ? to : vote.middle(stretch[1]) + half;
        return new Heard(
                line,
                new Extent(start, end, votes),
                votes,
                (double) agreeing / scores.length,
                Thinned.to(Sketch.MOST_BLOCKS, dots));
    }

    /** A line of least squares through where the windows near the winning one agree best. */
    private static Straight straightened(WindowVote vote, WindowVote.Winner winner, Straight laid, double middle) {
        double offset = winner.offset();
        double slope = winner.slope();
        for (int round = 0; round < 3; round++) {
            double weights = 1e-9;
            double times = 0;
            double lags = 0;
            double squares = 1e-9;
            double products = 0;
            for (int w = 0; w < vote.windows(); w++) {
                double time = vote.middle(w) - middle;
                WindowVote.Centre centre = vote.centre(w, offset + slope * time, WOBBLE_SECONDS);
                weights += centre.weight();
                times += centre.weight() * time;
                lags += centre.weight() * centre.lag();
                squares += centre.weight() * time * time;
                products += centre.weight() * time * centre.lag();
            }
            double spread = squares - times * times / weights;
            slope = (products - times * lags / weights) / spread;
            offset = (lags - slope * times) / weights;
        }
        return new Straight(laid.atZero() + offset - slope * middle, laid.slope() + slope);
    }

    /** Lags are seconds of the song. */
    private WindowVote vote(Straight line, double from, double to, int atMost) {
        double length = (double) WINDOW / Sound.WIDE_RATE;
        int count = Math.clamp((long) ((to - from) / length), 1, atMost);
        double[] middles = new double[count];
        List<float[]> heard = new ArrayList<>();
        for (int w = 0; w < count; w++) {
            double start = count == 1 ? from : from + w * (to - length - from) / (count - 1);
            int first = (int) Math.round(start * Sound.WIDE_RATE);
            middles[w] = (first + 0.5 * WINDOW) / Sound.WIDE_RATE;
            long inSong = Math.round((line.at(middles[w]) - middles[w]) * Sound.WIDE_RATE) + first - MARGIN;
            float[] other = song.sound().window((int) inSong, WINDOW + 2 * MARGIN);
            heard.add(correlation.lags(clip.window(first, WINDOW), other, MARGIN));
        }
        WindowVote vote = new WindowVote(middles, heard, (int) (BIN_SECONDS * Sound.WIDE_RATE), BIN_SECONDS);
        vote.blur(WOBBLE_BINS);
        return vote;
    }
}
