package backbeat.engine.sync;

import java.util.List;

/** From a line of the blocks to a playback: its fine place, its extent, and whether another place fits as well. */
final class PlaybackPlacing {
    /** In less only a hit or two are heard, which many places share. */
    private static final double LEAST_SECONDS = 1;

    private static final double SAME_PLACE_SECONDS = 0.02;
    private static final double CERTAIN_SIGMAS = 12;
    private static final double LEAST_COHERENCE = 0.25;

    /** A playback with what the weighing of other places said of it. */
    record Placed(Playback playback, CopiedPlaces.Verdict verdict) {}

    private final Sound clip;
    private final SongSide song;
    private final Hearing hearing;
    private final double bandLimit;
    private final Trace trace;

    PlaybackPlacing(Sound clip, SongSide song, Hearing hearing, Trace trace) {
        this.clip = clip;
        this.song = song;
        this.hearing = hearing;
        this.bandLimit = clip.bandLimit();
        this.trace = trace;
    }

    /**
     * @param all blocks of the clip
     * @param rest those of them that no other playback covers
     * @param others playbacks found before: none overlaps another
     */
    Placed place(Judged judged, List<Blocks.Block> all, List<Blocks.Block> rest, List<Playback> others) {
        Speed speed = judged.speed();
        Line line = judged.best().line();
        PlayedSong played = song.played(speed);
        FinePlace finePlace = new FinePlace(clip, played, bandLimit);
        Hits along = hearing.near(speed, line, rest);
        Extent coarse = Extent.ofBlocks(along, line);
        FinePlace.Fine fine = finePlace.refine(line, coarse.from(), coarse.to());
        Extent extent = measured(played, fine.line(), coarse, others);
        if (extent.seconds() > 1.2 * coarse.seconds() || extent.seconds() < 0.8 * coarse.seconds()) {
            fine = finePlace.refine(fine.line(), extent.from(), extent.to());
        }
        Hits part = hearing.known(speed, all).inside(extent.from(), extent.to());
        CopiedPlaces.Verdict verdict =
                new CopiedPlaces(song, played, clip, bandLimit, trace).decide(part, fine, finePlace, extent);
        double agreeing = LineVote.agreeing(along.inside(extent.from(), extent.to()), line);
        Playback playback = new Playback(
                PlaybackMode.VARISPEED,
                speed,
                verdict.fine(),
                extent.from(),
                extent.to(),
                judged.best().score(),
                judged.exponent(),
                agreeing,
                verdict.equalPlaces(),
                verdict.doubtful(),
                Sketch.of(
                        onLine(verdict, along, line, rest).inside(extent.from(), extent.to()),
                        part,
                        verdict.fine().line(),
                        verdict.rivals()));
        Placed placed = new Placed(playback, judged(playback, verdict));
        trace.take(() -> Noted.placed(
                playback, coarse, Noted.votes(along, line), placed.verdict().refusal()));
        return placed;
    }

    /** The blocks along the line that won in the end: another place may have taken over. */
    private Hits onLine(CopiedPlaces.Verdict verdict, Hits along, Line heard, List<Blocks.Block> rest) {
        Line won = verdict.fine().line();
        double middle = clip.seconds() / 2;
        boolean same = Math.abs(won.playedAt(middle) - heard.playedAt(middle)) < SAME_PLACE_SECONDS;
        return same ? along : hearing.near(along.speed().speed(), won, rest);
    }

    private static CopiedPlaces.Verdict judged(Playback playback, CopiedPlaces.Verdict verdict) {
        if (playback.seconds() < LEAST_SECONDS) {
            return verdict.refused(Reasons.LOOP_ONLY);
        }
        return isPlayedAnew(playback) ? verdict.refused(Reasons.OTHER_PERFORMANCE) : verdict;
    }

    /**
     * A recording of the same notes, even with the same drum samples, makes the blocks agree, but not the fine sound: that adds up over a whole playback only when
     * it is the very recording. So its peak must be high, or as high as faint blocks let expect.
     */
    private static boolean isPlayedAnew(Playback playback) {
        double sigmas = playback.fine().sigmas();
        return sigmas < CERTAIN_SIGMAS && sigmas * sigmas < LEAST_COHERENCE * playback.score();
    }

    private Extent measured(PlayedSong played, Line line, Extent coarse, List<Playback> others) {
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
        Extent.Heard fine = Extent.ofWindows(clip, played, line, bandLimit, from, to);
        boolean hearsTooLittle = fine.whole().seconds() < coarse.seconds() / 2 && !fine.isLoud();
        return hearsTooLittle ? block.snapped(from, to) : fine.unbroken();
    }
}
