package backbeat.engine.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.sync.SyncResult.Member;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cameras without any clock, in a room where people talk. */
class AirLinksTest {
    private static final double NOON = 12 * 3600;

    private static List<List<String>> groups(SyncResult result) {
        return result.groups().stream()
                .map(group -> group.clips().stream().map(Member::path).toList())
                .toList();
    }

    private static ClipSync last(SyncResult result) {
        return result.clips().getLast();
    }

    @Test
    void camerasThatHeardTheSameTalkBeforeTheSongAreOneTake() {
        SyncResult told = new ShootingDay()
                .heardIn(MadeUpAir.of(1, 1, 0.2))
                .playbackAt(NOON)
                .playbackAt(NOON + 600)
                .rolls("A", NOON - 15, NOON + 60)
                .rolls("A", NOON + 583, NOON + 660)
                .rolls("B", NOON - 13, NOON + 50)
                .rolls("B", NOON + 585, NOON + 670)
                .told();
        assertThat(groups(told))
                .containsExactly(List.of("A/A001.mov", "B/B003.mov"), List.of("A/A002.mov", "B/B004.mov"));
        assertThat(told.groups().getFirst().clips().getLast().groupStart()).isCloseTo(2, within(0.002));
    }

    @Test
    void twoTakesOfOnePlaybackAreNotOneTake() {
        SyncResult told = new ShootingDay()
                .heardIn(MadeUpAir.of(1, 1, 0.2))
                .playbackAt(NOON)
                .playbackAt(NOON + 600)
                .rolls("A", NOON - 15, NOON + 60)
                .rolls("B", NOON + 585, NOON + 660)
                .told();
        assertThat(told.groups()).isEmpty();
    }

    @Test
    void whatTwoTakesOfACameraShareIsARecordingAndNoEvidence() {
        MadeUpAir playbackHeardWhereSyncHeardNone = MadeUpAir.of(0, 1, 0.1);
        SyncResult told = new ShootingDay()
                .heardIn(playbackHeardWhereSyncHeardNone)
                .rolls("A", NOON - 5, NOON + 40)
                .rolls("A", NOON + 595, NOON + 640)
                .rolls("B", NOON - 3, NOON + 40)
                .playbackAt(NOON)
                .playbackAt(NOON + 600)
                .told();
        assertThat(told.groups()).isEmpty();
    }

    @Test
    void aClipInWhichTheSongIsTooWeakIsPlacedThroughTheTalkItShares() {
        ShootingDay day = new ShootingDay()
                .heardIn(MadeUpAir.of(1, 0.3, 0.15).withDrift(40e-6))
                .playbackAt(NOON)
                .rolls("A", NOON - 30, NOON + 60)
                .rollsWithoutHearingTheSong("B", NOON - 25, NOON + 50);
        ClipSync clip = last(day.told());
        assertThat(clip.verdict()).isEqualTo("matched");
        assertThat(clip.source()).isEqualTo("group");
        Match match = clip.matches().getFirst();
        assertThat(match.songTimeOf(45)).isCloseTo(20, within(0.004));
        assertThat(match.clipStart()).isCloseTo(25, within(0.01));
        assertThat(match.uncertaintySeconds()).isBetween(0.02, 0.05);
        assertThat(match.evidence()).containsEntry("sister", "A/A001.mov");
    }

    @Test
    void aCopiedChorusIsChosenByTheTalkThatASisterHeardToo() {
        ShootingDay day = new ShootingDay()
                .heardIn(MadeUpAir.of(1, 1, 0.15))
                .playbackAt(NOON)
                .rolls("A", NOON - 30, NOON + 200)
                .rollsInCopiedChorus("B", NOON + 150, NOON + 200, -48);
        ClipSync clip = last(day.told());
        assertThat(clip.verdict()).isEqualTo("matched");
        assertThat(clip.matches().getFirst().songStart()).isCloseTo(150, within(1e-6));
    }

    @Test
    void aClockIsLearnedFromOneTakeThatWasHeardTogether() {
        SyncResult told = new ShootingDay()
                .timecode("A", 0)
                .timecode("B", -4000)
                .heardIn(MadeUpAir.of(1, 1, 0.2))
                .playbackAt(NOON)
                .rolls("A", NOON - 15, NOON + 60)
                .rolls("B", NOON - 14, NOON + 50)
                .rolls("A", NOON + 1000, NOON + 1020)
                .rollsSilently("B", NOON + 1003, NOON + 1015)
                .told();
        assertThat(groups(told)).hasSize(2);
        assertThat(told.cameras()).hasSize(2);
    }

    @Test
    void roomsThatShareNothingAreNotGrouped() {
        SyncResult told = new ShootingDay()
                .heardIn(MadeUpAir.of(0, 0, 1))
                .rolls("A", NOON, NOON + 100)
                .rolls("B", NOON, NOON + 100)
                .rolls("C", NOON, NOON + 100)
                .told();
        assertThat(told.groups()).isEmpty();
    }
}
