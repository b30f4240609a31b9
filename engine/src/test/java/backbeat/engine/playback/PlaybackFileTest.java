package backbeat.engine.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage;
import backbeat.engine.footage.FootageScan;
import backbeat.engine.ltc.LtcReader;
import backbeat.engine.ltc.LtcRun;
import backbeat.engine.media.MadeMedia;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.SoundReader;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SongAt;
import backbeat.engine.sync.Sync;
import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
        PlaybackFile.Written written = play(song, SetSound.map(4, 0, BEAT), start, 2, Rational.parse(speed));
        float[][] sound = channels(written.file());
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

    private static double dayOf(Timecode timecode) {
        return timecode.dropFrame() ? 2_589_408 : 86_400.0 * timecode.rate().nominal();
    }

    @Test
    void beepsLieOnTheBeatsBeforeTheFirstNoteAndTheFirstOfABarIsHigher() throws IOException {
        double downbeat = 0.25;
        PlaybackFile.Written written = play(
                SetSound.song(2, 4, downbeat),
                SetSound.map(4, downbeat, BEAT),
                Timecode.parse("01:00:00:00", Rate.FPS_25),
                2,
                Rational.of(2));
        float[] left = channels(written.file())[0];
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
        PlaybackFile.Written written = play(
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

    /** The way round: what the file carried is read from cameras, and sync places the one that heard no song where the truth is. */
    @ParameterizedTest
    @CsvSource({"1, learned", "1, given", "6/5, learned", "6/5, given"})
    void syncPlacesByTheTimecodeOfThePlaybackFile(String speed, String how) throws IOException {
        float[] song = SetSound.song(4, 24, 0);
        Timecode start = Timecode.parse("02:00:00:00", Rate.FPS_25);
        PlaybackFile.Written written = play(song, SetSound.map(24, 0, BEAT), start, 1, Rational.parse(speed));
        float[][] played = channels(written.file());
        double factor = Rational.parse(speed).toDouble();
        double begins = written.songBeginsAt();
        camera("hears.wav", played, begins + 2.3456, 11, true);
        camera("deaf.wav", played, begins + 7.123, 9, false);
        List<SongAt> told = how.equals("given") ? List.of(written.songAt()) : List.of();
        SyncResult result = sync(folder.resolve("song.wav"), told);
        ClipSync hears = clip(result, "hears.wav");
        ClipSync deaf = clip(result, "deaf.wav");
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

    private static ClipSync clip(SyncResult result, String path) {
        return result.clips().stream()
                .filter(clip -> clip.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private SyncResult sync(Path song, List<SongAt> told) {
        Vault vault = Vault.open(folder.resolve("vault"), 1L << 30);
        Footage footage = new FootageScan(MEDIA, vault).scan(folder.resolve("cards"), List.of(), Work.quiet());
        return new Sync(MEDIA, vault).sync(song, MEDIA.probe(song), footage, told, Work.quiet());
    }

    /** Left what the microphone hears, right the timecode from the player. */
    private void camera(String name, float[][] played, double from, int seconds, boolean hearsTheSong)
            throws IOException {
        Random noise = new Random(7);
        int first = (int) Math.round(from * RATE);
        float[] microphone = new float[seconds * RATE];
        for (int i = 0; i < microphone.length; i++) {
            float heard = hearsTheSong ? played[0][first + i] : 0;
            microphone[i] = 0.5f * heard + 0.005f * (float) noise.nextGaussian();
        }
        float[] line = Arrays.copyOfRange(played[1], first, first + microphone.length);
        Files.createDirectories(folder.resolve("cards"));
        SetSound.write(folder.resolve("cards").resolve(name), microphone, line);
    }

    private PlaybackFile.Written play(float[] song, SongMap map, Timecode start, int bars, Rational speed)
            throws IOException {
        Path file = SetSound.write(folder.resolve("song.wav"), song);
        MediaFacts facts = MEDIA.probe(file);
        PlaybackOrder order = new PlaybackOrder(start, bars, speed);
        return new PlaybackFile(MEDIA).write(facts, map, order, folder.resolve("playback.wav"), Work.quiet());
    }

    private static float[][] channels(Path file) {
        MediaFacts facts = MEDIA.probe(file);
        try (SoundReader reader = MEDIA.interleaved(facts, RATE)) {
            float[] both = new float[(int) (2 * facts.duration().toDouble() * RATE)];
            int read = reader.readFully(both);
            float[][] channels = new float[2][read / 2];
            for (int i = 0; i < read; i++) {
                channels[i % 2][i / 2] = both[i];
            }
            return channels;
        }
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
