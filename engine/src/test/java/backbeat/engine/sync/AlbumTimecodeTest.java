package backbeat.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Ltc;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Two songs, a clip that heard neither, and timecode on its sound. */
class AlbumTimecodeTest {
    private static final List<String> NAMES = List.of("one.wav", "two.wav");

    @Test
    void aClipGoesToTheSongWhosePlaybackItRecorded() {
        List<SyncResult> told = placed("01:00:00:00@25", "02:00:00:00@25");
        assertThat(clip(told, 0).verdict()).isEqualTo("unmatched");
        assertThat(Objects.requireNonNull(clip(told, 0).reason()).code()).isEqualTo(Reasons.OTHER_SONG);
        assertThat(clip(told, 1).source()).isEqualTo("ltc");
        assertThat(clip(told, 1).matches().getFirst().songStart()).isEqualTo(30);
    }

    @Test
    void aClipThatBothCouldHaveGoesToNeitherAndThatIsTold() {
        List<SyncResult> told = placed("02:00:00:00@25", "02:00:10:00@25");
        for (int song = 0; song < 2; song++) {
            assertThat(clip(told, song).verdict()).isEqualTo("unmatched");
            assertThat(told.get(song).findings())
                    .singleElement()
                    .satisfies(
                            finding -> assertThat(finding.problem().oneLine()).contains("a.mov", "one.wav, two.wav"));
        }
    }

    @Test
    void aClipThatHoldsAnotherSongIsLeftAlone() {
        ClipSync elsewhere = silent().answered("unmatched", Reasons.otherSong("three.wav"), List.of(), null);
        List<SyncResult> told = new AlbumTimecode(List.of("one.wav"), List.of())
                .placed(List.of(result(elsewhere)), List.of(SongAt.parse("02:00:00:00@25")));
        assertThat(clip(told, 0)).isEqualTo(elsewhere);
    }

    @Test
    void startsMustBeToldForEachSong() {
        assertThatThrownBy(() -> AlbumTimecode.refuseUnpaired(List.of(SongAt.parse("01:00:00:00@25")), 2))
                .hasMessageContaining("2 songs");
        AlbumTimecode.refuseUnpaired(List.of(), 2);
    }

    private static List<SyncResult> placed(String... songAt) {
        return new AlbumTimecode(NAMES, List.of())
                .placed(
                        List.of(result(silent()), result(silent())),
                        List.of(songAt).stream().map(SongAt::parse).toList());
    }

    private static ClipSync clip(List<SyncResult> told, int song) {
        return told.get(song).clips().getFirst();
    }

    private static SyncResult result(ClipSync clip) {
        return new SyncResult(
                SyncResult.CONTRACT,
                new SyncResult.SongFile("song.wav", 200, 48_000),
                List.of(clip),
                List.of(),
                List.of(),
                List.of());
    }

    private static ClipSync silent() {
        Ltc ltc = new Ltc(
                null, 1, 0, 20, "02:00:30:00", "02:00:49:24", "02:00:30:00", "25", 500, 25, 1e-6, 1e-6, "00000000");
        return new ClipSync("a.mov", 20.0, "unmatched", Reasons.of(Reasons.NO_SONG), List.of(), null, List.of(ltc));
    }
}
