package backbeat.engine.sync;

import backbeat.engine.sync.SyncStep.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds every playback of the song in one stretch of sound: at which speed, where, how exactly - or nothing.
 *
 * <p>The clip's blocks are held against the whole song at speed 1. Whether a line stands out is told by the noise model of the same data. A found line is refined, its extent measured, other places that sound alike are weighed against it; then the search goes on in what is left of
 * the clip, and at last, in what is left then, at all other speeds.
 */
final class PlaybackSearch {
    private static final int SAMPLED_BLOCKS = 16;
    private static final double LEAST_REST_SECONDS = 4;
    /** Whoever played the song at another speed after all did so for longer than this. */
    private static final double LEAST_SECOND_SPEED_SECONDS = 8;

    private static final double MOST_AT_ONCE_SECONDS = 30;
    private static final int MOST_PLAYBACKS = 8;
    /** In less too few blocks vote, and a tenth of a per cent of speed is no more than they blur anyway. */
    private static final double SHORT_SECONDS = 4;

    /** In less nobody can be sure that the song is not there. */
    private static final double TOO_SHORT_SECONDS = 3;

    private static final double PROVEN_SIGMAS = 20;
    private static final double PROVEN_DIFFERENCE_SIGMAS = 4;
    private static final double LEAST_PROVEN_SECONDS = 1.5;
    private static final double STANDING_OUT_DIFFERENCE_SIGMAS = 1;
    private static final double FAVOUR_OF_ONE = 1.25;

    /** A playback that was found and does not count. */
    record Refused(Playback playback, String code) {}

    /** @param refusal code of the reason when there are no playbacks; null otherwise */
    record Result(List<Playback> playbacks, @Nullable String refusal, List<Refused> refused) {
        static Result refused(String code) {
            return new Result(List.of(), code, List.of());
        }
    }

    private final SongSide song;
    private final Runnable stopIfCancelled;
    private final Trace trace;

    PlaybackSearch(SongSide song, Runnable stopIfCancelled) {
        this(song, stopIfCancelled, Trace.SILENT);
    }

    PlaybackSearch(SongSide song, Runnable stopIfCancelled, Trace trace) {
        this.song = song;
        this.stopIfCancelled = stopIfCancelled;
        this.trace = trace;
    }

    Result search(Sound clip) {
        List<Blocks.Block> blocks = Blocks.of(clip).all();
        if (blocks.isEmpty()) {
            return Result.refused(Reasons.TOO_SHORT);
        }
        Hearing hearing = new Hearing(clip.seconds(), song::spectra, stopIfCancelled);
        if (clip.seconds() < SHORT_SECONDS) {
            return provenPlayback(clip, hearing, blocks);
        }
        Finds finds = new Finds(clip, hearing, blocks);
        Judged usual = atUsualSpeed(hearing, blocks);
        if (usual != null) {
            finds.takeAllAtSpeedOf(usual);
        }
        finds.takeAtOtherSpeeds();
        if (usual == null) {
            finds.takeFaint();
        }
        return finds.result();
    }

    /**
     * In a very short clip too few blocks vote for a line to stand out from noise, and a wrong one may stand out by chance. Its best place counts when the fine
     * sound speaks for it as loudly as for a place in a long clip, and for it alone: what every other place has of its own is not heard.
     */
    private Result provenPlayback(Sound clip, Hearing hearing, List<Blocks.Block> blocks) {
        Result refused = Result.refused(clip.seconds() < TOO_SHORT_SECONDS ? Reasons.TOO_SHORT : Reasons.NO_SONG);
        Judged judged = bestOfUsual(hearing, blocks);
        if (judged.extent().score() < Judged.PRESENT_EXTENT_SCORE) {
            return refused;
        }
        PlaybackPlacing.Placed placed =
                new PlaybackPlacing(clip, song, hearing, trace).place(judged, blocks, blocks, List.of());
        CopiedPlaces.Verdict verdict = placed.verdict();
        double leastDifference = judged.standsOut() ? STANDING_OUT_DIFFERENCE_SIGMAS : PROVEN_DIFFERENCE_SIGMAS;
        boolean proven = verdict.refusal() == null
                && placed.playback().seconds() >= LEAST_PROVEN_SECONDS
                && verdict.fine().sigmas() >= PROVEN_SIGMAS
                && verdict.leastDifference() >= leastDifference;
        trace.take(() -> Noted.proof(verdict, PROVEN_SIGMAS, leastDifference, proven));
        if (proven) {
            return new Result(List.of(placed.playback()), null, List.of());
        }
        String code = verdict.refusal() == null ? Objects.requireNonNull(refused.refusal()) : verdict.refusal();
        return new Result(List.of(), refused.refusal(), List.of(new Refused(placed.playback(), code)));
    }

    private Judged bestOfUsual(Hearing hearing, List<Blocks.Block> blocks) {
        Judged atOne = judged(Stage.ALL_BLOCKS, hearing, Speed.ONE, blocks);
        if (atOne.standsOut()) {
            return atOne;
        }
        Judged best = strongest(Speed.USUAL.stream()
                .map(speed -> judged(Stage.USUAL_SPEED, hearing, speed, blocks))
                .toList());
        return best == null ? atOne : best;
    }

    /** Speed 1, with some blocks or all; a line that is not sure to be straight there must stand against the close speeds, which loops take for it. */
    private @Nullable Judged atUsualSpeed(Hearing hearing, List<Blocks.Block> blocks) {
        List<Blocks.Block> some = Blocks.spread(blocks, SAMPLED_BLOCKS);
        Judged someAtOne = judged(Stage.SAMPLED_BLOCKS, hearing, Speed.ONE, some);
        if (isSurelyAtOne(someAtOne, hearing, some)) {
            return someAtOne;
        }
        Judged atOne = judged(Stage.ALL_BLOCKS, hearing, Speed.ONE, blocks);
        if (isSurelyAtOne(atOne, hearing, some)) {
            return atOne;
        }
        if (!someAtOne.standsOut() && !atOne.standsOut()) {
            return null;
        }
        List<Judged> close = new ArrayList<>();
        close.add(someAtOne);
        Speed.PULLED.forEach(speed -> close.add(judged(Stage.CLOSE_SPEED, hearing, speed, some)));
        Judged best = strongest(close);
        if (best == null) {
            return atOne.standsOut() ? atOne : null;
        }
        return best.speed().equals(Speed.ONE) ? atOne : judged(Stage.ALL_BLOCKS, hearing, best.speed(), blocks);
    }

    private boolean isSurelyAtOne(Judged judged, Hearing hearing, List<Blocks.Block> some) {
        return judged.standsOut()
                && judged.isClear()
                && Speed.PULLED.stream().noneMatch(speed -> fitsBetterAt(speed, judged, hearing, some));
    }

    /** Whether the same part of the song, played at a close speed, has a line of its own with a higher score. */
    private boolean fitsBetterAt(Speed speed, Judged judged, Hearing hearing, List<Blocks.Block> some) {
        double middle = (judged.extent().from() + judged.extent().to()) / 2;
        double playedAtMiddle = judged.best().line().playedAt(middle) / speed.value();
        Hits near = hearing.near(speed, new Line(playedAtMiddle - middle, 1), some);
        double atOne = judged.scoreOf(judged.best().line());
        double best = new LineVote(near)
                .best(1).stream().mapToDouble(LineVote.Candidate::score).max().orElse(0);
        trace.take(() -> Noted.straightness(speed, best, atOne));
        return best > atOne;
    }

    private Judged judged(Stage stage, Hearing hearing, Speed speed, List<Blocks.Block> blocks) {
        Judged judged = Judged.of(hearing.everywhere(speed, blocks));
        trace.take(() -> Noted.line(stage, judged));
        return judged;
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

    /** What was found in a clip so far, and the blocks that nothing explains yet. */
    private final class Finds {
        private final Sound clip;
        private final Hearing hearing;
        private final List<Blocks.Block> all;
        private final PlaybackPlacing placing;
        private final OtherSpeeds others;
        private final List<Playback> told = new ArrayList<>();
        private final List<Refused> refused = new ArrayList<>();
        private List<Blocks.Block> rest;
        private String refusal = Reasons.NO_SONG;

        Finds(Sound clip, Hearing hearing, List<Blocks.Block> blocks) {
            this.clip = clip;
            this.hearing = hearing;
            this.all = blocks;
            this.rest = blocks;
            this.placing = new PlaybackPlacing(clip, song, hearing, trace);
            this.others = new OtherSpeeds(clip, song, hearing, stopIfCancelled, trace);
        }

        Result result() {
            told.sort(Comparator.comparingDouble(Playback::from));
            return new Result(List.copyOf(told), told.isEmpty() ? refusal : null, List.copyOf(refused));
        }

        void takeAllAtSpeedOf(Judged first) {
            Judged judged = first;
            while (judged.standsOut()) {
                boolean went = take(judged);
                if (!went || told.size() == MOST_PLAYBACKS || rest.size() * Blocks.SECONDS < LEAST_REST_SECONDS) {
                    return;
                }
                judged = judged(Stage.REST_OF_CLIP, hearing, first.speed(), rest);
            }
        }

        /** At last, when nothing was found, all of the clip at once. */
        void takeFaint() {
            if (told.isEmpty()) {
                Hits atOne = hearing.known(Speed.ONE, all);
                Playback faint = new FaintSong(clip, song, trace).find(atOne, others.guessesAtOne());
                if (faint != null) {
                    told.add(faint);
                }
            }
        }

        /** Places a line and takes its blocks away. Tells whether there were any. */
        private boolean take(Judged judged) {
            stopIfCancelled.run();
            PlaybackPlacing.Placed placed = placing.place(judged, all, rest, told);
            String code = placed.verdict().refusal();
            if (code == null) {
                told.add(placed.playback().named());
            } else {
                refusal = code;
                refused.add(new Refused(placed.playback(), code));
            }
            return takeAway(placed.playback());
        }

        private boolean takeAway(Playback playback) {
            int before = rest.size();
            rest = Blocks.outside(rest, playback.from(), playback.to());
            return rest.size() < before;
        }

        void takeAtOtherSpeeds() {
            Set<Integer> inVain = new HashSet<>();
            List<Blocks.Block> next = nextStretch(inVain);
            while (!next.isEmpty() && told.size() < MOST_PLAYBACKS) {
                if (!takeAtOtherSpeed(next)) {
                    next.forEach(block -> inVain.add(block.index()));
                }
                next = nextStretch(inVain);
            }
        }

        private List<Blocks.Block> nextStretch(Set<Integer> inVain) {
            List<Blocks.Block> untried = rest.stream()
                    .filter(block -> !inVain.contains(block.index()))
                    .toList();
            return Blocks.stretches(untried, MOST_AT_ONCE_SECONDS).stream()
                    .filter(this::isLongEnough)
                    .findFirst()
                    .orElse(List.of());
        }

        private boolean isLongEnough(List<Blocks.Block> stretch) {
            double least = told.isEmpty() ? SHORT_SECONDS : LEAST_SECOND_SPEED_SECONDS;
            return endOf(stretch) - stretch.getFirst().start() >= least;
        }

        private boolean takeAtOtherSpeed(List<Blocks.Block> stretch) {
            double from = stretch.getFirst().start();
            double to = Math.min(clip.seconds(), endOf(stretch));
            return switch (others.find(from, to, stretch, freeAround((from + to) / 2))) {
                case OtherSpeeds.Found.AtSpeed(Judged judged) -> take(judged);
                case OtherSpeeds.Found.Stretched(Playback playback) -> {
                    told.add(playback);
                    yield takeAway(playback);
                }
                case null -> false;
            };
        }

        private static double endOf(List<Blocks.Block> stretch) {
            return stretch.getLast().start() + Blocks.SECONDS;
        }

        /** From the playback before to the one after. */
        private Extent freeAround(double clipTime) {
            double from = told.stream()
                    .mapToDouble(Playback::to)
                    .filter(to -> to <= clipTime)
                    .max()
                    .orElse(0);
            double to = told.stream()
                    .mapToDouble(Playback::from)
                    .filter(start -> start >= clipTime)
                    .min()
                    .orElse(clip.seconds());
            return new Extent(from, to, 0);
        }
    }
}
