package backbeat.engine.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.footage.Clip;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.song.SongStretch;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rules of a rough cut, checked from its result and its input alone: knows nothing of how it was found. */
record CutRules(Shoot shoot, RoughCut cut, CutWishes wishes) {
    CutRules(Shoot shoot, RoughCut cut) {
        this(shoot, cut, CutWishes.NONE);
    }

    private static final double MICRO = 1e-6;

    /** A beat is a decimal and means the start of the frame that lies so near, in frames: a cut may seem that much late. */
    private static final double BEAT_ROUNDING = 0.01;

    /** Clips are used in whole frames of their own: at their ends up to two frames of the slowest rate may be lost, at double speed twice that. */
    private static final double FRAMES_LOST = 4 / 23.976;

    void hold() {
        coversTheSong();
        liesOnWholeFrames();
        showsTheRightPicture();
        dividesOnlyForDrift();
        cutsOnBeats();
        isBlackOnlyWhereNothingCovers();
        hasNoJumpCuts();
        leavesNothingOutWithoutReason();
        hasNoFlicker();
        keepsWhatIsWished();
        measuresItselfRightly();
        tellsWhatBecameOfThePlan();
    }

    /** Seconds of rows that name one camera are counted anew from what is seen. */
    private void tellsWhatBecameOfThePlan() {
        assertThat(cut.plan()).hasSameSizeAs(shoot.plan);
        for (PlanOutcome outcome : cut.plan()) {
            boolean ofCamera = outcome.shot().angle().matches("[A-Z]")
                    && outcome.shot().clip().isEmpty()
                    && outcome.shot().kind() == null
                    && outcome.shot().framing() == null;
            if (ofCamera) {
                double seen = SongStretch.read(outcome.shot().where(), shoot.map()).stretches().stream()
                        .flatMapToDouble(stretch -> cut.choices().stream()
                                .filter(choice -> choice.clip() != null
                                        && choice.camera().equals(outcome.shot().angle()))
                                .mapToDouble(choice -> stretch.overlap(choice.songStart(), choice.songEnd())))
                        .sum();
                assertThat(outcome.cutSeconds()).isCloseTo(seen, within(0.05));
                assertThat(outcome.verdict() == PlanOutcome.Verdict.FOLLOWED)
                        .isEqualTo(seen > 0 && outcome.cutSeconds() >= 0.9 * outcome.plannedSeconds() - 0.002);
            }
        }
    }

    /** No shot is shorter than eight frames, however it is divided. */
    private void hasNoFlicker() {
        long frames = shoot.songFacts().duration().times(rate().perSecond()).ceiling();
        for (Item item : picture()) {
            if (item instanceof Item.ClipItem && frames >= 8) {
                assertThat(rate().nearestFrame(item.duration())).isGreaterThanOrEqualTo(8);
            }
        }
    }

    private void keepsWhatIsWished() {
        for (CutWishes.Ban ban : wishes.bans()) {
            double from = ban.from() == null ? 0 : ban.from();
            double to = ban.to() == null ? shoot.songSeconds : ban.to();
            assertThat(cut.choices())
                    .filteredOn(choice -> ban.clip().equals(choice.clip()))
                    .noneMatch(choice -> choice.songStart() < to - MICRO && from < choice.songEnd() - MICRO);
        }
    }

    private void measuresItselfRightly() {
        CutMeasures measures = cut.measures();
        double black = cut.choices().stream()
                .filter(choice -> choice.clip() == null)
                .mapToDouble(choice -> choice.songEnd() - choice.songStart())
                .sum();
        assertThat(measures.blackSeconds()).isCloseTo(black, within(0.002));
        long shots = cut.choices().stream()
                .filter(choice -> choice.clip() != null && !choice.goesOn())
                .count();
        assertThat(measures.shots()).isEqualTo((int) shots);
        assertThat(measures.cutsOnBeat()).isLessThanOrEqualTo(measures.cuts());
    }

    private Timeline timeline() {
        return cut.timeline();
    }

    private List<Item> picture() {
        return timeline().tracks().get(0).items();
    }

    private Rate rate() {
        return timeline().rate();
    }

    private void coversTheSong() {
        Rational song = shoot.songFacts().duration();
        long frames = song.times(rate().perSecond()).ceiling();
        assertThat(timeline().tracks().get(0).duration()).isEqualTo(rate().timeOf(frames));
        assertThat(timeline().tracks().getLast().duration()).isEqualTo(song);
        timeline().tracks().stream()
                .filter(track -> track.kind() == Track.Kind.VIDEO)
                .forEach(track -> assertThat(track.duration()).isEqualTo(rate().timeOf(frames)));
        assertThat(cut.choices()).hasSameSizeAs(picture());
    }

    private void liesOnWholeFrames() {
        picture().forEach(item -> {
            assertThat(item.duration().times(rate().perSecond()).isWhole()).isTrue();
            assertThat(item.duration().signum()).isPositive();
        });
    }

    /**
     * Every picture lies inside its match, and every frame of it shows what was filmed at that moment of the song: where a frame of the timeline is so many frames of
     * the clip, the frame that had last begun, to a thousandth of a second or two; elsewhere a quarter of a frame away at most.
     */
    private void showsTheRightPicture() {
        Rational at = Rational.ZERO;
        for (int i = 0; i < picture().size(); i++) {
            Item item = picture().get(i);
            if (item instanceof Item.ClipItem clipItem) {
                String path = Objects.requireNonNull(cut.choices().get(i).clip());
                assertThat(sync(path).verdict()).isEqualTo("matched");
                Match match = sync(path).matches().getFirst();
                assertThat(match.confidence()).isGreaterThanOrEqualTo(0.99);
                VideoFacts video = Objects.requireNonNull(clip(path).facts().video());
                showsTheRightFrames(clipItem, match, video, at);
                staysInsideTheMatch(clipItem, match, video, i);
            }
            at = at.plus(item.duration());
        }
    }

    private void showsTheRightFrames(Item.ClipItem item, Match match, VideoFacts video, Rational at) {
        Rate own = video.rate();
        double frame = own.frameDuration().toDouble();
        boolean stepsByWholeFrames = own.perSecond()
                .times(item.speed())
                .dividedBy(rate().perSecond())
                .isWhole();
        if (stepsByWholeFrames) {
            assertThat(item.sourceIn().times(own.perSecond()).isWhole()).isTrue();
        }
        double earliest = stepsByWholeFrames ? -0.0021 : -frame / 4 - MICRO;
        double latest = stepsByWholeFrames ? frame + 0.0011 : frame / 4 + MICRO;
        double step = rate().frameDuration().times(item.speed()).toDouble();
        double start = item.sourceStart().toDouble();
        long frames = rate().nearestFrame(item.duration());
        for (long k = 0; k < frames; k++) {
            double moment = match.clipTimeOf(at.toDouble() + k / rate().toDouble());
            double late = moment - (start + k * step);
            if (late < earliest || late > latest) {
                fail("frame %d of the shot at %s shows a picture %.4f s late", k, at, late);
            }
        }
    }

    private void staysInsideTheMatch(Item.ClipItem item, Match match, VideoFacts video, int i) {
        double frame = video.rate().frameDuration().toDouble();
        double before = i == 0 ? frame : MICRO;
        assertThat(item.sourceStart().toDouble()).isGreaterThanOrEqualTo(match.clipStart() - before);
        assertThat(item.sourceIn().signum()).isNotNegative();
        boolean lastOfSong = i == picture().size() - 1;
        double end = item.sourceEnd().toDouble();
        double slack = lastOfSong ? frame + rate().frameDuration().toDouble() : 2e-4;
        assertThat(end).isLessThanOrEqualTo(match.clipEnd() + slack);
        assertThat(end).isLessThanOrEqualTo(video.timeOfFrame(video.frames()).toDouble() + 2e-4);
    }

    /** A shot that is divided only to stay with the song: no cut that is seen. */
    private boolean goesOn(int i) {
        return cut.choices().get(i).reasons().getFirst().startsWith("the same shot goes on");
    }

    private void dividesOnlyForDrift() {
        for (int i = 1; i < picture().size(); i++) {
            if (goesOn(i)) {
                Item.ClipItem before = (Item.ClipItem) picture().get(i - 1);
                Item.ClipItem item = (Item.ClipItem) picture().get(i);
                String path = Objects.requireNonNull(cut.choices().get(i).clip());
                assertThat(path).isEqualTo(cut.choices().get(i - 1).clip());
                assertThat(sync(path).matches().getFirst().driftPpm()).isNotZero();
                Rational jump = item.sourceStart().minus(before.sourceEnd()).abs();
                assertThat(jump.toDouble())
                        .isLessThanOrEqualTo(Objects.requireNonNull(item.media().rate())
                                        .frameDuration()
                                        .toDouble()
                                + MICRO);
            }
        }
    }

    private void cutsOnBeats() {
        if (!shoot.steady) {
            return;
        }
        List<Double> beats =
                shoot.map().beats().stream().map(beat -> beat.time()).toList();
        Rational at = Rational.ZERO;
        for (int i = 1; i < picture().size(); i++) {
            at = at.plus(picture().get(i - 1).duration());
            double time = at.toDouble();
            boolean onBeat = beats.stream()
                    .anyMatch(beat -> time
                                    <= beat
                                            + BEAT_ROUNDING
                                                    * rate().frameDuration().toDouble()
                                            + MICRO
                            && beat - time < rate().frameDuration().toDouble() + MICRO);
            assertThat(goesOn(i) || onBeat || isForced(time, beats))
                    .as("cut at %s", time)
                    .isTrue();
        }
    }

    /** No single clip covers from the beat before to the beat after. */
    private boolean isForced(double time, List<Double> beats) {
        double before = beats.stream().filter(b -> b < time).reduce((a, b) -> b).orElse(0.0);
        double after = beats.stream().filter(b -> b > time).findFirst().orElse(shoot.songSeconds);
        boolean longWithoutBeat = after - before > 4;
        return longWithoutBeat
                || allowed(before - FRAMES_LOST, after + FRAMES_LOST)
                        .noneMatch(m -> covers(m, before - FRAMES_LOST, after + FRAMES_LOST));
    }

    private void isBlackOnlyWhereNothingCovers() {
        for (int i = 0; i < picture().size(); i++) {
            if (picture().get(i) instanceof Item.Gap) {
                Choice choice = cut.choices().get(i);
                double frame = rate().frameDuration().toDouble();
                for (double t = choice.songStart(); t < choice.songEnd(); t += frame) {
                    assertThat(mayBeShown(t, frame)).as("black at %s", t).isFalse();
                }
                assertThat(timeline().markers()).anySatisfy(marker -> {
                    assertThat(marker.colour()).isEqualTo(Marker.Colour.RED);
                    assertThat(marker.at().toDouble()).isEqualTo(choice.songStart());
                });
            }
        }
    }

    /** Whether a clip covers one of the shortest shots that hold this moment. */
    private boolean mayBeShown(double moment, double frame) {
        return IntStream.range(0, 8).anyMatch(k -> {
            double from = moment - k * frame - FRAMES_LOST;
            double to = moment + (8 - k) * frame + FRAMES_LOST;
            return allowed(from, to).anyMatch(match -> covers(match, from, to));
        });
    }

    private void hasNoJumpCuts() {
        for (int i = 1; i < picture().size(); i++) {
            Choice before = cut.choices().get(i - 1);
            Choice choice = cut.choices().get(i);
            double end = endOfShot(i);
            if (!goesOn(i)
                    && before.clip() != null
                    && choice.clip() != null
                    && before.camera().equals(choice.camera())) {
                assertThat(before.clip()).isNotEqualTo(choice.clip());
                assertThat(shoot.clips.stream()
                                .filter(c -> !c.camera().equals(choice.camera()))
                                .filter(c -> wishes.bans().stream()
                                        .noneMatch(ban -> isBanned(
                                                c.path(), ban, choice.songStart() - FRAMES_LOST, end + FRAMES_LOST))))
                        .as("camera %s twice at %s", choice.camera(), choice.songStart())
                        .noneMatch(c -> sync(c.path()).isMatched()
                                && sync(c.path()).matches().stream()
                                        .filter(m -> m.confidence() >= 0.99)
                                        .anyMatch(m -> covers(m, choice.songStart() - FRAMES_LOST, end + FRAMES_LOST)));
            }
        }
    }

    /** Also of a shot that is divided. */
    private double endOfShot(int i) {
        int last = i;
        while (last + 1 < picture().size() && goesOn(last + 1)) {
            last++;
        }
        return cut.choices().get(last).songEnd();
    }

    private void leavesNothingOutWithoutReason() {
        for (ClipSync clip : shoot.syncs) {
            boolean shown = cut.choices().stream()
                    .anyMatch(choice ->
                            clip.path().equals(choice.clip()) || choice.beside().contains(clip.path()));
            boolean told = cut.unused().stream()
                    .anyMatch(u -> u.path().equals(clip.path()) && !u.reason().isBlank());
            assertThat(shown ^ told).as(clip.path()).isTrue();
        }
        cut.choices().forEach(choice -> assertThat(choice.reasons()).isNotEmpty());
    }

    /** Matches of clips that nobody banned from any of this. */
    private Stream<Match> allowed(double from, double to) {
        return shoot.syncs.stream()
                .filter(ClipSync::isMatched)
                .filter(clip -> wishes.bans().stream().noneMatch(ban -> isBanned(clip.path(), ban, from, to)))
                .flatMap(c -> c.matches().stream())
                .filter(match -> match.confidence() >= 0.99);
    }

    private static boolean isBanned(String clip, CutWishes.Ban ban, double from, double to) {
        boolean apart = (ban.from() != null && to <= ban.from()) || (ban.to() != null && ban.to() <= from);
        return ban.clip().equals(clip) && !apart;
    }

    private static boolean covers(Match match, double from, double to) {
        return match.songStart() <= from && to <= match.songEnd();
    }

    private Clip clip(String path) {
        return shoot.clips.stream()
                .filter(c -> c.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private ClipSync sync(String path) {
        return shoot.syncs.stream()
                .filter(c -> c.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
