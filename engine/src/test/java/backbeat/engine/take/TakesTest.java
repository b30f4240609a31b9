package backbeat.engine.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.CameraClock;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Group;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.sync.SyncResult.Member;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakesTest {
    private static final double MORNING = 10 * 3600;
    private static final double HOUR = 3600;

    /** Two takes of both cameras, the second one twenty minutes later. */
    private static ShootingDay twoTakes(ShootingDay day) {
        return day.playbackAt(MORNING)
                .playbackAt(MORNING + 1234)
                .rolls("A", MORNING - 8, MORNING + 190)
                .rolls("A", MORNING + 1225, MORNING + 1420)
                .rolls("B", MORNING - 4, MORNING + 100)
                .rolls("B", MORNING + 1229, MORNING + 1430);
    }

    private static ClipSync clip(SyncResult result, String path) {
        return result.clips().stream()
                .filter(clip -> clip.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<String>> groups(SyncResult result) {
        return result.groups().stream()
                .map(group -> group.clips().stream().map(Member::path).toList())
                .toList();
    }

    private static double drift(SyncResult result, int camera) {
        Double ppm = result.cameras().get(camera).driftPpm();
        return ppm == null ? 0 : ppm;
    }

    private static List<String> codes(SyncResult result) {
        return result.findings().stream()
                .map(finding -> finding.problem().code())
                .toList();
    }

    @Test
    void camerasWhoseTimecodeAgreesAreGroupedByTake() {
        SyncResult told =
                twoTakes(new ShootingDay().timecode("A", 0).timecode("B", 0.8)).told();
        assertThat(groups(told))
                .containsExactly(List.of("A/A001.mov", "B/B003.mov"), List.of("A/A002.mov", "B/B004.mov"));
        assertThat(told.groups().getFirst().clips().get(1).groupStart()).isCloseTo(4, within(0.001));
    }

    @Test
    void theSameSongAloneMakesNoGroup() {
        assertThat(twoTakes(new ShootingDay()).told().groups()).isEmpty();
    }

    @Test
    void oneTakeAloneDoesNotTellAClockThatIsFarOff() {
        SyncResult told = new ShootingDay()
                .timecode("A", 0)
                .timecode("B", 1000)
                .playbackAt(MORNING)
                .rolls("A", MORNING - 8, MORNING + 190)
                .rolls("B", MORNING - 4, MORNING + 100)
                .told();
        assertThat(told.groups()).isEmpty();
        assertThat(told.cameras()).isEmpty();
    }

    @Test
    void aClockThatIsAnHourOffIsLearnedFromTwoTakesAndTold() {
        SyncResult told = twoTakes(new ShootingDay().timecode("A", 0).timecode("B", HOUR + 3.2))
                .told();
        assertThat(groups(told)).hasSize(2);
        assertThat(told.cameras()).extracting(CameraClock::camera).containsExactly("A", "B");
        double apart =
                told.cameras().get(1).offsetSeconds() - told.cameras().get(0).offsetSeconds();
        assertThat(apart).isCloseTo(HOUR + 3.2, within(0.05));
        assertThat(told.findings())
                .anySatisfy(finding -> assertThat(finding.problem().what())
                        .contains("timecode of camera B runs 1 h 0 min 3.2", "ahead of the timecode of camera A"));
    }

    @Test
    void creationTimesToTheSecondAreLearnedToo() {
        SyncResult told = twoTakes(new ShootingDay().timecode("A", 0).creationTime("B", -2 * HOUR + 17))
                .told();
        assertThat(groups(told)).hasSize(2);
        assertThat(told.cameras().get(1).clock()).isEqualTo("creation");
    }

    @Test
    void aSilentClipIsPlacedByItsLearnedClock() {
        ShootingDay day = twoTakes(new ShootingDay().timecode("A", 0).timecode("B", HOUR))
                .playbackAt(MORNING + 3000)
                .rolls("A", MORNING + 2995, MORNING + 3190)
                .rollsSilently("B", MORNING + 3020, MORNING + 3050);
        ClipSync silent = clip(day.told(), "B/B006.mov");
        assertThat(silent.verdict()).isEqualTo("matched");
        assertThat(silent.source()).isEqualTo("group");
        Match match = silent.matches().getFirst();
        assertThat(match.songStart()).isCloseTo(20, within(0.05));
        assertThat(match.clipEnd()).isEqualTo(30);
        assertThat(match.uncertaintySeconds()).isBetween(0.03, 0.3);
        assertThat(match.sure()).isFalse();
        assertThat(match.evidence()).containsEntry("sister", "A/A005.mov");
        assertThat(silent.reason()).isNotNull();
    }

    @Test
    void aSilentClipWhoseClockNobodyKnowsStaysWithoutAPlace() {
        ShootingDay day = twoTakes(
                        new ShootingDay().timecode("A", 0).timecode("B", 0).creationTime("F", 0))
                .rollsSilently("F", MORNING + 20, MORNING + 50);
        assertThat(clip(day.told(), "F/F005.mov").verdict()).isEqualTo("unmatched");
    }

    @Test
    void timecodeOfACameraWithoutSoundIsAssumedToBeSetLikeTheOthersAndToldSo() {
        ShootingDay day = twoTakes(
                        new ShootingDay().timecode("A", 0).timecode("B", 0).timecode("F", 0))
                .rollsSilently("F", MORNING + 20, MORNING + 50);
        ClipSync silent = clip(day.told(), "F/F005.mov");
        assertThat(silent.source()).isEqualTo("timecode");
        assertThat(silent.matches().getFirst().songStart()).isCloseTo(20, within(0.1));
        assertThat(silent.matches().getFirst().confidence()).isLessThan(0.9);
        assertThat(day.told().groups()).noneMatch(group -> group.clips().size() > 2);
    }

    @Test
    void aCopiedChorusIsChosenByTheSisterCamera() {
        ShootingDay withSister = new ShootingDay()
                .timecode("A", 0)
                .timecode("B", 0.4)
                .playbackAt(MORNING)
                .rolls("A", MORNING - 8, MORNING + 190)
                .rollsInCopiedChorus("B", MORNING + 40, MORNING + 60, 48);
        ClipSync chosen = clip(withSister.told(), "B/B002.mov");
        assertThat(chosen.verdict()).isEqualTo("matched");
        assertThat(chosen.matches().getFirst().songStart()).isCloseTo(40, within(1e-6));
        assertThat(chosen.matches().getFirst().alternatives()).isEmpty();
        assertThat(chosen.matches().getFirst().evidence()).containsEntry("sister", "A/A001.mov");
        assertThat(groups(withSister.told())).containsExactly(List.of("A/A001.mov", "B/B002.mov"));
    }

    @Test
    void equalPlacesStayEqualWhereNoClockIsKnown() {
        ShootingDay day = new ShootingDay()
                .playbackAt(MORNING)
                .rolls("A", MORNING - 8, MORNING + 190)
                .rollsInCopiedChorus("B", MORNING + 40, MORNING + 60, 48);
        assertThat(clip(day.told(), "B/B002.mov").verdict()).isEqualTo("ambiguous");
    }

    @Test
    void whenClocksContradictTheSongItIsToldAndSoundWins() {
        ShootingDay day = twoTakes(new ShootingDay().timecode("A", 0).timecode("B", 0))
                .playbackAt(MORNING + 3000)
                .playbackAt(MORNING + 4000)
                .rolls("A", MORNING + 2990, MORNING + 3190)
                .rolls("B", MORNING + 2991, MORNING + 3190)
                .rolls("A", MORNING + 3990, MORNING + 4190)
                .rolls("B", MORNING + 3991, MORNING + 4190)
                .playbackAt(MORNING + 5000)
                .rolls("A", MORNING + 4990, MORNING + 5100)
                .rollsMisheard("B", MORNING + 4991, MORNING + 5050, 30);
        SyncResult told = day.told();
        assertThat(codes(told)).contains("take/clocks-contradict-song");
        assertThat(clip(told, "B/B010.mov").matches())
                .isEqualTo(clip(day.heard(), "B/B010.mov").matches());
        assertThat(groups(told)).hasSize(4).noneMatch(group -> group.contains("B/B010.mov"));
    }

    @Test
    void driftOfAClockOverTheDayIsLearned() {
        ShootingDay day = new ShootingDay().timecode("A", 0).timecode("B", 12, 60e-6);
        for (int take = 0; take < 8; take++) {
            double at = MORNING + 3100 * take + 37 * (take % 3);
            day.playbackAt(at).rolls("A", at - 6, at + 185).rolls("B", at - 9, at + 170);
        }
        SyncResult told = day.told();
        assertThat(told.groups()).hasSize(8);
        double apart = drift(told, 1) - drift(told, 0);
        assertThat(apart).isCloseTo(60, within(8.0));
    }

    @Test
    void timecodeThatRunsOnlyWhileRecordingTellsNoTime() {
        ShootingDay day = new ShootingDay().timecode("A", 0).timecode("B", -MORNING + 61, 0);
        day.playbackAt(MORNING).rolls("A", MORNING - 5, MORNING + 180).rolls("B", MORNING - 5, MORNING + 180);
        day.timecode("B", -MORNING - 900 + 61 + 185, 0);
        day.playbackAt(MORNING + 900)
                .rolls("A", MORNING + 895, MORNING + 1080)
                .rolls("B", MORNING + 895, MORNING + 1080);
        SyncResult told = day.told();
        assertThat(codes(told)).containsExactly("take/timecode-counts-recording");
        assertThat(told.groups()).isEmpty();
    }

    @Test
    void aWeakPlaceBecomesSureWhereASisterLeadsToTheSame() {
        ShootingDay day = twoTakes(new ShootingDay().timecode("A", 0).timecode("B", 0.2))
                .playbackAt(MORNING + 3000)
                .rolls("A", MORNING + 2990, MORNING + 3190)
                .rollsHearingWeakly("B", MORNING + 3050, MORNING + 3056, 0.9);
        ClipSync weak = clip(day.told(), "B/B006.mov");
        assertThat(weak.matches().getFirst().confidence()).isBetween(0.99, 0.999);
        assertThat(weak.reason()).isNull();
        assertThat(weak.source()).isEqualTo("sound");
        assertThat(weak.matches().getFirst().evidence()).containsEntry("agreesWith", "A/A005.mov");
    }

    @Test
    void camerasOfTwoPairsThatNothingConnectsAreBothGrouped() {
        ShootingDay day = twoTakes(new ShootingDay()
                .timecode("A", 0)
                .timecode("B", 777)
                .creationTime("C", 0)
                .creationTime("D", 3)
                .playbackAt(MORNING + 9000)
                .rolls("C", MORNING + 8990, MORNING + 9100)
                .rolls("D", MORNING + 8995, MORNING + 9100));
        assertThat(day.told().groups()).hasSize(3);
    }

    @Test
    void aTakeAcrossMidnightIsOneTake() {
        double night = 24 * HOUR - 50;
        ShootingDay day = new ShootingDay()
                .timecode("A", 0)
                .timecode("B", 0.6)
                .playbackAt(night)
                .rolls("A", night - 20, night + 190)
                .rolls("B", night + 55, night + 100);
        assertThat(groups(day.told())).containsExactly(List.of("A/A001.mov", "B/B002.mov"));
    }

    @Test
    void readingsThatSeveralClipsShareAreNoClock() {
        ShootingDay day = new ShootingDay()
                .creationTime("A", 10)
                .creationTime("B", 10)
                .playbackAt(MORNING)
                .rolls("A", MORNING - 3, MORNING + 100)
                .rolls("B", MORNING - 3, MORNING + 90);
        assertThat(day.told().groups()).isEmpty();
    }

    @Test
    void aPersonsSlateLogChoosesBetweenEqualPlacesAndTellsTakes() {
        ShootingDay day = new ShootingDay()
                .playbackAt(MORNING)
                .rolls("A", MORNING - 8, MORNING + 190)
                .rollsInCopiedChorus("B", MORNING + 40, MORNING + 60, 48)
                .slateLog("Clip;Slate;Take;Song", "A001;12A;3;0:00", "B002.MOV;12A;3;0:39");
        ClipSync chosen = clip(day.told(), "B/B002.mov");
        assertThat(chosen.verdict()).isEqualTo("matched");
        assertThat(chosen.matches().getFirst().songStart()).isCloseTo(40, within(1e-6));
        assertThat(groups(day.told())).containsExactly(List.of("A/A001.mov", "B/B002.mov"));
    }

    @Test
    void takesOfTheSameNumberOnOtherSlatesAreOtherTakes() {
        ShootingDay day =
                twoTakes(new ShootingDay().slateLog("clip,slate,take", "A001,1,1", "B003,2,1", "A002,1,2", "B004,1,2"));
        assertThat(groups(day.told())).containsExactly(List.of("A/A002.mov", "B/B004.mov"));
    }

    @Test
    void whatSoundPlacedIsNeverMoved() {
        ShootingDay day = twoTakes(new ShootingDay().timecode("A", 0).timecode("B", 3));
        assertThat(day.told().clips()).isEqualTo(day.heard().clips());
    }

    @Test
    void clipsWithoutAnySongAreGroupedByLearnedClocks() {
        ShootingDay day = twoTakes(new ShootingDay().timecode("A", 0).timecode("B", -77))
                .rolls("A", MORNING + 2000, MORNING + 2100)
                .rolls("B", MORNING + 2010, MORNING + 2090);
        List<Group> groups = day.told().groups();
        assertThat(groups).hasSize(3);
        assertThat(groups.get(2).clips().get(1).groupStart()).isCloseTo(10, within(0.1));
    }
}
