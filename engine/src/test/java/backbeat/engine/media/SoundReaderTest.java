package backbeat.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundReaderTest {
    private static final int RATE = MadeMedia.SAMPLE_RATE;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "c.wav, pcm_s24le",
        "c.mov, pcm_s16le",
        "c.flac, flac",
        "c.mp4, aac",
        "c.webm, libopus",
        "c.mp3, libmp3lame"
    })
    void sampleZeroIsTheFirstSampleThatWasRecorded(String name, String codec) throws IOException {
        Path file = MadeMedia.make(
                folder.resolve(name), MadeMedia.clicksInput(folder), List.of("-c:a", codec, "-b:a", "192k"));
        assertThat(clickErrors(file, RATE, 0))
                .allSatisfy(error -> assertThat(error).isBetween(-1, 1));
    }

    @Test
    void soundThatStartsLateIsPrecededBySilence() throws IOException {
        Path file = MadeMedia.make(
                folder.resolve("late.mov"),
                MadeMedia.framesInput(folder, 50, "25"),
                List.of("-itsoffset", "0.25"),
                MadeMedia.clicksInput(folder),
                List.of("-map", "0:v", "-map", "1:a", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "pcm_s16le"));
        assertThat(MadeMedia.MEDIA.probe(file).audio())
                .isNotNull()
                .satisfies(audio -> assertThat(audio.start().toString()).isEqualTo("1/4"));
        assertThat(clickErrors(file, RATE, 12_000)).containsExactly(0, 0, 0);
    }

    @Test
    void anotherSampleRateDoesNotMoveIt() throws IOException {
        Path file =
                MadeMedia.make(folder.resolve("c.wav"), MadeMedia.clicksInput(folder), List.of("-c:a", "pcm_s24le"));
        assertThat(clickErrors(file, 12_000, 0))
                .allSatisfy(error -> assertThat(error).isBetween(-1, 1));
    }

    @Test
    void brokenNumbersAreSilenceAndAFinding() throws IOException {
        ByteBuffer raw = ByteBuffer.allocate(4 * RATE).order(ByteOrder.LITTLE_ENDIAN);
        raw.putFloat(4000, Float.NaN).putFloat(8000, Float.POSITIVE_INFINITY).putFloat(12_000, 1e30f);
        Path bytes = Files.write(folder.resolve("nan.raw"), raw.array());
        Path file = MadeMedia.make(
                folder.resolve("nan.wav"),
                List.of("-f", "f32le", "-ar", "48000", "-ac", "1", "-i", bytes.toString(), "-c:a", "pcm_f32le"));
        MediaFacts facts = MadeMedia.MEDIA.probe(file);
        assertThat(facts.findings())
                .anyMatch(finding -> finding.problem().code().equals("media/bad-samples"));
        for (float sample : samples(facts, RATE)) {
            assertThat(sample).isFinite();
        }
    }

    @Test
    void outlineHasTheClickInItsColumnAndComesBackFromAFile() throws IOException {
        Path file =
                MadeMedia.make(folder.resolve("c.wav"), MadeMedia.clicksInput(folder), List.of("-c:a", "pcm_s24le"));
        Path kept = folder.resolve("c.peaks");
        MadeMedia.MEDIA.peaks(MadeMedia.MEDIA.probe(file), 100).write(kept);
        Peaks peaks = Peaks.read(kept);
        assertThat(peaks.columns()).isEqualTo(200);
        assertThat(peaks.high(49)).isZero();
        assertThat(peaks.high(50)).isGreaterThan(80);
        assertThat(peaks.low(50)).isLessThan(-80);
    }

    /** One side wired the wrong way round: the mix of both must not be nothing. */
    @Test
    void aPairOfOppositeChannelsIsHeardInTheMix() throws IOException {
        Path file = MadeMedia.make(
                folder.resolve("opposite.wav"),
                MadeMedia.clicksInput(folder),
                List.of("-af", "pan=stereo|c0=c0|c1=-1*c0", "-c:a", "pcm_s24le"));
        assertThat(clickErrors(file, RATE, 0)).containsExactly(0, 0, 0);
    }

    @Test
    void surroundSoundIsMixedWhole() throws IOException {
        Path file = MadeMedia.make(
                folder.resolve("surround.mov"),
                MadeMedia.clicksInput(folder),
                List.of("-af", "pan=5.1|FL=0*c0|FR=0*c0|FC=c0|LFE=0*c0|BL=0*c0|BR=0*c0", "-c:a", "pcm_s24le"));
        assertThat(Objects.requireNonNull(MadeMedia.MEDIA.probe(file).audio()).channels())
                .isEqualTo(6);
        assertThat(clickErrors(file, RATE, 0)).containsExactly(0, 0, 0);
    }

    private static float[] samples(MediaFacts facts, int rate) {
        try (SoundReader sound = MadeMedia.MEDIA.sound(facts, rate, -1)) {
            float[] samples = new float[3 * rate];
            sound.readFully(samples);
            return samples;
        }
    }

    /** How many samples each click lies off, by the best fit of the click itself. */
    private static List<Integer> clickErrors(Path file, int rate, int delay) {
        float[] samples = samples(MadeMedia.MEDIA.probe(file), rate);
        return List.of(1, 2, 3).stream()
                .map(click -> bestFit(samples, rate, click * rate / 2 + delay))
                .toList();
    }

    private static int bestFit(float[] samples, int rate, int expected) {
        int best = Integer.MIN_VALUE;
        double most = 0.1;
        for (int off = -1500; off <= 1500; off++) {
            double sum = 0;
            int length = 96 * rate / MadeMedia.SAMPLE_RATE;
            for (int i = 0; i < length; i++) {
                double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
                sum += samples[expected + off + i] * window * Math.sin(2 * Math.PI * 2000 * i / rate);
            }
            if (sum > most) {
                most = sum;
                best = off;
            }
        }
        return best;
    }
}
