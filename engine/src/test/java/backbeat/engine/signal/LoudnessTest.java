package backbeat.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals and expected values of EBU Tech 3341 and 3342. */
class LoudnessTest {
    private static final int RATE = 48_000;

    @Test
    void theFiltersAtFortyEightKilohertzAreThePrintedOnes() {
        assertThat(Filters.headShelf(48_000).coefficients())
                .containsExactly(
                        new double[] {
                            1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585
                        },
                        within(1e-9));
        assertThat(Filters.rumbleHighPass(48_000).coefficients())
                .containsExactly(new double[] {1, -2, 1, -1.99004745483398, 0.99007225036621}, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "-23 20, -23",
        "-33 20, -33",
        "-36 10 -23 60 -36 10, -23",
        "-72 10 -36 10 -23 60 -36 10 -72 10, -23",
        "-26 20 -20 20.1 -26 20, -23",
        "-20 1.34 -30 1.66 -20 1.34 -30 1.66 -20 1.34 -30 1.66 -20 1.34 -30 1.66 -20 1.34 -30 1.66, -23"
    })
    void integratedLoudnessIsGated(String plan, double expected) {
        assertThat(measure(plan, 2, RATE).integrated()).isCloseTo(expected, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 22_050, 44_100, 48_000, 96_000, 192_000})
    void loudnessDoesNotDependOnTheSampleRate(int rate) {
        Loudness loudness = measure("-23 5", 2, rate);
        assertThat(loudness.integrated()).isCloseTo(-23, within(0.1));
        assertThat(loudness.maxMomentary()).isCloseTo(-23, within(0.1));
        assertThat(loudness.maxShortTerm()).isCloseTo(-23, within(0.1));
    }

    @Test
    void oneChannelIsThreeDecibelsSofterThanTwo() {
        assertThat(measure("-23 10", 1, RATE).integrated()).isCloseTo(-26, within(0.1));
    }

    @ParameterizedTest
    @CsvSource({"-20 20 -30 20, 10", "-20 20 -15 20, 5", "-40 20 -20 20, 20", "-50 20 -35 20 -20 20 -35 20 -50 20, 15"})
    void rangeLeavesOutTheExtremes(String plan, double expected) {
        assertThat(measure(plan, 2, RATE).range()).isCloseTo(expected, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"4, 0.5, 45, -6", "6, 0.5, 60, -6", "8, 0.5, 67.5, -6", "4, 1.41, 45, 3"})
    void peaksBetweenSamplesAreFound(int divisor, double amplitude, double phase, double expected) {
        float[] sine = new float[RATE / 2];
        for (int i = 0; i < sine.length; i++) {
            double fade = Math.min(1, Math.min(i, sine.length - i) / (0.02 * RATE));
            sine[i] = (float) (fade * amplitude * Math.sin(2 * Math.PI * i / divisor + Math.toRadians(phase)));
        }
        Loudness loudness = new Loudness(RATE, 1);
        loudness.add(sine, sine.length);
        assertThat(loudness.truePeak()).isBetween(expected - 0.4, expected + 0.2);
    }

    @Test
    void aSteadySineHasOneLoudnessOnEveryScale() {
        Loudness loudness = measure("-23 20", 2, RATE);
        assertThat(loudness.maxMomentary()).isCloseTo(-23, within(0.1));
        assertThat(loudness.maxShortTerm()).isCloseTo(-23, within(0.1));
    }

    @Test
    void shortTermLoudnessIsOverThreeSeconds() {
        String plan = "-20 1.34 -30 1.66 ".repeat(5).strip();
        Loudness loudness = measure(plan, 2, RATE);
        assertThat(loudness.maxShortTerm()).isCloseTo(-23, within(0.1));
        assertThat(loudness.range()).isLessThan(0.2);
    }

    @Test
    void momentaryLoudnessIsOverFourTenthsOfASecond() {
        String plan = "-20 0.18 -30 0.22 ".repeat(25).strip();
        double[] momentary = measure(plan, 2, RATE).momentary();
        for (int i = 10; i < momentary.length - 2; i++) {
            assertThat(momentary[i]).isCloseTo(-23, within(0.1));
        }
    }

    @Test
    void fullScaleInOneChannelIsThreeBelow() {
        Loudness loudness = new Loudness(RATE, 1);
        float[] sine = new float[10 * RATE];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = (float) Math.sin(2 * Math.PI * 997 * i / RATE);
        }
        loudness.add(sine, sine.length);
        assertThat(loudness.integrated()).isCloseTo(-3.01, within(0.02));
    }

    /** Tech 3341, signal 6: front -28, centre -24, surround -30; and the same with a loud LFE, which does not count. */
    @ParameterizedTest
    @CsvSource({"-28 -28 -24 -30 -30", "-28 -28 -24 -6 -30 -30"})
    void surroundChannelsCountMoreAndTheLowOneNot(String levels) {
        String[] each = levels.split(" ", -1);
        Loudness loudness = new Loudness(RATE, each.length);
        float[] block = new float[20 * RATE * each.length];
        for (int i = 0; i < block.length; i++) {
            double amplitude = Math.pow(10, Double.parseDouble(each[i % each.length]) / 20);
            int frame = i / each.length;
            block[i] = (float) (amplitude * Math.sin(2 * Math.PI * 1000 * frame / RATE));
        }
        loudness.add(block, 20 * RATE);
        assertThat(loudness.integrated()).isCloseTo(-23, within(0.1));
    }

    @ParameterizedTest
    @ValueSource(ints = {32_000, 44_100, 96_000})
    void peaksBetweenSamplesAreFoundAtAnyRate(int rate) {
        float[] sine = new float[rate / 2];
        for (int i = 0; i < sine.length; i++) {
            double fade = Math.min(1, Math.min(i, sine.length - i) / (0.02 * rate));
            sine[i] = (float) (fade * 0.5 * Math.sin(2 * Math.PI * i / 4 + Math.PI / 4));
        }
        Loudness loudness = new Loudness(rate, 1);
        loudness.add(sine, sine.length);
        assertThat(loudness.truePeak()).isBetween(-6.4, -5.8);
    }

    @Test
    void silenceIsAtTheAbsoluteGate() {
        Loudness loudness = new Loudness(RATE, 1);
        loudness.add(new float[RATE], RATE);
        assertThat(loudness.integrated()).isEqualTo(Loudness.SILENCE);
        assertThat(loudness.range()).isZero();
        assertThat(loudness.maxShortTerm()).isEqualTo(Loudness.SILENCE);
    }

    /** Sines of 1 kHz: level in dBFS and seconds, in turn. */
    private static Loudness measure(String plan, int channels, int rate) {
        Loudness loudness = new Loudness(rate, channels);
        String[] parts = plan.split(" ", -1);
        for (int p = 0; p < parts.length; p += 2) {
            double amplitude = Math.pow(10, Double.parseDouble(parts[p]) / 20);
            int frames = (int) Math.round(Double.parseDouble(parts[p + 1]) * rate);
            float[] block = new float[frames * channels];
            for (int i = 0; i < block.length; i++) {
                int frame = i / channels;
                block[i] = (float) (amplitude * Math.sin(2 * Math.PI * 1000 * frame / rate));
            }
            loudness.add(block, frames);
        }
        return loudness;
    }
}
