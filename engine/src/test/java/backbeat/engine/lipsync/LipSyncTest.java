package backbeat.engine.lipsync;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.FootageScan;
import backbeat.engine.media.MadeMedia;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clips of 25 pictures a second of something that moves: a picture is white where it flashes, the sound clicks over noise. */
class LipSyncTest {
    private static final int RATE = 48_000;
    private static final int WIDTH = 64;
    private static final int HEIGHT = 36;
    private static final int SECONDS = 7;
    private static final double FRAME = 1.0 / 25;
    /** A flash lies somewhere in its frame. */
    private static final double IN_FRAME = 0.3 * FRAME;

    private static final List<Integer> FLASHES = List.of(30, 68, 101, 140);

    @TempDir
    Path folder;

    private Path camera = Path.of("");

    @BeforeEach
    void makeCamera() throws IOException {
        camera = Files.createDirectories(folder.resolve("cards").resolve("B_CAM"));
    }

    private void film(String name, List<Integer> flashes, List<Double> clicks) throws IOException {
        MadeMedia.make(
                camera.resolve(name),
                pictures(name, flashes),
                sound(name, clicks),
                List.of("-map", "0:v", "-map", "1:a", "-c:v", "libx264", "-preset", "ultrafast", "-g", "25"),
                List.of("-pix_fmt", "yuv420p", "-c:a", "pcm_s16le"));
    }

    private List<String> pictures(String name, List<Integer> flashes) throws IOException {
        byte[] raw = new byte[SECONDS * 25 * WIDTH * HEIGHT];
        for (int i = 0; i < raw.length; i++) {
            int frame = i / (WIDTH * HEIGHT);
            int across = i % WIDTH;
            boolean ball = Math.abs(across - 32 - 25 * Math.sin(frame / 9.0)) < 6;
            int grey = 50 + across / 2 + (ball ? 60 : 0);
            raw[i] = (byte) (flashes.contains(frame) ? Math.min(250, grey + 110) : grey);
        }
        Path file = Files.write(folder.resolve(name + ".pictures"), raw);
        return List.of(
                "-f", "rawvideo", "-pix_fmt", "gray", "-s", WIDTH + "x" + HEIGHT, "-r", "25", "-i", "file:" + file);
    }

    private List<String> sound(String name, List<Double> clicks) throws IOException {
        Random random = new Random(3);
        ByteBuffer raw = ByteBuffer.allocate(SECONDS * RATE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < SECONDS * RATE; i++) {
            double value = 0.01 * random.nextGaussian();
            for (double click : clicks) {
                double since = (double) i / RATE - click;
                value += since >= 0 && since < 0.05 ? 0.5 * random.nextGaussian() * Math.exp(-since / 0.008) : 0;
            }
            raw.putFloat((float) value);
        }
        Path file = Files.write(folder.resolve(name + ".sound"), raw.array());
        return List.of("-f", "f32le", "-ar", String.valueOf(RATE), "-ac", "1", "-i", "file:" + file);
    }

    private static List<Double> clicksAfter(List<Integer> flashes, double delay) {
        return flashes.stream().map(frame -> frame * FRAME + IN_FRAME + delay).toList();
    }

    private List<String> told() {
        Vault vault = Vault.open(folder.resolve("vault"), 1 << 20);
        return new LipSync(MadeMedia.MEDIA, vault)
                        .findings(
                                new FootageScan(MadeMedia.MEDIA, vault).scan(folder.resolve("cards"), Work.quiet()),
                                Work.quiet())
                        .stream()
                        .map(Finding::problem)
                        .map(Problem::what)
                        .toList();
    }

    @Test
    void tellsByHowMuchTheSoundIsLate() throws IOException {
        film("late.mov", FLASHES, clicksAfter(FLASHES, 3 * FRAME));
        assertThat(told())
                .singleElement()
                .asString()
                .contains("3 frames")
                .contains("after the picture, seen at 4 flashes");
    }

    @Test
    void tellsThatTheSoundIsEarly() throws IOException {
        film("early.mov", FLASHES, clicksAfter(FLASHES, -5 * FRAME));
        assertThat(told()).singleElement().asString().contains("5 frames").contains("before the picture");
    }

    @Test
    void flashesOfSeveralClipsOfACameraCountTogether() throws IOException {
        film("first.mov", List.of(60), clicksAfter(List.of(60), 4 * FRAME));
        film("second.mov", List.of(90), clicksAfter(List.of(90), 4 * FRAME));
        assertThat(told()).as("two may be chance").isEmpty();
        film("third.mov", List.of(110), clicksAfter(List.of(110), 4 * FRAME));
        assertThat(told()).singleElement().asString().contains("4 frames").contains("seen at 3 flashes");
    }

    /** In one playback the strobe fits an odd delay nearly as well. */
    @Test
    void aStrobeWithTheCountInTellsOverSeveralPlaybacks() throws IOException {
        List<Integer> strobe = List.of(40, 52, 64, 76);
        film("first.mov", strobe, clicksAfter(strobe, 3 * FRAME));
        assertThat(told()).isEmpty();
        film("second.mov", strobe, clicksAfter(strobe, 3 * FRAME));
        assertThat(told()).singleElement().asString().contains("3 frames").contains("seen at 8 flashes");
    }

    @Test
    void oneFlashBesidesDoesNotHideTheOthers() throws IOException {
        List<Double> clicks = List.of(30 * FRAME + 0.13, 68 * FRAME + 0.13, 101 * FRAME + 0.13, 140 * FRAME - 0.3);
        film("guest.mov", FLASHES, clicks);
        assertThat(told()).singleElement().asString().contains("3 frames").contains("seen at 3 flashes");
    }

    @Test
    void saysNothingOfACameraInStep() throws IOException {
        film("good.mov", FLASHES, clicksAfter(FLASHES, 0.02));
        assertThat(told()).isEmpty();
    }

    @Test
    void saysNothingWhereNothingFlashes() throws IOException {
        film("clicks.mov", List.of(), clicksAfter(FLASHES, 0));
        assertThat(told()).isEmpty();
    }

    @Test
    void saysNothingWhereFlashesDisagree() throws IOException {
        List<Double> clicks = List.of(30 * FRAME + 0.12, 68 * FRAME - 0.2, 101 * FRAME + 0.3, 140 * FRAME);
        film("party.mov", FLASHES, clicks);
        assertThat(told()).isEmpty();
    }

    @Test
    void saysNothingUnderAStrobeThatCouldMeanAnyDelay() throws IOException {
        List<Integer> strobe = IntStream.range(1, 21).map(i -> 8 * i).boxed().toList();
        film("strobe.mov", strobe, clicksAfter(FLASHES, 3 * FRAME));
        assertThat(told()).isEmpty();
    }
}
