package backbeat.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.time.Rational;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameReaderTest {
    @TempDir
    Path folder;

    private MediaFacts made(String name, String rate) throws IOException {
        return MadeMedia.MEDIA.probe(MadeMedia.make(
                folder.resolve(name),
                MadeMedia.framesInput(folder, 50, rate),
                List.of("-c:v", "libx264", "-preset", "fast", "-crf", "10", "-g", "250", "-bf", "3"),
                List.of("-pix_fmt", "yuv420p")));
    }

    @ParameterizedTest
    @CsvSource({"a.mp4, 24000/1001", "a.mkv, 60000/1001", "a.mov, 25", "a.ts, 25"})
    void frameThatIsAskedForIsTheOneThatComes(String name, String rate) throws IOException {
        MediaFacts facts = made(name, rate);
        for (int frame : new int[] {0, 1, 23, 48}) {
            assertThat(numbers(facts, frame, 2)).as("from " + frame).containsExactly(frame, frame + 1);
        }
        assertThat(numbers(facts, 45, 100)).containsExactly(45, 46, 47, 48, 49);
    }

    @Test
    void thumbnailIsAnUprightJpegOfAtMostThatWidth() throws IOException {
        Path jpg = folder.resolve("t.jpg");
        MadeMedia.MEDIA.thumbnail(made("a.mp4", "25"), 30, 32, jpg);
        var picture = ImageIO.read(jpg.toFile());
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(32, 24);
        assertThat(Files.exists(folder.resolve("t.jpg.part"))).isFalse();
    }

    @Test
    void aPreviewShowsTheFrameOfItsMoment() throws IOException {
        Path made = MadeMedia.make(
                folder.resolve("moments.mp4"),
                MadeMedia.framesInput(folder, 50, "25"),
                List.of("-c:v", "libx264", "-preset", "fast", "-crf", "10", "-pix_fmt", "yuv420p"));
        Previews previews = new Previews(MadeMedia.MEDIA, Vault.open(folder.resolve("vault"), 1 << 24));
        MediaFacts facts = MadeMedia.MEDIA.probe(made);
        Fingerprint fingerprint = Fingerprint.of(made);

        int early = grey(previews.picture(facts, fingerprint, Rational.of(1, 5), 32, Work.quiet()));
        int late = grey(previews.picture(facts, fingerprint, Rational.of(9, 5), 32, Work.quiet()));

        assertThat(late - early).as("forty frames of growing brightness").isGreaterThan(100);
    }

    private static int grey(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg)).getRGB(8, 8) & 0xff;
    }

    /** The brightness of a frame is its number; scale is what the range of greys makes of it. */
    private static List<Integer> numbers(MediaFacts facts, int first, int count) {
        List<Integer> numbers = new ArrayList<>();
        try (FrameReader frames = MadeMedia.MEDIA.greyFrames(facts, 8, 8, first, count)) {
            byte[] picture = new byte[frames.frameBytes()];
            while (frames.read(picture)) {
                int grey = picture[27] & 0xff;
                numbers.add(Math.round((grey - 20f) / MadeMedia.BRIGHTNESS_STEP));
            }
        }
        return numbers;
    }
}
