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

        double agreeing() {
            long inside = 0;
            long agree = 0;
            for (Hits.BlockHits block : hits.blocks()) {
                if (block.start() >= extent.from() - 0.01 && block.start() + Blocks.SECONDS <= extent.to() + 0.01) {
                    int bin = LineVote.binOf(best.line(), block);
                    inside++;
                    agree += block.best(bin - 1, bin + 1) > 0 ? 1 : 0;
                }
            }
            return inside == 0 ? 0 : (double) agree / inside;
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
        Judged judged = atTheRightSpeed(blocks);
        if (judged == null) {
            return Result.refused(Reasons.NO_SONG);
        }
        return playbacks(clip, judged.hits());
    }

    private @Nullable Judged atTheRightSpeed(Blocks blocks) {
        Judged atOne = judge(hits(blocks, Speed.ONE));
        if (atOne.standsOut() && isClear(atOne) && beatsPulledSpeeds(atOne, blocks.spread(CLEAR_BLOCKS))) {
            return atOne;
        }
        Blocks some = blocks.spread(SAMPLED_BLOCKS);
        List<Judged> close = new ArrayList<>();
        close.add(judge(sampled(atOne.hits(), some)));
        Speed.PULLED.forEach(speed -> close.add(judge(hits(some, speed))));
        Judged best = strongest(close);
        if (best == null && atOne.standsOut()) {
            return atOne;
        }
        if (best == null) {
            best = strongest(
                    Speed.RARE.stream().map(speed -> judge(hits(some, speed))).toList());
        }
        if (best == null || best.hits().speed().speed().equals(Speed.ONE)) {
            return best == null ? null : atOne;
        }
        return some.all().size() == blocks.all().size()
                ? best
                : judge(hits(blocks, best.hits().speed().speed()));
    }

    /** A line that most of many blocks in a row agree on, without all the drift it is allowed: hardly another speed. */
    private static boolean isClear(Judged judged) {
        double blocks = judged.extent().seconds() / Blocks.SECONDS;
        return blocks >= CLEAR_BLOCKS
                && judged.agreeing() >= CLEAR_SHARE
                && Math.abs(judged.best().line().rate() - 1) < CLEAR_DRIFT;
    }

    private boolean beatsPulledSpeeds(Judged atOne, Blocks few) {
        double own = judge(sampled(atOne.hits(), few)).best().score();
        return Speed.PULLED.stream()
                .allMatch(speed -> judge(hits(few, speed)).best().score() < own);
    }

    private static @Nullable Judged strongest(List<Judged> judged) {
        return judged.stream()
                .filter(Judged::standsOut)
                .max(Comparator.comparingDouble(each -> each.best().score()))
                .orElse(null);
    }

    private Hits hits(Blocks blocks, Speed speed) {
        return Hits.of(blocks, song.spectra(speed), stopIfCancelled);
    }

    private static Hits sampled(Hits hits, Blocks some) {
        List<Double> starts = some.all().stream().map(Blocks.Block::start).toList();
        return new Hits(
                hits.speed(),
                hits.blocks().stream()
                        .filter(block -> starts.contains(block.start()))
                        .toList(),
                hits.bins(),
                hits.clipSeconds());
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

    private Result playbacks(Sound clip, Hits all) {
        double bandLimit = clip.bandLimit();
        PlayedSong played = song.played(all.speed().speed());
        FinePlace finePlace = new FinePlace(clip, played, bandLimit);
        List<Playback> found = new ArrayList<>();
        Hits rest = all;
        String refusal = Reasons.NO_SONG;
        while (found.size() < MOST_PLAYBACKS && !rest.blocks().isEmpty()) {
            stopIfCancelled.run();
            Judged judged = judge(rest);
            if (!judged.standsOut()) {
                break;
            }
            Extent coarse = judged.extent();
            FinePlace.Fine fine = finePlace.refine(judged.best().line(), coarse.from(), coarse.to());
            Extent extent = measured(clip, played, bandLimit, fine.line(), coarse, found);
            if (extent.seconds() > 1.2 * coarse.seconds() || extent.seconds() < 0.8 * coarse.seconds()) {
                fine = finePlace.refine(fine.line(), extent.from(), extent.to());
            }
            CopiedPlaces.Verdict verdict = new CopiedPlaces(song, played, clip, bandLimit)
                    .decide(all.inside(extent.from(), extent.to()), fine, finePlace, extent);
            if (verdict.refusal() == null) {
                found.add(new Playback(
                        all.speed().speed(),
                        verdict.fine(),
                        extent.from(),
                        extent.to(),
                        judged.best().score(),
                        judged.exponent(),
                        judged.agreeing(),
                        verdict.equalPlaces()));
            } else {
                refusal = verdict.refusal();
            }
            rest = rest.outside(extent.from(), extent.to());
            if (rest.blocks().size() * Blocks.SECONDS < LEAST_REST_SECONDS) {
                break;
            }
        }
        found.sort(Comparator.comparingDouble(Playback::from));
        return new Result(List.copyOf(found), found.isEmpty() ? refusal : null);
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
