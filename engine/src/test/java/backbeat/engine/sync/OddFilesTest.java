package backbeat.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.footage.FootageScan;
import backbeat.engine.media.MadeMedia;
import backbeat.engine.media.Media;
import backbeat.engine.signal.Resampler;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as cards hold them, however odd: on their sample, or refused with a reason. One recording of the song is written in every form. */
class OddFilesTest {
    private static final int FILE_RATE = 48_000;
    private static final double SONG_START = 5.123456;
    private static final double SECONDS = 8;
    private static final double TRIMMED_SECONDS = 1.3;
    private static final double LATE_SECONDS = 0.37;
    private static final double AC3_DELAY_SECONDS = 256.0 / FILE_RATE;
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final int FRAMES = 200;

    private static final List<String> PICTURE = words("-c:v libx264 -preset ultrafast -g 25 -pix_fmt yuv420p");
    private static final List<String> BOTH = words("-map 0:v -map 1:a");

    @TempDir
    static Path folder;

    private static Footage footage = new Footage(Path.of(""), List.of(), List.of(), List.of(), List.of());
    private static Map<String, ClipSync> answers = Map.of();
    private static Path song = Path.of("");

    @BeforeAll
    static void writeAndSync() throws IOException {
        Path cards = Files.createDirectory(folder.resolve("cards"));
        song = song();
        Form recording = new Form(cards);
        writeForms(recording);
        writeFormsWithPicture(recording);
        writeBroken(cards);
        Media media = MadeMedia.MEDIA;
        Vault vault = Vault.open(folder.resolve("vault"), 1 << 30);
        footage = new FootageScan(media, vault).scan(cards, Work.quiet());
        SyncResult result = new Sync(media, vault).sync(song, media.probe(song), footage, Work.quiet());
        answers = result.clips().stream().collect(Collectors.toMap(ClipSync::path, Function.identity()));
    }

    /** The clip in all forms, from the same samples. */
    private static final class Form {
        private final Path cards;
        private final List<String> recorded;
        private final List<String> noise;
        private final List<String> picture;

        Form(Path cards) throws IOException {
            this.cards = cards;
            float[] samples = new Resampler((double) Sound.WIDE_RATE / FILE_RATE)
                    .read(excerpt(), SONG_START * Sound.WIDE_RATE, (int) (SECONDS * FILE_RATE));
            Random random = new Random(4);
            float[] hiss = new float[samples.length];
            for (int i = 0; i < samples.length; i++) {
                hiss[i] = (float) (0.02 * random.nextGaussian());
                samples[i] += 0.2f * hiss[i];
            }
            recorded = rawSound("recorded.raw", samples);
            noise = rawSound("noise.raw", hiss);
            picture = rawPicture();
        }

        Path sound(String name, String words) {
            return MadeMedia.make(cards.resolve(name), recorded, words(words));
        }

        void soundAndNoise(String name, String filter, String words) {
            List<String> mixed = List.of("-filter_complex", "[0:a][1:a]amerge=inputs=2," + filter);
            MadeMedia.make(cards.resolve(name), recorded, noise, mixed, words(words));
        }

        Path film(String name, String inputWords, String words) {
            return MadeMedia.make(
                    cards.resolve(name), picture, words(inputWords), recorded, BOTH, PICTURE, words(words));
        }
    }

    private static void writeForms(Form form) {
        form.sound("mono.wav", "-c:a pcm_s16le");
        form.sound("24 bit.wav", "-c:a pcm_s24le");
        form.sound("float.wav", "-c:a pcm_f32le");
        form.sound("8 kHz.wav", "-ar 8000 -c:a pcm_s16le");
        form.sound("192 kHz.wav", "-ar 192000 -c:a pcm_s24le");
        form.sound("clipped.wav", "-af volume=30dB -c:a pcm_s16le");
        form.sound("silent.wav", "-af volume=0 -c:a pcm_s16le");
        form.sound("faint.wav", "-af volume=-50dB -c:a pcm_s16le");
        form.sound("antiphase.wav", "-af pan=stereo|c0=c0|c1=-1*c0 -c:a pcm_s16le");
        form.sound("dead channel.wav", "-af pan=stereo|c0=0*c0|c1=c0 -c:a pcm_s16le");
        form.soundAndNoise(
                "surround.mov", "pan=5.1|FL=0.5*c1|FR=0.4*c1|FC=0*c1|LFE=0*c0|BL=0*c0|BR=0.8*c0", "-c:a pcm_s24le");
        form.sound("primed.m4a", "-c:a aac -b:a 128k -f mp4");
        form.sound("16 kbit.m4a", "-ar 16000 -c:a aac -b:a 16k -f mp4");
        form.sound("frames.mp3", "-c:a libmp3lame -b:a 128k");
        form.sound("opus.mkv", "-c:a libopus -b:a 96k");
    }

    private static void writeFormsWithPicture(Form form) {
        Path whole = form.film("primed.mp4", "", "-c:a aac -b:a 128k -movflags +faststart");
        MadeMedia.make(
                whole.resolveSibling("trimmed.mp4"),
                List.of("-ss", String.valueOf(TRIMMED_SECONDS), "-i", "file:" + whole),
                words("-c copy"));
        String uneven = "-vf select=not(mod(n\\,3))+lt(mod(n\\,7)\\,2) -fps_mode passthrough";
        form.film("uneven pictures and late sound.mov", "-itsoffset " + LATE_SECONDS, uneven + " -c:a pcm_s16le");
        form.film(
                "uneven pictures and late sound.mkv", "-itsoffset " + LATE_SECONDS, uneven + " -c:a libopus -b:a 96k");
        form.film("late sound.mp4", "-itsoffset " + LATE_SECONDS, "-c:a aac -b:a 128k");
        form.film("old.avi", "", "-c:v mjpeg -pix_fmt yuvj420p -c:a adpcm_ima_wav");
        form.film("stream.mts", "", "-c:a ac3 -b:a 192k -f mpegts");
    }

    private static void writeBroken(Path cards) throws IOException {
        byte[] garbage = new byte[50_000];
        new Random(1).nextBytes(garbage);
        Files.write(cards.resolve("garbage.mov"), garbage);
        Files.write(cards.resolve("empty.mp4"), new byte[0]);
        byte[] indexAtTheStart = Files.readAllBytes(cards.resolve("primed.mp4"));
        Files.write(cards.resolve("torn off.mp4"), Arrays.copyOf(indexAtTheStart, 2 * indexAtTheStart.length / 3));
        byte[] indexAtTheEnd = Files.readAllBytes(cards.resolve("primed.m4a"));
        Files.write(cards.resolve("without its index.mp4"), Arrays.copyOf(indexAtTheEnd, 2 * indexAtTheEnd.length / 3));
    }

    private static float[] excerpt() {
        float[] whole = SimulatedSong.compose(7);
        return Arrays.copyOfRange(whole, 6 * SimulatedSong.RATE, 24 * SimulatedSong.RATE);
    }

    private static Path song() throws IOException {
        float[] samples = new Resampler((double) Sound.WIDE_RATE / FILE_RATE).all(excerpt());
        return MadeMedia.make(folder.resolve("song.wav"), rawSound("song.raw", samples), words("-c:a pcm_s24le"));
    }

    private static List<String> rawSound(String name, float[] samples) throws IOException {
        ByteBuffer raw = ByteBuffer.allocate(samples.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(samples);
        Path file = Files.write(folder.resolve(name), raw.array());
        return List.of("-f", "f32le", "-ar", String.valueOf(FILE_RATE), "-ac", "1", "-i", "file:" + file);
    }

    private static List<String> rawPicture() throws IOException {
        byte[] raw = new byte[FRAMES * WIDTH * HEIGHT];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (byte) (40 + i / (WIDTH * HEIGHT) % 160);
        }
        Path file = Files.write(folder.resolve("picture.raw"), raw);
        return List.of(
                "-f", "rawvideo", "-pix_fmt", "gray", "-s", WIDTH + "x" + HEIGHT, "-r", "25", "-i", "file:" + file);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    @Test
    void aClipThatIsHeardAheadIsAnsweredTheSame() {
        Vault another = Vault.open(folder.resolve("another vault"), 1 << 30);
        Listening listening = new Sync(MadeMedia.MEDIA, another).listening(song, MadeMedia.MEDIA.probe(song));
        Clip clip = footage.clips().stream()
                .filter(one -> one.path().equals("opus.mkv"))
                .findFirst()
                .orElseThrow();
        assertThat(listening.knows(clip)).isFalse();
        assertThat(listening.hear(clip, Work.quiet())).isEqualTo(answers.get(clip.path()));
        assertThat(listening.knows(clip)).isTrue();
    }

    @Test
    void whatSyncHeardIsKnown() {
        Vault vault = Vault.open(folder.resolve("vault"), 1 << 30);
        Listening listening = new Sync(MadeMedia.MEDIA, vault).listening(song, MadeMedia.MEDIA.probe(song));
        assertThat(footage.clips()).allMatch(listening::knows);
    }

    @ParameterizedTest
    @CsvSource({
        "mono.wav",
        "24 bit.wav",
        "float.wav",
        "8 kHz.wav",
        "192 kHz.wav",
        "clipped.wav",
        "faint.wav",
        "antiphase.wav",
        "dead channel.wav",
        "surround.mov",
        "primed.m4a",
        "frames.mp3",
        "opus.mkv",
        "primed.mp4",
        "old.avi"
    })
    void theFormOfTheFileDoesNotMoveIt(String name) {
        assertThatSongRunsThrough(name, SONG_START, 0, SECONDS, 1e-3);
    }

    @Test
    void littleIsLeftOfSixteenKilobitsButItsPlace() {
        assertThatSongRunsThrough("16 kbit.m4a", SONG_START, 0, SECONDS, 2e-3);
    }

    /** Nothing in such a stream says that the coder's delay is to be hidden: it is presented, and clip time 0 is its beginning. */
    @Test
    void aCodersDelayThatNothingHidesCounts() {
        assertThatSongRunsThrough("stream.mts", SONG_START - AC3_DELAY_SECONDS, AC3_DELAY_SECONDS, SECONDS, 1e-3);
    }

    @Test
    void whatAnEditListHidesDoesNotCount() {
        assertThatSongRunsThrough("trimmed.mp4", SONG_START + TRIMMED_SECONDS, 0, SECONDS - TRIMMED_SECONDS, 1e-3);
    }

    @ParameterizedTest
    @CsvSource({"uneven pictures and late sound.mov", "uneven pictures and late sound.mkv", "late sound.mp4"})
    void soundThatComesLateIsPlacedWhereItIsHeard(String name) {
        assertThatSongRunsThrough(name, SONG_START - LATE_SECONDS, LATE_SECONDS, SECONDS + LATE_SECONDS, 1e-3);
    }

    @ParameterizedTest
    @CsvSource({
        "empty.mp4, sync/unreadable",
        "without its index.mp4, sync/unreadable",
        "garbage.mov, sync/unreadable",
        "silent.wav, sync/no-sound"
    })
    void whatHoldsNoSoundIsRefused(String name, String reason) {
        assertThat(answer(name).verdict()).isEqualTo("unmatched");
        assertThat(answer(name).reason())
                .isNotNull()
                .extracting(SyncResult.Reason::code)
                .isEqualTo(reason);
    }

    @Test
    void whatIsLeftOfATornFileIsPlacedOrRefused() {
        ClipSync clip = answer("torn off.mp4");
        if (clip.isMatched()) {
            assertThatSongRunsThrough("torn off.mp4", SONG_START, 0, SECONDS / 2, 1e-3);
        } else {
            assertThat(clip.reason())
                    .isNotNull()
                    .extracting(SyncResult.Reason::code)
                    .isEqualTo("sync/unreadable");
        }
    }

    private static void assertThatSongRunsThrough(
            String name, double songAtZero, double from, double to, double tolerance) {
        ClipSync clip = answer(name);
        assertThat(clip.verdict()).as("verdict, refused as %s", clip.reason()).isEqualTo("matched");
        assertThat(clip.matches()).hasSize(1);
        Match match = clip.matches().getFirst();
        assertThat(match.songTimeOf(from)).isCloseTo(songAtZero + from, within(tolerance));
        assertThat(match.songTimeOf(to)).isCloseTo(songAtZero + to, within(tolerance));
        assertThat(match.sure()).isTrue();
    }

    private static ClipSync answer(String name) {
        return Objects.requireNonNull(answers.get(name), name);
    }
}
