package backbeat.engine.sync;

import backbeat.engine.sync.SyncStep.Fate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the song at speeds that nobody named, in a stretch of a clip where the usual ones told nothing: onsets guess speed and place, phases measure them, and
 * the blocks judge the line as any other. A pitch-kept guess is confirmed by short windows at the song's own pitch instead.
 */
final class OtherSpeeds {
    private static final int JUDGED_BLOCKS = 16;
    /** Share of the best line's score that the measured place must have: else the blocks have found something else. */
    private static final double PRESENT_TOGETHER = 7;

    private static final double LEAST_OF_EACH = 2;
    private static final double SAME_PLACE_SHARE = 0.6;

    /** Less along the measured line could not be {@link #SAME_PLACE_SHARE} of any line that counts: the rest of the song need not be heard. */
    private static final double LEAST_SCORE = SAME_PLACE_SHARE * Judged.PRESENT_EXTENT_SCORE;

    /** What was found: a line to be placed like any other, or a stretched playback that is placed already. */
    sealed interface Found {
        record AtSpeed(Judged judged) implements Found {}

        record Stretched(Playback playback) implements Found {}
    }

    /** So far may a guess be from speed 1 that means it. */
    private static final double NEAR_ONE = 0.006;

    private final List<Line> nearOne = new ArrayList<>();
    private final Sound clip;
    private final SongSide song;
    private final Hearing hearing;
    private final Runnable stopIfCancelled;
    private final Trace trace;

    OtherSpeeds(Sound clip, SongSide song, Hearing hearing, Runnable stopIfCancelled, Trace trace) {
        this.clip = clip;
        this.song = song;
        this.hearing = hearing;
        this.stopIfCancelled = stopIfCancelled;
        this.trace = trace;
    }

    /**
     * @param from clip time of the stretch
     * @param to its end
     * @param blocks that lie in it
     * @param free the stretch around it that no playback covers
     */
    @Nullable
    Found find(double from, double to, List<Blocks.Block> blocks, Extent free) {
        int first = (int) Math.round(from * Sound.WIDE_RATE);
        float[] wide = clip.window(first, (int) Math.round((to - from) * Sound.WIDE_RATE));
        AnySpeed anySpeed = new AnySpeed(song.onsets());
        List<AnySpeed.Candidate> candidates = anySpeed.candidates(wide);
        trace.take(() -> new SyncStep.EverySpeed(Noted.millis(from), Noted.millis(to), candidates.size()));
        for (AnySpeed.Candidate candidate : candidates) {
            stopIfCancelled.run();
            AnySpeed.Candidate guess = candidate.later(from);
            if (guess.mode() == PlaybackMode.VARISPEED && Math.abs(guess.speed() - 1) < NEAR_ONE) {
                nearOne.add(guess.asPlayedAt(Speed.ONE).at(guess.clipSeconds(), 1));
            }
            Found found = guess.mode() == PlaybackMode.VARISPEED
                    ? atSpeed(guess, from, to, blocks)
                    : stretched(guess, later(anySpeed.rivals(wide, candidate), from), from, to, free);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Where the song might be at speed 1 after all, as far as onsets tell: guesses that nothing has confirmed yet. */
    List<Line> guessesAtOne() {
        return List.copyOf(nearOne);
    }

    private static List<AnySpeed.Candidate> later(List<AnySpeed.Candidate> candidates, double seconds) {
        return candidates.stream().map(candidate -> candidate.later(seconds)).toList();
    }

    private @Nullable Found atSpeed(AnySpeed.Candidate guess, double from, double to, List<Blocks.Block> blocks) {
        AnySpeed.Candidate exact = new SpeedMeasure(clip, song).measured(guess, from, to);
        if (exact == null) {
            trace.take(() -> Noted.guess(guess, null, Fate.NOT_MEASURED));
            return null;
        }
        Speed speed = Speed.named(exact.speed());
        Line line = exact.asPlayedAt(speed);
        List<Blocks.Block> some = Blocks.spread(blocks, JUDGED_BLOCKS);
        if (LineVote.scoreOf(hearing.near(speed, line, some), line, Float.MAX_VALUE) < LEAST_SCORE) {
            trace.take(() -> Noted.guess(guess, exact.speed(), Fate.NOT_CONFIRMED));
            return null;
        }
        Judged judged = Judged.of(hearing.everywhere(speed, some));
        boolean samePlace =
                judged.scoreOf(line) >= SAME_PLACE_SHARE * judged.best().score();
        boolean together = judged.extent().score() >= Judged.PRESENT_EXTENT_SCORE
                && judged.exponent() >= LEAST_OF_EACH
                && judged.exponent() + guess.exponent() >= PRESENT_TOGETHER;
        boolean confirmed = samePlace && (judged.standsOut() || together);
        Fate fate = confirmed ? Fate.CONFIRMED : samePlace ? Fate.NOT_CONFIRMED : Fate.ELSEWHERE;
        trace.take(() -> Noted.guess(guess, exact.speed(), fate));
        trace.take(() -> Noted.line(SyncStep.Stage.FOUND_SPEED, judged));
        return confirmed ? new Found.AtSpeed(judged) : null;
    }

    private @Nullable Found stretched(
            AnySpeed.Candidate guess, List<AnySpeed.Candidate> others, double from, double to, Extent free) {
        Playback playback = new StretchedPlace(clip, song, trace).place(guess, others, from, to, free);
        return playback == null ? null : new Found.Stretched(playback);
    }
}
