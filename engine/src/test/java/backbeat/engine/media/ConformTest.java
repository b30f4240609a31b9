package backbeat.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.Work;
import backbeat.engine.time.Rate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of pictures that are not progressive, of standard range, and as large as the film. */
class ConformTest {
    private static final int WIDTH = 128;
    private static final int HEIGHT = 64;

    @TempDir
    Path folder;

    /** Middle grey and white of a scene, as HDR10 and HLG write them, come out where standard pictures have them. */
    @ParameterizedTest
    @CsvSource({"smpte2084, 0.38, 0.581", "arib-std-b67, 0.38, 0.75"})
    void highDynamicRangeIsBroughtToStandard(String transfer, double grey, double white) throws IOException {
        Path clip = highRange(transfer, grey, white);
        assertThat(Objects.requireNonNull(MadeMedia.MEDIA.probe(clip).video())
                        .colour()
                        .transfer())
                .isEqualTo(transfer);

        byte[] shown = firstFrame(shot(clip, List.of(0L, 1L, 2L)));

        assertThat(level(shown, WIDTH / 4)).isBetween(0.38, 0.46);
        assertThat(level(shown, WIDTH * 3 / 4)).isBetween(0.88, 0.96);
        Path jpg = folder.resolve("thumbnail.jpg");
        MadeMedia.MEDIA.thumbnail(MadeMedia.MEDIA.probe(clip), 1, WIDTH, jpg);
        byte[] small = firstFrame(MadeMedia.make(folder.resolve("small.mov"), List.of("-i", "file:" + jpg)));
        assertThat(level(small, WIDTH * 3 / 4)).isBetween(0.88, 0.96);
    }

    /** A bar jumps between the two fields of every frame: shown together they would be a comb. */
    @Test
    void fieldsAreMadeFrames() throws IOException {
        int frames = 12;
        ByteBuffer raw = ByteBuffer.allocate(frames * WIDTH * HEIGHT);
        for (int i = 0; i < raw.capacity(); i++) {
            int x = i % WIDTH;
            int field = 2 * (i / (WIDTH * HEIGHT)) + i / WIDTH % 2;
            raw.put((byte) (x / 16 == field % 8 ? 235 : 16));
        }
        Path clip = MadeMedia.make(
                folder.resolve("fields.mov"),
                picture("gray", Files.write(folder.resolve("fields.raw"), raw.array())),
                List.of("-vf", "setfield=tff", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", "5"),
                List.of("-flags", "+ilme+ildct", "-x264-params", "tff=1", "-field_order", "tt"));
        List<Long> wanted = LongStream.range(2, 10).boxed().toList();

        Path shown = shot(clip, wanted);

        MediaFacts facts = MadeMedia.MEDIA.probe(shown);
        assertThat(Objects.requireNonNull(facts.video()).frames()).isEqualTo(wanted.size());
        byte[] frame = new byte[WIDTH * HEIGHT];
        try (FrameReader reader = MadeMedia.MEDIA.greyFrames(facts, WIDTH, HEIGHT, 0, wanted.size())) {
            for (long number : wanted) {
                assertThat(reader.read(frame)).isTrue();
                int bar = (int) (2 * number % 8) * 16 + 8;
                int between = (int) ((2 * number + 1) % 8) * 16 + 8;
                assertThat(level(frame, bar))
                        .as("upper field of frame " + number)
                        .isGreaterThan(0.8);
                assertThat(combs(frame, between)).as("comb in frame " + number).isLessThan(4);
            }
        }
    }

    private Path highRange(String transfer, double grey, double white) throws IOException {
        ByteBuffer raw = ByteBuffer.allocate(3 * 3 * WIDTH * HEIGHT).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < 3; frame++) {
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                raw.putShort((short) Math.round(64 + 876 * (i % WIDTH < WIDTH / 2 ? grey : white)));
            }
            for (int i = 0; i < WIDTH * HEIGHT / 2; i++) {
                raw.putShort((short) 512);
            }
        }
        return MadeMedia.make(
                folder.resolve("high.mov"),
                picture("yuv420p10le", Files.write(folder.resolve("high.raw"), raw.array())),
                List.of(
                        "-vf",
                        "setparams=range=tv:color_primaries=bt2020:color_trc=" + transfer + ":colorspace=bt2020nc"),
                List.of("-c:v", "libx265", "-x265-params", "log-level=error", "-tag:v", "hvc1"));
    }

    private static List<String> picture(String pixels, Path raw) {
        return List.of(
                "-f", "rawvideo", "-pix_fmt", pixels, "-s", WIDTH + "x" + HEIGHT, "-r", "25", "-i", "file:" + raw);
    }

    private Path shot(Path clip, List<Long> frames) throws IOException {
        Path target = folder.resolve("shot.mp4");
        PictureForm form = new PictureForm(Rate.FPS_25, WIDTH, HEIGHT);
        Scene shot = new Scene.Shot(
                MadeMedia.MEDIA.probe(clip), new Scene.Showing.Frames(frames), Scene.Placing.FITTED, List.of());
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        new SceneEncoder(MadeMedia.MEDIA, form, FilmRecipe.H264)
                .encode(List.of(shot), List.of(target), scratch, Work.quiet());
        return target;
    }

    private static byte[] firstFrame(Path film) {
        byte[] frame = new byte[WIDTH * HEIGHT];
        try (FrameReader reader = MadeMedia.MEDIA.greyFrames(MadeMedia.MEDIA.probe(film), WIDTH, HEIGHT, 0, 1)) {
            assertThat(reader.read(frame)).isTrue();
        }
        return frame;
    }

    private static double level(byte[] frame, int x) {
        return (frame[HEIGHT / 2 * WIDTH + x] & 0xff) / 255.0;
    }

    private static int combs(byte[] frame, int x) {
        int combs = 0;
        for (int y = 1; y < HEIGHT; y++) {
            int here = frame[y * WIDTH + x] & 0xff;
            int above = frame[(y - 1) * WIDTH + x] & 0xff;
            combs += Math.abs(here - above) > 100 ? 1 : 0;
        }
        return combs;
    }
}
