package backbeat.engine.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.media.MadeMedia;
import backbeat.engine.sync.SongAt;
import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way round: what a playback file carried is read from cameras, and places them. */
@Tag("slow")
class PlaybackRoundTripTest {
    private static final double BEAT = 0.5;

    @TempDir
    Path folder;

    private PlaybackSet set = new PlaybackSet(Path.of(""));

    @BeforeEach
    void openTheSet() {
        set = new PlaybackSet(folder);
    }

    /** The way round: what the file carried is read from cameras, and sync places the one that heard no song where the truth is. */
    @ParameterizedTest
    @CsvSource({"1, learned", "1, given", "6/5, learned", "6/5, given"})
    void syncPlacesByTheTimecodeOfThePlaybackFile(String speed, String how) throws IOException {
        float[] song = SetSound.song(4, 24, 0);
        Timecode start = Timecode.parse("02:00:00:00", Rate.FPS_25);
        PlaybackFile.Written written = set.play(song, SetSound.map(24, 0, BEAT), start, 1, Rational.parse(speed));
        float[][] played = PlaybackSet.channels(written.file());
        double factor = Rational.parse(speed).toDouble();
        double begins = written.songBeginsAt();
        set.camera("hears.wav", played, begins + 2.3456, 11, true);
        set.camera("deaf.wav", played, begins + 7.123, 9, false);
        List<SongAt> told = how.equals("given") ? List.of(written.songAt()) : List.of();
        SyncResult result = set.sync(told);
        ClipSync hears = PlaybackSet.clip(result, "hears.wav");
        ClipSync deaf = PlaybackSet.clip(result, "deaf.wav");
        assertThat(hears.source()).isEqualTo("sound");
        assertThat(hears.matches().getFirst().songTimeOf(0)).isCloseTo(2.3456 * factor, within(0.002));
        assertThat(hears.ltc())
                .singleElement()
                .satisfies(run -> assertThat(run.channel()).isEqualTo(1));
        assertThat(deaf.source()).isEqualTo("ltc");
        assertThat(deaf.matches()).singleElement().satisfies(match -> {
            assertThat(match.songTimeOf(0)).isCloseTo(7.123 * factor, within(how.equals("given") ? 1e-4 : 0.002));
            assertThat(match.speedFraction()).isEqualTo(speed);
            assertThat(match.clipEnd()).isEqualTo(9);
            assertThat(match.sure()).isTrue();
        });
        assertThat(result.findings()).isEmpty();
    }

    /** Broadcast cameras write each input as a sound of its own, in any order. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0"})
    void timecodeInASoundOfItsOwnIsReadAndTheOtherSearched(int first, int second) throws IOException {
        float[] song = SetSound.song(5, 20, 0);
        Timecode start = Timecode.parse("02:00:00:00", Rate.FPS_24);
        PlaybackFile.Written written = set.play(song, SetSound.map(20, 0, BEAT), start, 1, Rational.ONE);
        set.camera("both.wav", PlaybackSet.channels(written.file()), written.songBeginsAt() + 3.5, 8, true);
        Path both = folder.resolve("cards/both.wav");
        MadeMedia.make(
                folder.resolve("cards/split.mov"),
                List.of("-i", "file:" + both, "-filter_complex", "channelsplit=channel_layout=stereo[c0][c1]"),
                List.of("-map", "[c" + first + "]", "-map", "[c" + second + "]", "-c:a", "pcm_s16le"));
        Files.delete(both);
        ClipSync split = PlaybackSet.clip(set.sync(List.of()), "split.mov");
        assertThat(split.source()).isEqualTo("sound");
        assertThat(split.matches().getFirst().songTimeOf(0)).isCloseTo(3.5, within(0.002));
        assertThat(split.ltc())
                .singleElement()
                .satisfies(run -> assertThat(run.atClipStart()).isEqualTo("02:00:03:12"));
    }
}
