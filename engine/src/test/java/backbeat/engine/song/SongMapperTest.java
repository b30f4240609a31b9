package backbeat.engine.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.derive.JsonFile;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SongMapperTest {
    private static final int RATE = SongSpectra.SAMPLE_RATE;
    private static final double BPM = 118;
    private static final double FIRST_BEAT = 0.41;
    private static final int BARS = 16;

    private SongMap map = silent(1);

    @BeforeAll
    void listen() {
        map = MeasureSongs.map(band());
    }

    @Test
    void beatsLieOnTheDrums() {
        assertThat(map.steady()).isTrue();
        assertThat(map.tempo()).singleElement().satisfies(tempo -> {
            assertThat(tempo.bpm()).isCloseTo(BPM, within(0.2));
            assertThat(tempo.constant()).isTrue();
        });
        assertThat(map.beats()).hasSizeBetween(4 * BARS, 4 * BARS + 2);
        for (int i = 0; i < 4 * BARS; i++) {
            assertThat(map.beats().get(i).time()).isCloseTo(FIRST_BEAT + i * 60 / BPM, within(0.012));
        }
    }

    @Test
    void barsBeginWhereChordsChange() {
        assertThat(map.bars().getFirst().start()).isCloseTo(FIRST_BEAT, within(0.012));
        assertThat(map.bars()).allSatisfy(bar -> assertThat(bar.metre()).isEqualTo("4/4"));
        for (int i = 1; i < map.bars().size(); i++) {
            assertThat(map.bars().get(i).start())
                    .isEqualTo(map.bars().get(i - 1).end());
            assertThat(map.bars().get(i).index()).isEqualTo(i + 1);
        }
    }

    @Test
    void sectionsCoverTheSongFromTheFirstBarToTheEnd() {
        assertThat(map.sections().getFirst().start())
                .isEqualTo(map.bars().getFirst().start());
        assertThat(map.sections().getLast().end()).isEqualTo(map.duration());
        for (int i = 1; i < map.sections().size(); i++) {
            assertThat(map.sections().get(i).start())
                    .isEqualTo(map.sections().get(i - 1).end());
        }
    }

    @Test
    void theLoudHalfHasMoreEnergy() {
        double middle = FIRST_BEAT + BARS * 2 * 60 / BPM;
        assertThat(map.energy().mean(middle + 1, map.duration() - 3))
                .isGreaterThan(map.energy().mean(1, middle - 1) + 0.2);
    }

    @Test
    void theContractComesFirstInTheFileAndItReadsBackTheSame(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("map.json");
        JsonFile.write(file, map);
        assertThat(JsonFile.text(map).replaceAll("\\s", "")).startsWith("{\"contract\":\"song-map/1\"");
        assertThat(JsonFile.read(file, SongMap.class)).isEqualTo(map);
    }

    @Test
    void silenceNoiseAndShortSoundsHaveNoBeat() {
        assertThat(silent(10).steady()).isFalse();
        assertThat(silent(0).steady()).isFalse();
        float[] noise = new float[12 * RATE];
        Random random = new Random(3);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (0.2 * random.nextGaussian());
        }
        SongMap refused = MeasureSongs.map(noise);
        assertThat(refused.steady()).isFalse();
        assertThat(refused.reason()).isNotBlank();
        assertThat(refused.beats()).isEmpty();
        assertThat(refused.sections()).hasSize(1);
    }

    private static SongMap silent(int seconds) {
        return MeasureSongs.map(new float[seconds * RATE]);
    }

    /** Kick on one and three, snare on two and four, hats on eighths, a chord for each bar; the second half is louder. */
    static float[] band() {
        double beat = 60 / BPM;
        float[] song = new float[(int) ((FIRST_BEAT + 4 * BARS * beat + 0.2) * RATE)];
        Random random = new Random(1);
        double[] roots = {220, 174.6, 261.6, 196};
        for (int i = 0; i < 4 * BARS; i++) {
            double start = FIRST_BEAT + i * beat;
            float level = i < 2 * BARS ? 0.15f : 0.5f;
            if (i % 2 == 0) {
                addTone(song, start, 0.15, 55, 0.9 * level);
            } else {
                addNoise(song, start, 0.10, 0.5 * level, random);
            }
            addNoise(song, start, 0.02, 0.15 * level, random);
            addNoise(song, start + beat / 2, 0.02, 0.15 * level, random);
            if (i % 4 == 0) {
                double root = roots[i / 4 % 4];
                for (double ratio : new double[] {0.5, 1, 1.26, 1.5}) {
                    addTone(song, start, 4 * beat, root * ratio, 0.12 * level);
                }
            }
        }
        return song;
    }

    private static void addTone(float[] song, double start, double seconds, double hz, double level) {
        int from = (int) Math.round(start * RATE);
        for (int i = 0; i < seconds * RATE && from + i < song.length; i++) {
            double fade = Math.exp(-3.0 * i / (seconds * RATE));
            song[from + i] += (float) (level * fade * Math.sin(2 * Math.PI * hz * i / RATE));
        }
    }

    private static void addNoise(float[] song, double start, double seconds, double level, Random random) {
        int from = (int) Math.round(start * RATE);
        for (int i = 0; i < seconds * RATE && from + i < song.length; i++) {
            song[from + i] += (float) (level * Math.exp(-4.0 * i / (seconds * RATE)) * random.nextGaussian());
        }
    }
}
