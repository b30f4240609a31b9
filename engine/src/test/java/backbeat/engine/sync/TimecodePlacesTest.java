package backbeat.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.derive.Fingerprint;
import backbeat.engine.footage.Clip;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.problem.Finding;
import backbeat.engine.sync.SyncResult.Alternative;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Ltc;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimecodePlacesTest {
    private static final double SONG = 200;
    private static final double CLIP = 40;

    @Test
    void aPersonsWordPlacesAClipWithoutTheSong() {
        ClipSync clip = only(places("01:00:00:00@25"), silent("a.mov", ltc("01:00:50:00", 25, 1)));
        assertThat(clip.verdict()).isEqualTo("matched");
        assertThat(clip.source()).isEqualTo("ltc");
        assertThat(clip.matches()).singleElement().satisfies(match -> {
            assertThat(match.songTimeOf(0)).isCloseTo(50, within(1e-9));
            assertThat(match.clipStart()).isZero();
            assertThat(match.clipEnd()).isEqualTo(CLIP);
            assertThat(match.speedFraction()).isEqualTo("1");
            assertThat(match.uncertaintySeconds()).isBetween(0.009, 0.021);
            assertThat(match.sure()).isTrue();
        });
    }

    @Test
    void timecodeOnBothSidesOfAStereoTrackPlacesAClipOnce() {
        List<Ltc> left = ltc("01:00:50:00", 25, 1);
        ClipSync clip = only(places("01:00:00:00@25"), silent("a.mov", List.of(left.getFirst(), left.getFirst())));
        assertThat(clip.matches()).hasSize(1);
    }

    @Test
    void partsOutsideOfTheSongAreNotPlaced() {
        ClipSync clip = only(places("01:00:00:00@25"), silent("a.mov", ltc("00:59:50:00", 25, 1)));
        assertThat(clip.matches()).singleElement().satisfies(match -> {
            assertThat(match.clipStart()).isCloseTo(10, within(1e-9));
            assertThat(match.songStart()).isCloseTo(0, within(1e-9));
        });
        assertThat(only(places("01:00:00:00@25"), silent("b.mov", ltc("01:05:00:00", 25, 1)))
                        .verdict())
                .isEqualTo("unmatched");
    }

    @Test
    void aPlayerThatRanFasterTellsItsSpeed() {
        ClipSync together = only(places("01:00:00:00@25"), silent("a.mov", ltc("01:00:50:00", 25, 1.2 * (1 + 30e-6))));
        assertThat(together.matches()).singleElement().satisfies(match -> {
            assertThat(match.speedFraction()).isEqualTo("6/5");
            assertThat(match.driftPpm()).isCloseTo(30, within(0.1));
        });
        ClipSync songAlone = only(places("01:00:00:00@25x6/5"), silent("a.mov", ltc("01:00:50:00", 25, 1)));
        assertThat(songAlone.matches()).singleElement().satisfies(match -> {
            assertThat(match.songStart()).isCloseTo(60, within(1e-9));
            assertThat(match.speedFraction()).isEqualTo("6/5");
        });
    }

    @Test
    void dropFrameLabelsAreCountedAsFrames() {
        ClipSync clip = only(places("00:59:59;00@29.97"), silent("a.mov", ltc("01:01:00;02", 30000 / 1001.0, 1)));
        assertThat(clip.matches())
                .singleElement()
                .satisfies(match ->
                        assertThat(match.songTimeOf(0)).isCloseTo((60 * 30 + 30) * 1001 / 30000.0, within(1e-6)));
    }

    @Test
    void clipsThatHaveBothTeachWhatTimecodeMeans() {
        List<ClipSync> told = places().place(List.of(
                        heard("a.mov", 10, ltc("01:00:10:00", 25, 1)),
                        heard("b.mov", 70, ltc("01:01:10:00", 25, 1)),
                        silent("c.mov", ltc("01:01:40:00", 25, 1))))
                .clips();
        assertThat(told.get(2).source()).isEqualTo("ltc");
        assertThat(told.get(2).matches().getFirst().songTimeOf(0)).isCloseTo(100, within(0.001));
        assertThat(told.get(0).source()).isEqualTo("sound");
    }

    @Test
    void oneWitnessMakesAProposalUnlessTheSongBeganOnAWholeSecond() {
        ClipSync odd = last(
                places(), heard("a.mov", 10.3, ltc("13:41:10:11", 25, 1)), silent("c.mov", ltc("13:42:00:00", 25, 1)));
        assertThat(odd.reason())
                .isNotNull()
                .satisfies(reason -> assertThat(reason.code() + " " + reason.text())
                        .startsWith("sync/weak")
                        .contains("13:41:00:04@25"));
        ClipSync whole = last(
                places(), heard("a.mov", 10, ltc("01:00:10:00", 25, 1)), silent("c.mov", ltc("01:00:40:00", 25, 1)));
        assertThat(whole.reason()).isNull();
    }

    @Test
    void startsThatContradictEachOtherAreNotUsedAndTold() {
        TimecodePlaces.Outcome outcome = places().place(List.of(
                heard("a.mov", 10, ltc("01:00:10:00", 25, 1)),
                heard("b.mov", 70, ltc("01:01:14:00", 25, 1)),
                silent("c.mov", ltc("01:01:40:00", 25, 1))));
        assertThat(outcome.clips().get(2).verdict()).isEqualTo("unmatched");
        assertThat(outcome.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.problem().code()).isEqualTo("sync/timecodes-contradict");
            assertThat(finding.problem().where()).isEqualTo("a.mov, b.mov");
        });
    }

    @Test
    void timeOfDayHoldsForItsOwnPlaybackOnly() {
        List<ClipSync> told = places().place(List.of(
                        heard("a.mov", 10, ltc("13:40:10:00", 25, 1)),
                        heard("b.mov", 10, ltc("13:50:31:00", 25, 1)),
                        silent("c.mov", ltc("13:51:00:00", 25, 1)),
                        silent("d.mov", ltc("13:46:00:00", 25, 1))))
                .clips();
        assertThat(told.get(2).matches().getFirst().songTimeOf(0)).isCloseTo(39, within(0.001));
        assertThat(told.get(3).verdict()).isEqualTo("unmatched");
    }

    @Test
    void soundWinsAndTheDifferenceIsTold() {
        TimecodePlaces.Outcome outcome =
                places("01:00:00:00@25").place(List.of(heard("a.mov", 10, ltc("01:00:10:03", 25, 1))));
        assertThat(outcome.clips().getFirst().matches().getFirst().songStart()).isEqualTo(10);
        assertThat(outcome.findings())
                .extracting(Finding::problem)
                .singleElement()
                .satisfies(problem -> assertThat(problem.oneLine()).contains("a.mov", "0.120 s"));
        assertThat(places("01:00:00:00@25")
                        .place(List.of(heard("a.mov", 10, ltc("01:00:10:00", 25, 1))))
                        .findings())
                .isEmpty();
    }

    @Test
    void timecodeThatFitsSeveralPlaybacksIsNotUsedAndTold() {
        TimecodePlaces.Outcome outcome = places("01:00:00:00@25", "01:00:00:00@25x6/5")
                .place(List.of(silent("a.mov", ltc("01:00:10:00", 25, 1))));
        assertThat(outcome.clips().getFirst().verdict()).isEqualTo("unmatched");
        assertThat(outcome.findings())
                .extracting(finding -> finding.problem().oneLine())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("a.mov", "01:00:00:00@25, 01:00:00:00@25x6/5"));
    }

    @Test
    void camerasNearAndFarFromTheLoudspeakerAreOfOneMind() {
        ClipSync far = last(
                places(),
                heard("a.mov", 10, ltc("01:00:10:00", 25, 1)),
                heard("b.mov", 9.955, ltc("01:00:10:00", 25, 1)),
                silent("c.mov", ltc("01:00:40:00", 25, 1)));
        assertThat(far.source()).isEqualTo("ltc");
    }

    @Test
    void timecodeOfAnotherCountIsTold() {
        TimecodePlaces.Outcome outcome =
                places("01:00:00:00@24").place(List.of(silent("a.mov", ltc("01:00:10:00", 25, 1))));
        assertThat(outcome.clips().getFirst().verdict()).isEqualTo("unmatched");
        assertThat(outcome.findings())
                .extracting(finding -> finding.problem().code())
                .containsExactly("sync/timecode-of-other-count");
    }

    @Test
    void ofChorusesThatSoundAlikeTimecodeChoosesOne() {
        Match equal = match(30, 0.5, List.of(new Alternative(90, 0.5)));
        ClipSync open = new ClipSync(
                "a.mov",
                CLIP,
                "ambiguous",
                Reasons.of(Reasons.EQUAL_PLACES),
                List.of(equal),
                "sound",
                ltc("01:01:30:00", 25, 1));
        ClipSync decided = only(places("01:00:00:00@25"), open);
        assertThat(decided.verdict()).isEqualTo("matched");
        assertThat(decided.reason()).isNull();
        assertThat(decided.matches()).singleElement().satisfies(match -> {
            assertThat(match.songStart()).isEqualTo(90);
            assertThat(match.alternatives()).isEmpty();
            assertThat(match.sure()).isTrue();
        });
    }

    @Test
    void aWeakPlaceThatTimecodeRepeatsIsSure() {
        ClipSync weak = new ClipSync(
                "a.mov",
                CLIP,
                "matched",
                Reasons.of(Reasons.WEAK),
                List.of(match(30, 0.8, List.of())),
                "sound",
                ltc("01:00:30:00", 25, 1));
        assertThat(only(places("01:00:00:00@25"), weak).reason()).isNull();
        ClipSync other = new ClipSync(
                "a.mov",
                CLIP,
                "matched",
                Reasons.of(Reasons.WEAK),
                List.of(match(33, 0.8, List.of())),
                "sound",
                ltc("01:00:30:00", 25, 1));
        assertThat(only(places("01:00:00:00@25"), other).matches().getFirst().sure())
                .isFalse();
    }

    @Test
    void aCamerasOwnTimecodeNeedsTwoOfItsClips() {
        List<Clip> footage =
                List.of(clip("A/1.mov", "01:00:10:00"), clip("A/2.mov", "01:01:10:00"), clip("A/3.mov", "01:01:40:00"));
        List<ClipSync> heard = List.of(heard("A/1.mov", 10), heard("A/2.mov", 70), silent("A/3.mov", List.of()));
        ClipSync placed = new TimecodePlaces(SONG, List.of(), footage)
                .place(heard)
                .clips()
                .get(2);
        assertThat(placed.source()).isEqualTo("timecode");
        assertThat(placed.matches().getFirst().songTimeOf(0)).isCloseTo(100, within(0.001));
        assertThat(placed.matches().getFirst().uncertaintySeconds()).isCloseTo(0.04, within(1e-6));
        List<ClipSync> oneOnly = List.of(heard("A/1.mov", 10), silent("A/3.mov", List.of()));
        assertThat(new TimecodePlaces(SONG, List.of(), footage)
                        .place(oneOnly)
                        .clips()
                        .get(1)
                        .verdict())
                .isEqualTo("unmatched");
    }

    @Test
    void aCounterThatStopsBetweenTakesTellsNothing() {
        List<Clip> footage =
                List.of(clip("A/1.mov", "00:00:00:00"), clip("A/2.mov", "00:00:40:00"), clip("A/3.mov", "00:01:20:00"));
        List<ClipSync> heard = List.of(heard("A/1.mov", 10), heard("A/2.mov", 20), silent("A/3.mov", List.of()));
        assertThat(new TimecodePlaces(SONG, List.of(), footage)
                        .place(heard)
                        .clips()
                        .get(2)
                        .verdict())
                .isEqualTo("unmatched");
    }

    @Test
    void theOptionIsReadAsItIsWritten() {
        for (String text : List.of("01:00:00:00@25", "10:00:00;02@29.97", "01:00:00:00@24x6/5")) {
            assertThat(SongAt.parse(text)).hasToString(text);
        }
        assertThat(SongAt.parse("01:00:00:00@24x1.2")).hasToString("01:00:00:00@24x6/5");
    }

    private static TimecodePlaces places(String... songAt) {
        return new TimecodePlaces(
                SONG, List.of(songAt).stream().map(SongAt::parse).toList(), List.of());
    }

    private static ClipSync only(TimecodePlaces places, ClipSync clip) {
        return places.place(List.of(clip)).clips().getFirst();
    }

    private static ClipSync last(TimecodePlaces places, ClipSync... clips) {
        return places.place(List.of(clips)).clips().getLast();
    }

    private static ClipSync silent(String path, List<Ltc> ltc) {
        return new ClipSync(path, CLIP, "unmatched", Reasons.of(Reasons.NO_SOUND), List.of(), null, ltc);
    }

    private static ClipSync heard(String path, double songStart) {
        return heard(path, songStart, List.of());
    }

    private static ClipSync heard(String path, double songStart, List<Ltc> ltc) {
        return new ClipSync(path, CLIP, "matched", null, List.of(match(songStart, 0.999, List.of())), "sound", ltc);
    }

    private static Match match(double songStart, double confidence, List<Alternative> alternatives) {
        return new Match(
                0,
                CLIP,
                songStart,
                songStart + CLIP,
                1,
                "1",
                "varispeed",
                0,
                1,
                1e-4,
                confidence,
                alternatives,
                Map.of());
    }

    /** Timecode over the whole clip, a frame less at the start, as a reader finds it. */
    private static List<Ltc> ltc(String atZero, double framesPerSecond, double speed) {
        Rate rate = framesPerSecond == 25 ? Rate.FPS_25 : Rate.FPS_29_97;
        Timecode zero = Timecode.parse(atZero, rate);
        double slope = framesPerSecond * speed;
        return List.of(new Ltc(
                null,
                1,
                1 / slope,
                CLIP,
                zero.plusFrames(1).toString(),
                "",
                atZero,
                rate.toString(),
                998,
                slope,
                1e-6,
                1e-6,
                "00000000"));
    }

    private static Clip clip(String path, @Nullable String timecode) {
        VideoFacts video = new VideoFacts(
                0,
                "h264",
                64,
                48,
                0,
                Rational.ONE,
                Rate.FPS_25,
                1000,
                Rational.ZERO,
                false,
                List.of(),
                timecode,
                "progressive",
                "yuv420p",
                new VideoFacts.Colour("tv", "bt709", "bt709", "bt709"),
                0);
        MediaFacts facts =
                new MediaFacts(Path.of(path), "mov", Rational.of(40), Rational.ZERO, video, null, List.of(), null);
        return new Clip(path, path, "A", "A", List.of(facts), Path.of(path), new Fingerprint("0"), facts);
    }
}
