package backbeat.engine.sync;

import backbeat.engine.signal.Correlation;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures a guessed speed by the phases of the sound: quarter-second windows are laid along the guessed line at a few speeds around the guess, and vote. A window
 * that short stands a tenth of a per cent of wrong speed; the slope of the winning line tells the rest.
 */
final class SpeedMeasure {
    private static final double[] AROUND = {0, -0.002, 0.002, -0.004, 0.004};
    private static final double STEEPEST = 0.0012;
    private static final int WINDOW = 4096;
    private static final int MARGIN = 1600;
    private static final int MOST_WINDOWS = 24;
    private static final double BIN_SECONDS = 0.001;
    private static final double FINE_BIN_SECONDS = 0.00025;
    private static final double HIGHEST_HERTZ = 3000;
    private static final double LEAST_VOTES_EACH = 1.6;

    private final Sound clip;
    private final SongSide song;

    SpeedMeasure(Sound clip, SongSide song) {
        this.clip = clip;
        this.song = song;
    }

    /** A candidate with its exact speed and place; null when the windows do not agree on any. */
    AnySpeed.@Nullable Candidate measured(AnySpeed.Candidate guess, double from, double to) {
        Speed nominal = new Speed(Rational.of(Math.round(guess.speed() * 10_000), 10_000));
        PlayedSong played = song.played(nominal);
        double[] starts = windows(from, to);
        double middle = (from + to) / 2;
        WindowVote.Winner best = new WindowVote.Winner(0, 0, 0);
        Line line = new Line(0, 1);
        for (double around : AROUND) {
            double rate = guess.speed() * (1 + around) / nominal.value();
            Line tried = new Line(guess.songAt(middle) / nominal.value() - rate * middle, rate);
            WindowVote.Winner winner = vote(played, tried, starts, BIN_SECONDS).winner(middle, STEEPEST);
            if (winner.score() > best.score()) {
                best = winner;
                line = tried.moved(winner.offset(), winner.slope(), middle);
            }
        }
        if (best.score() < LEAST_VOTES_EACH * starts.length) {
            return null;
        }
        double steep = 3 * BIN_SECONDS / Math.max(1, to - from);
        WindowVote.Winner fine = vote(played, line, starts, FINE_BIN_SECONDS).winner(middle, steep);
        Line exact = line.moved(fine.offset(), fine.slope(), middle);
        return new AnySpeed.Candidate(
                guess.mode(),
                exact.rate() * nominal.value(),
                middle,
                exact.playedAt(middle) * nominal.value(),
                guess.sigmas(),
                guess.exponent());
    }

    private static double[] windows(double from, double to) {
        double last = to - (double) WINDOW / Sound.WIDE_RATE;
        int count = Math.clamp((long) ((last - from) * 2 * Sound.WIDE_RATE / WINDOW), 1, MOST_WINDOWS);
        double[] starts = new double[count];
        for (int i = 0; i < count; i++) {
            starts[i] = count == 1 ? from : from + (last - from) * i / (count - 1);
        }
        return starts;
    }

    private WindowVote vote(PlayedSong played, Line line, double[] starts, double binSeconds) {
        double highest = Math.min(HIGHEST_HERTZ, played.bandLimit());
        Correlation correlation = new Correlation(2 * WINDOW, Sound.WIDE_RATE, 150, highest);
        List<float[]> heard = new ArrayList<>();
        double[] middles = new double[starts.length];
        for (int w = 0; w < starts.length; w++) {
            int first = (int) Math.round(starts[w] * Sound.WIDE_RATE);
            float[] other = played.along(line, (double) (first - MARGIN) / Sound.WIDE_RATE, WINDOW + 2 * MARGIN);
            heard.add(correlation.lags(clip.window(first, WINDOW), other, MARGIN));
            middles[w] = (first + 0.5 * WINDOW) / Sound.WIDE_RATE;
        }
        return new WindowVote(middles, heard, (int) Math.round(binSeconds * Sound.WIDE_RATE), binSeconds);
    }
}
