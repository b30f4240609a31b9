package backbeat.engine.cut;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.footage.Clip;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Timeline;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The rules of a rough cut, checked from its result and its input alone: knows nothing of how it was found. */
record CutRules(Shoot shoot, RoughCut cut) {
    private static final double MICRO = 1e-6;

    /** Beats are rounded to this: a cut may seem that much late. */
    private static final double BEAT_ROUNDING = 4e-4;

    /** Clips are used in whole frames of their own: at their ends up to two frames of the slowest rate may be lost, at double speed twice that. */
    private static final double FRAMES_LOST = 4 / 23.976;

    void hold() {
        coversTheSong();
        liesOnWholeFrames();
        showsTheRightPicture();
        cutsOnBeats();
        isBlackOnlyWhereNothingCovers();
        hasNoJumpCuts();
        leavesNothingOutWithoutReason();
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
        assertThat(timeline().tracks().get(1).duration()).isEqualTo(song);
        assertThat(cut.choices()).hasSameSizeAs(picture());
    }

    private void liesOnWholeFrames() {
        picture().forEach(item -> {
            assertThat(item.duration().times(rate().perSecond()).isWhole()).isTrue();
            assertThat(item.duration().signum()).isPositive();
        });
    }

    /**
     * Every picture lies inside its match and shows what was filmed at that moment of the song: the frame that had last begun (at an end of the match, one beside it).
     * Where a frame of the timeline is so many frames of the clip, it starts on one.
     */
    private void showsTheRightPicture() {
        Rational at = Rational.ZERO;
        for (int i = 0; i < picture().size(); i++) {
            Item item = picture().get(i);
            if (item instanceof Item.ClipItem clipItem) {
                String path = Objects.requireNonNull(cut.choices().get(i).clip());
                Clip clip = clip(path);
                Rate own = Objects.requireNonNull(clip.facts().video()).rate();
                assertThat(sync(path).verdict()).isEqualTo("matched");
                boolean stepsByWholeFrames = own.perSecond()
                        .times(clipItem.speed())
                        .dividedBy(rate().perSecond())
                        .isWhole();
                if (stepsByWholeFrames) {
                    assertThat(clipItem.sourceStart().times(own.perSecond()).isWhole())
                            .isTrue();
                }
                double start = at.toDouble();
                Match match = sync(path).matches().getFirst();
                double expected = match.clipTimeOf(start);
                double frame = own.frameDuration().toDouble();
                assertThat(expected - clipItem.sourceStart().toDouble()).isBetween(-frame - 0.0011, 2 * frame);
                double before = i == 0 ? frame : MICRO;
                assertThat(clipItem.sourceStart().toDouble()).isGreaterThanOrEqualTo(match.clipStart() - before);
                boolean lastOfSong = i == picture().size() - 1;
                double end = clipItem.sourceEnd().toDouble();
                double slack = lastOfSong ? frame + rate().frameDuration().toDouble() : MICRO;
                assertThat(end).isLessThanOrEqualTo(match.clipEnd() + slack);
                assertThat(end).isLessThanOrEqualTo(clip.facts().duration().toDouble() + MICRO);
            }
            at = at.plus(item.duration());
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
                    .anyMatch(beat -> time <= beat + BEAT_ROUNDING
                            && beat - time < rate().frameDuration().toDouble() + MICRO);
            assertThat(onBeat || isForced(time, beats)).as("cut at %s", time).isTrue();
        }
    }

    /** No single clip covers from the beat before to the beat after. */
    private boolean isForced(double time, List<Double> beats) {
        double before = beats.stream().filter(b -> b < time).reduce((a, b) -> b).orElse(0.0);
        double after = beats.stream().filter(b -> b > time).findFirst().orElse(shoot.songSeconds);
        boolean longWithoutBeat = after - before > 4;
        return longWithoutBeat || matched().noneMatch(m -> covers(m, before - FRAMES_LOST, after + FRAMES_LOST));
    }

    private void isBlackOnlyWhereNothingCovers() {
        for (int i = 0; i < picture().size(); i++) {
            if (picture().get(i) instanceof Item.Gap) {
                Choice choice = cut.choices().get(i);
                double frame = rate().frameDuration().toDouble();
                for (double t = choice.songStart(); t < choice.songEnd(); t += frame) {
                    double from = t - FRAMES_LOST;
                    double to = t + frame + FRAMES_LOST;
                    assertThat(matched().noneMatch(m -> covers(m, from, to)))
                            .as("black at %s", t)
                            .isTrue();
                }
                assertThat(timeline().markers()).anySatisfy(marker -> {
                    assertThat(marker.colour()).isEqualTo(Marker.Colour.RED);
                    assertThat(marker.at().toDouble()).isEqualTo(choice.songStart());
                });
            }
        }
    }

    private void hasNoJumpCuts() {
        for (int i = 1; i < picture().size(); i++) {
            Choice before = cut.choices().get(i - 1);
            Choice choice = cut.choices().get(i);
            if (before.clip() != null
                    && choice.clip() != null
                    && before.camera().equals(choice.camera())) {
                assertThat(before.clip()).isNotEqualTo(choice.clip());
                assertThat(shoot.clips.stream().filter(c -> !c.camera().equals(choice.camera())))
                        .as("camera %s twice at %s", choice.camera(), choice.songStart())
                        .noneMatch(c -> sync(c.path()).isMatched()
                                && sync(c.path()).matches().stream()
                                        .anyMatch(m -> covers(
                                                m, choice.songStart() - FRAMES_LOST, choice.songEnd() + FRAMES_LOST)));
            }
        }
    }

    private void leavesNothingOutWithoutReason() {
        for (ClipSync clip : shoot.syncs) {
            boolean shown =
                    cut.choices().stream().anyMatch(choice -> clip.path().equals(choice.clip()));
            boolean told = cut.unused().stream()
                    .anyMatch(u -> u.path().equals(clip.path()) && !u.reason().isBlank());
            assertThat(shown ^ told).as(clip.path()).isTrue();
        }
        cut.choices().forEach(choice -> assertThat(choice.reasons()).isNotEmpty());
    }

    private Stream<Match> matched() {
        return shoot.syncs.stream().filter(ClipSync::isMatched).flatMap(c -> c.matches().stream());
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
