package backbeat.engine.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage.Outcome;
import backbeat.engine.media.FrameReader;
import backbeat.engine.media.MadeMedia;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.SoundReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that a camera broke into files: 150 frames of which each carries its number as eight columns, under noise that is nowhere alike. */
class JoinTest {
    private static final int FRAMES = 150;
    private static final int WIDTH = 128;
    private static final int HEIGHT = 32;
    private static final int COLUMN = WIDTH / 8;
    private static final int RATE = 48_000;

    @TempDir
    Path folder;

    private Path cards;
    private final float[] noise = new float[FRAMES / 25 * RATE];

    @BeforeEach
    void makeNoise() throws IOException {
        cards = Files.createDirectories(folder.resolve("cards"));
        Random random = new Random(1);
        float before = 0;
        for (int i = 0; i < noise.length; i++) {
            before = 0.8f * before + 0.1f * (random.nextFloat() - 0.5f);
            noise[i] = before;
        }
    }

    @Test
    void chaptersOfAnActionCameraAreOneClip() throws IOException {
        Path card = Files.createDirectories(cards.resolve("DCIM/100GOPRO"));
        record(
                card.resolve("GH%02d0042.MP4"),
                List.of("-c:a", "aac", "-b:a", "256k", "-f", "segment", "-segment_time", "2"),
                List.of("-segment_format", "mp4", "-segment_start_number", "1", "-reset_timestamps", "1"));

        Footage footage = scan();

        assertThat(footage.clips()).singleElement().satisfies(clip -> {
            assertThat(clip.path()).isEqualTo("DCIM/100GOPRO/GH010042.MP4");
            assertThat(clip.parts()).hasSize(3);
        });
        assertThat(footage.files().stream().map(Footage.FileOutcome::outcome))
                .containsExactly(Outcome.USABLE, Outcome.PART_OF_CLIP, Outcome.PART_OF_CLIP);
        framesRunOn(footage.clips().getFirst().facts());
        soundRunsOn(footage.clips().getFirst().facts());
    }

    @Test
    void spannedStreamsOfAnAvchdCardAreOneClip() throws IOException {
        Path card = Files.createDirectories(cards.resolve("PRIVATE/AVCHD/BDMV/STREAM"));
        record(
                card.resolve("%05d.MTS"),
                List.of("-c:a", "ac3", "-b:a", "384k", "-f", "segment", "-segment_time", "2"),
                List.of("-segment_format", "mpegts"));

        Footage footage = scan();

        assertThat(footage.clips()).singleElement().satisfies(clip -> {
            assertThat(clip.path()).isEqualTo("PRIVATE/AVCHD/BDMV/STREAM/00000.MTS");
            assertThat(clip.parts()).hasSize(3);
        });
        framesRunOn(footage.clips().getFirst().facts());
        soundRunsOn(footage.clips().getFirst().facts());
    }

    @Test
    void aStreamThatWasCutInTheMiddleOfAPictureIsWholeAgain() throws IOException {
        Path card = Files.createDirectories(cards.resolve("PRIVATE/AVCHD/BDMV/STREAM"));
        record(folder.resolve("whole.ts"), List.of("-c:a", "ac3", "-b:a", "384k"), List.of("-f", "mpegts"));
        byte[] whole = Files.readAllBytes(folder.resolve("whole.ts"));
        int cut = whole.length / 2 / 188 * 188;
        List<Inspection> parts = new ArrayList<>();
        for (byte[] part : List.of(Arrays.copyOf(whole, cut), Arrays.copyOfRange(whole, cut, whole.length))) {
            String name = String.format(Locale.ROOT, "%05d.MTS", parts.size());
            Path file = Files.write(card.resolve(name), part);
            MediaFacts facts = MadeMedia.MEDIA.probe(file);
            FolderWalk.Seen seen = new FolderWalk.Seen(file, name, FolderWalk.Sight.REGULAR);
            parts.add(new Inspection(seen, Fingerprint.of(file), facts, false, null));
        }

        Inspection joined = new PartJoin(MadeMedia.MEDIA, Vault.open(folder.resolve("vault"), 1 << 30))
                .join(new Recording(parts), Work.quiet())
                .orElseThrow();

        framesRunOn(Objects.requireNonNull(joined.facts()));
        soundRunsOn(joined.facts());
    }

    @Test
    void aClipBrokenOffAtTheLimitGoesOnWhereTheTimecodeSaysSo() throws IOException {
        MediaFacts first = labelled("C0001.MP4", "10:00:00:00");
        MediaFacts next = labelled("C0002.MP4", "10:00:06:00");
        MediaFacts later = labelled("C0003.MP4", "10:00:07:00");
        long fourGigabytes = 4_100_000_000L;
        assertThat(SpannedClips.continuesByTimecode(fourGigabytes, first, next)).isTrue();
        assertThat(SpannedClips.continuesByTimecode(fourGigabytes, first, later))
                .isFalse();
        assertThat(SpannedClips.continuesByTimecode(1_000_000_000L, first, next))
                .isFalse();
    }

    private MediaFacts labelled(String name, String timecode) throws IOException {
        Path file = folder.resolve(name);
        record(file, List.of("-c:a", "aac"), List.of("-timecode", timecode));
        return MadeMedia.MEDIA.probe(file);
    }

    @Test
    void recordingsThatFollowEachOtherByNameAloneStayApart() throws IOException {
        Path card = Files.createDirectories(cards.resolve("PRIVATE/AVCHD/BDMV/STREAM"));
        record(card.resolve("00000.MTS"), List.of("-c:a", "ac3"), List.of("-f", "mpegts"));
        Files.copy(card.resolve("00000.MTS"), card.resolve("00001.MTS"));

        assertThat(scan().clips()).hasSize(2);
    }

    @Test
    void aMissingChapterIsNotJoinedOver() throws IOException {
        Path card = Files.createDirectories(cards.resolve("DCIM/100GOPRO"));
        record(
                card.resolve("GH%02d0042.MP4"),
                List.of("-c:a", "aac", "-f", "segment", "-segment_time", "2"),
                List.of("-segment_format", "mp4", "-segment_start_number", "1", "-reset_timestamps", "1"));
        Files.delete(card.resolve("GH020042.MP4"));

        assertThat(scan().clips()).hasSize(2);
    }

    private Footage scan() {
        return new FootageScan(MadeMedia.MEDIA, Vault.open(folder.resolve("vault"), 1 << 30)).scan(cards, Work.quiet());
    }

    private void record(Path file, List<String> sound, List<String> form) throws IOException {
        MadeMedia.make(
                file,
                List.of("-f", "rawvideo", "-pix_fmt", "gray", "-s", WIDTH + "x" + HEIGHT, "-r", "25", "-i"),
                List.of(Files.write(folder.resolve("frames.raw"), frames()).toString()),
                List.of("-f", "f32le", "-ar", "48000", "-ac", "1", "-i"),
                List.of(Files.write(folder.resolve("noise.raw"), samples()).toString()),
                List.of("-map", "0:v", "-map", "1:a", "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p"),
                List.of("-g", "25", "-bf", "2", "-flags", "+cgop"),
                sound,
                form);
    }

    private static byte[] frames() {
        byte[] raw = new byte[FRAMES * WIDTH * HEIGHT];
        for (int i = 0; i < raw.length; i++) {
            int number = i / (WIDTH * HEIGHT);
            raw[i] = (byte) (((number >> (i % WIDTH / COLUMN)) & 1) == 1 ? 235 : 16);
        }
        return raw;
    }

    private byte[] samples() {
        ByteBuffer raw = ByteBuffer.allocate(noise.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : noise) {
            raw.putFloat(sample);
        }
        return raw.array();
    }

    private static void framesRunOn(MediaFacts facts) {
        long count = Objects.requireNonNull(facts.video()).frames();
        List<Integer> numbers = new ArrayList<>();
        byte[] frame = new byte[WIDTH * HEIGHT];
        try (FrameReader reader = MadeMedia.MEDIA.greyFrames(facts, WIDTH, HEIGHT, 0, count)) {
            while (reader.read(frame)) {
                numbers.add(number(frame));
            }
        }
        assertThat(numbers).isEqualTo(IntStream.range(0, FRAMES).boxed().toList());
        assertThat(facts.video().variableRate()).isFalse();
    }

    private static int number(byte[] frame) {
        return IntStream.range(0, 8)
                .filter(bit -> (frame[WIDTH * HEIGHT / 2 + bit * COLUMN + COLUMN / 2] & 0xff) > 128)
                .map(bit -> 1 << bit)
                .sum();
    }

    /** The sound of each stretch lies as far from where it was recorded as that of the first: nothing is lost or doubled at the seams. */
    private void soundRunsOn(MediaFacts facts) {
        float[] heard = new float[noise.length + 2 * RATE];
        try (SoundReader reader = MadeMedia.MEDIA.sound(facts, RATE, 0)) {
            reader.readFully(heard);
        }
        List<Integer> delays = IntStream.of(10, 18, 22, 38, 42, 55)
                .mapToObj(tenths -> delayAt(heard, tenths * RATE / 10))
                .toList();
        assertThat(delays).allSatisfy(delay -> assertThat(delay).isCloseTo(delays.getFirst(), within(1)));
    }

    private int delayAt(float[] heard, int at) {
        float[] wanted = Arrays.copyOfRange(noise, at, at + 1000);
        return IntStream.range(-4000, 4000)
                .boxed()
                .max((a, b) -> Double.compare(likeness(heard, at + a, wanted), likeness(heard, at + b, wanted)))
                .orElseThrow();
    }

    private static double likeness(float[] heard, int from, float[] wanted) {
        double sum = 0;
        double power = 1e-9;
        for (int i = 0; i < wanted.length; i++) {
            sum += heard[from + i] * wanted[i];
            power += heard[from + i] * heard[from + i];
        }
        return sum / Math.sqrt(power);
    }
}
