package backbeat.engine.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.ltc.LtcReader;
import backbeat.engine.ltc.LtcRun;
import backbeat.engine.media.MadeMedia;
import backbeat.engine.media.Media;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybackFileTest {
    private static final Media MEDIA = MadeMedia.MEDIA;
    private static final int RATE = SetSound.RATE;
    private static final double BEAT = 0.5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "01:00:00:00, 25, 1",
        "10:00:00;00, 30000/1001, 1",
        "00:00:00:00, 24000/1001, 6/5",
        "23:59:59:10, 24, 1/2"
    })
    void theSongBeginsOnItsFrameToTheSample(String label, String rate, String speed) throws IOException {
        Timecode start = Timecode.parse(label, Rate.parse(rate));
        float[] song = SetSound.song(1, 4, 0);
        PlaybackFile.Written written = set().play(song, SetSound.map(4, 0, BEAT), start, 2, Rational.parse(speed));
        float[][] sound = PlaybackSet.channels(written.file());
        LtcRun run = timecode(sound[1]);
        assertThat(run.rate()).isEqualTo(start.rate());
        double songStart = written.songBeginsAt();
        double apart = Math.IEEEremainder(run.frameAt(songStart) - start.frame(), dayOf(start));
        assertThat(apart / start.rate().toDouble() * RATE).isCloseTo(0, within(0.5));
        assertThat(run.framesSpanned()).isGreaterThan((long) (start.rate().toDouble() * written.seconds()) - 5);
        assertThat(firstAbove(sound[0], (int) (songStart * RATE) - 1000, 0.01f))
                .isCloseTo((int) (songStart * RATE), within(2));
        assertThat(written.songAt())
                .hasToString(label + "@" + start.rate().spoken() + (speed.equals("1") ? "" : "x" + speed));
    }

    private PlaybackSet set() {
        return new PlaybackSet(folder);
    }

    private static double dayOf(Timecode timecode) {
        return timecode.dropFrame() ? 2_589_408 : 86_400.0 * timecode.rate().nominal();
    }

    @Test
    void beepsLieOnTheBeatsBeforeTheFirstNoteAndTheFirstOfABarIsHigher() throws IOException {
        double downbeat = 0.25;
        PlaybackFile.Written written = set().play(
                        SetSound.song(2, 4, downbeat),
                        SetSound.map(4, downbeat, BEAT),
                        Timecode.parse("01:00:00:00", Rate.FPS_25),
                        2,
                        Rational.of(2));
        float[] left = PlaybackSet.channels(written.file())[0];
        assertThat(written.beeps()).isEqualTo(8);
        for (int beep = 0; beep < 8; beep++) {
            double at = written.songBeginsAt() + (downbeat - (8 - beep) * BEAT) / 2;
            int sample = (int) Math.round(at * RATE);
            assertThat(firstAbove(left, sample - 2000, 0.003f)).isCloseTo(sample, within(30));
            int crossings = crossings(left, sample, sample + 48 * 50);
            assertThat(crossings * 10).isCloseTo(beep % 4 == 0 ? 1760 : 880, within(20));
        }
    }

    @Test
    void aPickUpIsCountedToItsFirstNote() {
        SongMap map = SetSound.map(20, 1.0, BEAT);
        List<CountIn.Beep> beeps = CountIn.beeps(map, 0, 1);
        assertThat(beeps.getFirst()).isEqualTo(new CountIn.Beep(-3.0, true));
        assertThat(beeps).hasSize(6);
        assertThat(beeps.getLast().songSeconds()).isEqualTo(-0.5);
        assertThat(CountIn.beeps(map, 1.0, 2).getLast().songSeconds()).isEqualTo(0.5);
        assertThat(CountIn.beeps(map, 0, 0)).isEmpty();
    }

    @Test
    void ordersThatCannotBePlayedAreRefused() {
        Timecode fifty = Timecode.parse("01:00:00:00", Rate.FPS_50);
        assertThatThrownBy(() -> new PlaybackOrder(fifty, 2, Rational.ONE)).hasMessageContaining("50");
        Timecode start = Timecode.parse("01:00:00:00", Rate.FPS_25);
        assertThatThrownBy(() -> new PlaybackOrder(start, 2, Rational.of(5))).hasMessageContaining("speed");
        assertThatThrownBy(() -> new PlaybackOrder(start, -1, Rational.ONE)).hasMessageContaining("count-in");
    }

    @Test
    void theFileTellsPlayersItsTimeOfDay() throws IOException {
        PlaybackFile.Written written = set().play(
                        SetSound.song(3, 3, 0),
                        SetSound.map(3, 0, BEAT),
                        Timecode.parse("01:00:00:00", Rate.FPS_25),
                        1,
                        Rational.ONE);
        assertThat(PlaybackFile.isOne(written.file())).isTrue();
        byte[] bytes = Files.readAllBytes(written.file());
        long reference = java.nio.ByteBuffer.wrap(bytes)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .getLong(20 + 338);
        assertThat(reference).isEqualTo((long) ((3600 - written.songBeginsAt()) * RATE));
        assertThat(bytes).hasSize((int) (654 + written.seconds() * RATE * 6));
        assertThat(MEDIA.probe(written.file()).duration().toDouble()).isCloseTo(written.seconds(), within(1e-6));
    }

    @Test
    void aCameraThatHeardNoSongIsPlacedByTheFilesTimecode() throws IOException {
        Timecode start = Timecode.parse("02:00:00:00", Rate.FPS_25);
        PlaybackFile.Written written =
                set().play(SetSound.song(4, 10, 0), SetSound.map(10, 0, BEAT), start, 1, Rational.ONE);
        set().camera("deaf.wav", PlaybackSet.channels(written.file()), written.songBeginsAt() + 4.321, 4, false);
        ClipSync deaf = PlaybackSet.clip(set().sync(List.of(written.songAt())), "deaf.wav");
        assertThat(deaf.source()).isEqualTo("ltc");
        assertThat(deaf.matches())
                .singleElement()
                .satisfies(match -> assertThat(match.songTimeOf(0)).isCloseTo(4.321, within(1.5 / RATE)));
    }

    private static LtcRun timecode(float[] sound) {
        LtcReader reader = new LtcReader(RATE);
        reader.read(sound, 0, sound.length);
        List<LtcRun> runs = reader.finish();
        assertThat(runs).hasSize(1);
        return runs.getFirst();
    }

    private static int firstAbove(float[] sound, int from, float level) {
        int i = from;
        while (Math.abs(sound[i]) < level) {
            i++;
        }
        return i;
    }

    /** Halves of periods, in 50 ms: times ten makes Hertz. */
    private static int crossings(float[] sound, int from, int to) {
        int count = 0;
        for (int i = from + 1; i < to; i++) {
            count += (sound[i] < 0) == (sound[i - 1] < 0) ? 0 : 1;
        }
        return count;
    }
}
