package backbeat.engine.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Level and phase on patterns that are often got wrong: half-beat hats, fast and slow, three and six. */
class DrumPatternsTest {
    private static final int RATE = SongSpectra.SAMPLE_RATE;
    private static final double FIRST = 0.7;
    private static final double SECONDS = 24;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "rock with eighths,  112, 4, x.......x.x....., ....x.......x..., x.x.x.x.x.x.x.x.",
        "fast,               176, 4, x.......x.x....., ....x.......x..., x.x.x.x.x.x.x.x.",
        "slow in sixteenths,  72, 4, x.....x.x......., ....x.......x..., xxxxxxxxxxxxxxxx",
        "waltz,              140, 4, x..........., ....x...x..., x.x.x.x.x.x.",
        "six eighths,         66, 3, x....., ...x.., xxxxxx",
    })
    void levelAndPhaseAreThoseOfThePattern(String name, double bpm, int steps, String kick, String snare, String hat) {
        SongMap map = MeasureSongs.map(drums(bpm, steps, kick, snare, hat));
        assertThat(map.steady()).as(name).isTrue();
        assertThat(map.tempo().getFirst().bpm()).isCloseTo(bpm, within(0.5));
        assertThat(map.beats().subList(2, 12))
                .allSatisfy(b -> assertThat(Math.IEEEremainder(b.time() - FIRST, 60 / bpm))
                        .isCloseTo(0, within(0.02)));
    }

    @Test
    void barsOfAWaltzHaveThreeBeatsAndBeginWithTheKick() {
        double beat = 60 / 140.0;
        SongMap map = MeasureSongs.map(drums(140, 4, "x...........", "....x...x...", "x.x.x.x.x.x."));
        assertThat(map.bars().subList(2, 6)).allSatisfy(bar -> {
            assertThat(bar.metre()).isEqualTo("3/4");
            assertThat(Math.IEEEremainder(bar.start() - FIRST, 3 * beat)).isCloseTo(0, within(0.02));
        });
    }

    @Test
    void soundsAtRandomTimesHaveNoBeat() {
        Random random = new Random(5);
        float[] sound = new float[(int) (SECONDS * RATE)];
        for (double at = 0.2; at < SECONDS - 0.5; at += 0.12 - 0.5 * Math.log(1 - random.nextDouble())) {
            addTone(sound, at, 0.05 + 0.2 * random.nextDouble(), 120 + 400 * random.nextDouble(), 0.4);
        }
        assertThat(MeasureSongs.map(sound).steady()).isFalse();
    }

    private static float[] drums(double bpm, int steps, String kick, String snare, String hat) {
        float[] song = new float[(int) (SECONDS * RATE)];
        Random random = new Random(1);
        double step = 60 / bpm / steps;
        for (int i = 0; FIRST + i * step < SECONDS - 0.3; i++) {
            double at = FIRST + i * step;
            int place = i % kick.length();
            if (kick.charAt(place) == 'x') {
                addTone(song, at, 0.15, 60, 0.8);
            }
            if (snare.charAt(place) == 'x') {
                addNoise(song, at, 0.12, 0.4, random);
            }
            if (hat.charAt(place) == 'x') {
                addNoise(song, at, 0.02, 0.15, random);
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
        float before = 0;
        for (int i = 0; i < seconds * RATE && from + i < song.length; i++) {
            float now = (float) random.nextGaussian();
            song[from + i] += (float) (level * Math.exp(-4.0 * i / (seconds * RATE)) * (now - before));
            before = now;
        }
    }
}
