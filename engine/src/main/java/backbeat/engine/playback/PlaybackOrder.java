package backbeat.engine.playback;

import backbeat.engine.problem.PlaybackProblems;
import backbeat.engine.sync.SongAt;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import java.util.List;

/**
 * What somebody wants to play on the set.
 *
 * @param start timecode at the song's first sample
 * @param countInBars bars of beeps before the song
 * @param speed of the song: 6/5 plays it at 120 %
 */
public record PlaybackOrder(Timecode start, int countInBars, Rational speed) {
    private static final List<Rate> RATES =
            List.of(Rate.FPS_23_976, Rate.FPS_24, Rate.FPS_25, Rate.FPS_29_97, Rate.FPS_30);
    private static final Rational SLOWEST = Rational.of(1, 4);
    private static final Rational FASTEST = Rational.of(4);
    private static final int MOST_BARS = 16;

    /** @throws backbeat.engine.problem.ProblemException for what cannot be played */
    public PlaybackOrder {
        if (!RATES.contains(start.rate())) {
            throw PlaybackProblems.playbackRate(start.rate().spoken()).asException();
        }
        if (speed.isLessThan(SLOWEST) || speed.isGreaterThan(FASTEST)) {
            throw PlaybackProblems.playbackSpeed(speed.toString()).asException();
        }
        if (countInBars < 0 || countInBars > MOST_BARS) {
            throw PlaybackProblems.playbackCountIn(countInBars, MOST_BARS).asException();
        }
    }

    /** What sync is to be told of it. */
    public SongAt songAt() {
        return new SongAt(start, speed);
    }
}
