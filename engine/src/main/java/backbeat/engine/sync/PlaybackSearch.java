package backbeat.engine.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds every playback of the song in one stretch of sound: at which speed, where, how exactly - or nothing.
 *
 * <p>The clip's blocks are held against the whole song at speed 1 and, on some blocks, at the close speeds; the rare speeds are tried only when nothing stands
 * out. Whether a line stands out is told by the noise model of the same data. A found line is refined, its extent measured, other places that sound alike are
 * weighed against it; then the search goes on in what is left of the clip.
 */
final class PlaybackSearch {
    private static final double PRESENT_EXPONENT = 5;
    private static final double PRESENT_EXTENT_SCORE = 12;
    private static final double SHORT_EXPONENT = 3;
    private static final double SHORT_SCORE = 100;
    private static final double SHORT_LEAD = 1.8;
    private static final int SAMPLED_BLOCKS = 16;
    private static final double LEAST_REST_SECONDS = 4;
    private static final int MOST_PLAYBACKS = 8;
    private static final double CLEAR_SHARE = 0.75;
    private static final double CLEAR_DRIFT = 0.8 * LineVote.MAX_DRIFT;
    private static final int CLEAR_BLOCKS = 8;
    /** In less too few blocks vote, and a tenth of a per cent of speed is no more than they blur anyway. */
    private static final double SHORT_SECONDS = 4;

    /** In less nobody can be sure that the song is not there. */
    private static final double TOO_SHORT_SECONDS = 3;

    private static final double PROVEN_SIGMAS = 20;
    private static final double PROVEN_DIFFERENCE_SIGMAS = 2.5;
    private static final double STANDING_OUT_DIFFERENCE_SIGMAS = 1;
    private static final double FAVOUR_OF_ONE = 1.25;

    /** @param refusal code of the reason when there are no playbacks; null otherwise */
    record Result(List<Playback> playbacks, @Nullable String refusal) {
        static Result refused(String code) {
            return new Result(List.of(), code);
        }
    }

    /** @param second score of the next best place */
    private record Judged(Hits hits, LineVote.Candidate best, double second, double exponent, Extent extent) {
        boolean standsOut() {
            return extent.score() >= PRESENT_EXTENT_SCORE && (exponent >= PRESENT_EXPONENT || isAloneInShortClip());
        }

        /** Few blocks make no long line; but loud agreement at one place and at no other is no chance either. */
        private boolean isAloneInShortClip() {
            return exponent >= SHORT_EXPONENT && best.score() >= SHORT_SCORE && best.score() >= SHORT_LEAD * second;
        }

        Speed speed() {
            return hits.speed().speed();
        }

        int inside() {
            return hits.inside(extent.from(), extent.to()).blocks().size();
        }

        double agreeing() {
            return LineVote.agreeing(hits.inside(extent.from(), extent.to()), best.line());
        }
    }

    private final SongSide song;
    private final Runnable stopIfCancelled;

    PlaybackSearch(SongSide song, Runnable stopIfCancelled) {
        this.song = song;
        this.stopIfCancelled = stopIfCancelled;
    }

    Result search(Sound clip) {
        Blocks blocks = Blocks.of(clip);
        if (blocks.all().isEmpty()) {
            return Result.refused(Reasons.TOO_SHORT);
        }
        Hearing hearing = new Hearing(blocks, song, stopIfCancelled);
        Judged judged = atTheRightSpeed(hearing, blocks.all());
        if (clip.seconds() < SHORT_SECONDS) {
            Judged best = judged != null ? judged : judge(hearing.everywhere(Speed.ONE, blocks.all()));
            return provenPlayback(clip, hearing, blocks.all(), best);
        }
        return judged == null ? Result.refused(Reasons.NO_SONG) : playbacks(clip, hearing, blocks.all(), judged);
    }

    /**
     * In a very short clip too few blocks vote for a line to stand out from noise, and a wrong one may stand out by chance. Its best place counts when the fine
     * sound speaks for it as loudly as for a place in a long clip, and for it alone: what every other place has of its own is not heard.
     */
    private Result provenPlayback(Sound clip, Hearing hearing, List<Blocks.Block> blocks, Judged judged) {
        Result refused = Result.refused(clip.seconds() < TOO_SHORT_SECONDS ? Reasons.TOO_SHORT : Reasons.NO_SONG);
        if (judged.extent().score() < PRESENT_EXTENT_SCORE) {
            return refused;
        }
        Found found = found(clip, hearing, blocks, blocks, judged, List.of());
        boolean proven = found.verdict().refusal() == null
                && found.verdict().fine().sigmas() >= PROVEN_SIGMAS
                && found.verdict().leastDifference()
                        >= (judged.standsOut() ? STANDING_OUT_DIFFERENCE_SIGMAS : PROVEN_DIFFERENCE_SIGMAS);
        return proven ? new Result(List.of(found.playback()), null) : refused;
    }

    /** From the cheap and usual to the dear and rare: some blocks at speed 1, all of them, some at the close speeds, some at the others. */
    private @Nullable Judged atTheRightSpeed(Hearing hearing, List<Blocks.Block> blocks) {
        List<Blocks.Block> some = Blocks.spread(blocks, SAMPLED_BLOCKS);
        Judged someAtOne = judge(hearing.everywhere(Speed.ONE, some));
        if (isSurelyAtOne(someAtOne, hearing, some)) {
            return someAtOne;
        }
        Judged atOne = judge(hearing.everywhere(Speed.ONE, blocks));
        if (isSurelyAtOne(atOne, hearing, some)) {
            return atOne;
        }
        List<Judged> close = new ArrayList<>();
        close.add(someAtOne);
        if (hearing.seconds() >= SHORT_SECONDS) {
            Speed.PULLED.forEach(speed -> close.add(judge(hearing.everywhere(speed, some))));
        }
        Judged best = strongest(close);
        if (best == null && atOne.standsOut()) {
            return atOne;
        }
        if (best == null) {
            best = strongest(Speed.RARE.stream()
                    .map(speed -> judge(hearing.everywhere(speed, some)))
                    .toList());
        }
        if (best == null || best.speed().equals(Speed.ONE)) {
            return best == null ? null : atOne;
        }
        return judge(hearing.everywhere(best.speed(), blocks));
    }

    private boolean isSurelyAtOne(Judged judged, Hearing hearing, List<Blocks.Block> some) {
        return judged.standsOut()
                && isClear(judged)
                && Speed.PULLED.stream().noneMatch(speed -> fitsBetterAt(speed, judged, hearing, some));
    }

    /** A line that most of many blocks in a row agree on, without all the drift it is allowed: hardly another speed. */
    private static boolean isClear(Judged judged) {
        return judged.inside() >= CLEAR_BLOCKS
                && judged.agreeing() >= CLEAR_SHARE
                && Math.abs(judged.best().line().rate() - 1) < CLEAR_DRIFT;
    }

    /** Whether the same part of the song, played at a close speed, has a line of its own with a higher score. */
    private static boolean fitsBetterAt(Speed speed, Judged judged, Hearing hearing, List<Blocks.Block> some) {
        double middle = (judged.extent().from() + judged.extent().to()) / 2;
        double playedAtMiddle = judged.best().line().playedAt(middle) / speed.value();
        Hits near = hearing.near(speed, new Line(playedAtMiddle - middle, 1), some);
        return new LineVote(near)
                .best(1).stream()
                        .anyMatch(line -> line.score()
                                > LineVote.scoreOf(judged.hits(), judged.best().line(), Float.MAX_VALUE));
    }

    private static @Nullable Judged strongest(List<Judged> judged) {
        return judged.stream()
                .filter(Judged::standsOut)
                .max(Comparator.comparingDouble(PlaybackSearch::plausibility))
                .orElse(null);
    }

    /** Most playbacks run at speed 1; in a few seconds a pulled speed fits by chance nearly as well. */
    private static double plausibility(Judged judged) {
        return judged.best().score() * (judged.speed().equals(Speed.ONE) ? FAVOUR_OF_ONE : 1);
    }

    private static Judged judge(Hits hits) {
        LineVote vote = new LineVote(hits);
        List<LineVote.Candidate> best = vote.best(2);
        if (best.isEmpty()) {
            LineVote.Candidate none = new LineVote.Candidate(new Line(0, 1), 0, 0);
            return new Judged(hits, none, 0, Double.NEGATIVE_INFINITY, new Extent(0, 0, 0));
        }
        LineVote.Candidate line = best.getFirst();
        double exponent = NoiseModel.of(hits, vote.drifts().length).falseAlarmExponent(line.significance());
        double second = best.size() < 2 ? 0 : best.get(1).score();
        return new Judged(hits, line, second, exponent, Extent.ofBlocks(hits, line.line()));
    }

    private Result playbacks(Sound clip, Hearing hearing, List<Blocks.Block> all, Judged first) {
        List<Playback> told = new ArrayList<>();
        List<Blocks.Block> rest = all;
        Judged judged = first;
        String refusal = Reasons.NO_SONG;
        while (judged.standsOut()) {
            stopIfCancelled.run();
            Found found = found(clip, hearing, all, rest, judged, told);
            if (found.verdict().refusal() == null) {
                told.add(found.playback());
            } else {
                refusal = found.verdict().refusal();
            }
            int before = rest.size();
            rest = Blocks.outside(
                    rest, found.playback().from(), found.playback().to());
            boolean enough = told.size() == MOST_PLAYBACKS || rest.size() == before;
            if (enough || rest.size() * Blocks.SECONDS < LEAST_REST_SECONDS) {
                break;
            }
            judged = judge(hearing.everywhere(first.speed(), rest));
        }
        told.sort(Comparator.comparingDouble(Playback::from));
        return new Result(List.copyOf(told), told.isEmpty() ? refusal : null);
    }

    /** A playback with what the weighing of other places said of it. */
    private record Found(Playback playback, CopiedPlaces.Verdict verdict) {}

    /** From a line of the blocks to a playback: its fine place, its extent, and whether another place fits as well. */
    private Found found(
            Sound clip,
            Hearing hearing,
            List<Blocks.Block> all,
            List<Blocks.Block> rest,
            Judged judged,
            List<Playback> others) {
        Speed speed = judged.speed();
        Line line = judged.best().line();
        double bandLimit = clip.bandLimit();
        PlayedSong played = song.played(speed);
        FinePlace finePlace = new FinePlace(clip, played, bandLimit);
        Hits along = hearing.near(speed, line, rest);
        Extent coarse = Extent.ofBlocks(along, line);
        FinePlace.Fine fine = finePlace.refine(line, coarse.from(), coarse.to());
        Extent extent = measured(clip, played, bandLimit, fine.line(), coarse, others);
        if (extent.seconds() > 1.2 * coarse.seconds() || extent.seconds() < 0.8 * coarse.seconds()) {
            fine = finePlace.refine(fine.line(), extent.from(), extent.to());
        }
        Hits part = hearing.known(speed, all).inside(extent.from(), extent.to());
        CopiedPlaces.Verdict verdict =
                new CopiedPlaces(song, played, clip, bandLimit).decide(part, fine, finePlace, extent);
        double agreeing = LineVote.agreeing(along.inside(extent.from(), extent.to()), line);
        Playback playback = new Playback(
                speed,
                verdict.fine(),
                extent.from(),
                extent.to(),
                judged.best().score(),
                judged.exponent(),
                agreeing,
                verdict.equalPlaces());
        return new Found(playback, verdict);
    }

    private static Extent measured(
            Sound clip, PlayedSong played, double bandLimit, Line line, Extent coarse, List<Playback> others) {
        double middle = (coarse.from() + coarse.to()) / 2;
        double from = Math.max(0, line.clipTimeOf(0));
        double to = Math.min(clip.seconds(), line.clipTimeOf(played.seconds()));
        for (Playback other : others) {
            if (other.to() <= middle + 0.5) {
                from = Math.max(from, other.to());
            } else if (other.from() >= middle - 0.5) {
                to = Math.min(to, other.from());
            }
        }
        double least = Math.max(from, Math.min(coarse.from(), to));
        double most = Math.min(to, Math.max(coarse.to(), least));
        Extent block = new Extent(least, most, coarse.score());
        Extent fine = Extent.ofWindows(clip, played, line, bandLimit, from, to);
        return fine.seconds() < coarse.seconds() / 2 ? block.snapped(from, to) : fine;
    }
}
