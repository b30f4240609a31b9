package backbeat.engine.lyrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.time.Rational;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VocalOnsetsTest {
    private static final int RATE = 16_000;

    @Test
    void linesGoToTheSingingInTheMiddleAndNotToTheGuitarsAtTheSides() {
        float[] middle = new float[20 * RATE];
        float[] sides = new float[20 * RATE];
        sing(middle, 3.0, 1.5);
        sing(middle, 8.0, 1.5);
        // Both guitars strum beside the voice; the one at the left is half in the middle.
        for (double strum = 0.3; strum < 19; strum += 0.6) {
            burst(sides, strum, 0.3f);
            burst(middle, strum, 0.15f);
        }
        VocalOnsets.Snapped snapped = new VocalOnsets(middle, sides).snapped(lyrics("3.18", "7.85", "13"));
        assertThat(snapped.outcomes().get(0).to()).isCloseTo(3.0, within(0.025));
        assertThat(snapped.outcomes().get(1).to()).isCloseTo(8.0, within(0.025));
        assertThat(snapped.outcomes().get(2).to()).isNull();
        assertThat(snapped.lyrics().lines().get(2).start()).isEqualTo(Rational.of(13));
        assertThat(snapped.lyrics().lines().get(0).start().toDouble()).isCloseTo(3.0, within(0.025));
    }

    @Test
    void inSilenceEverythingStays() {
        VocalOnsets silent = new VocalOnsets(new float[5 * RATE], new float[5 * RATE]);
        assertThat(silent.snapped(lyrics("1", "3", "90")).outcomes())
                .allSatisfy(outcome -> assertThat(outcome.to()).isNull());
    }

    private static Lyrics lyrics(String... starts) {
        List<Lyrics.Line> lines = List.of(starts).stream()
                .map(start ->
                        new Lyrics.Line(Rational.nearest(Double.parseDouble(start), 1000), null, "la", List.of(), null))
                .toList();
        return new Lyrics(Map.of(), lines);
    }

    private static void sing(float[] samples, double from, double seconds) {
        for (int i = 0; i < seconds * RATE; i++) {
            double time = (double) i / RATE;
            double rise = Math.min(1, time / 0.02);
            double sum = 0;
            for (int harmonic = 1; harmonic < 12; harmonic++) {
                sum += Math.sin(2 * Math.PI * 220 * harmonic * time + 0.02 * Math.sin(35 * time)) / harmonic;
            }
            samples[(int) (from * RATE) + i] += (float) (0.3 * rise * sum);
        }
    }

    private static void burst(float[] samples, double at, float level) {
        Random random = new Random((long) (at * 1000));
        for (int i = 0; i < RATE / 5; i++) {
            samples[(int) (at * RATE) + i] += (float) (level * Math.exp(-i / 400.0) * random.nextGaussian());
        }
    }
}
