package backbeat.engine.lipsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharpSoundsTest {
    private static final int RATE = SharpSounds.RATE;

    private static float[] noise(double level, int seconds) {
        Random random = new Random(1);
        float[] noise = new float[seconds * RATE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (level * random.nextGaussian());
        }
        return noise;
    }

    private static void clap(float[] sound, double at, double level) {
        Random random = new Random(2);
        for (int i = 0; i < RATE / 10; i++) {
            sound[(int) (at * RATE) + i] += (float) (level * random.nextGaussian() * Math.exp(-i / (0.01 * RATE)));
        }
    }

    private static List<Double> sharpest(float[] sound) {
        SharpSounds sounds = new SharpSounds(60);
        sounds.hear(sound, sound.length);
        return sounds.sharpest(3);
    }

    @Test
    void findsClapsWhereTheyBegin() {
        float[] sound = noise(0.01, 6);
        clap(sound, 1.5, 0.3);
        clap(sound, 4.123, 0.5);
        List<Double> found = sharpest(sound);
        assertThat(found).hasSize(2);
        assertThat(found.getFirst()).isCloseTo(1.5, within(0.004));
        assertThat(found.getLast()).isCloseTo(4.123, within(0.004));
    }

    @Test
    void findsABeep() {
        float[] sound = noise(0.002, 4);
        for (int i = 0; i < RATE / 10; i++) {
            sound[2 * RATE + i] += (float) (0.3 * Math.sin(2 * Math.PI * 1000 * i / RATE));
        }
        assertThat(sharpest(sound))
                .singleElement()
                .satisfies(at -> assertThat(at).isCloseTo(2, within(0.004)));
    }

    @Test
    void keepsTheSharpestOnly() {
        float[] sound = noise(0.01, 9);
        for (int i = 1; i <= 7; i++) {
            clap(sound, i, 0.1 + 0.1 * i);
        }
        assertThat(sharpest(sound)).hasSize(3).allSatisfy(at -> assertThat(at).isGreaterThan(4.9));
    }

    @Test
    void noiseSoundThatStaysAndQuietClapsAreNotSharp() {
        float[] sound = noise(0.05, 6);
        clap(sound, 2, 0.08);
        float[] louder = noise(0.2, 3);
        System.arraycopy(louder, 0, sound, 3 * RATE, louder.length);
        assertThat(sharpest(sound)).isEmpty();
        assertThat(sharpest(new float[3 * RATE])).isEmpty();
    }
}
