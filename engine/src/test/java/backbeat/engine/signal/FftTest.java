package backbeat.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FftTest {
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 64, 512})
    void agreesWithTheDirectSum(int size) {
        float[] samples = noise(size, 1);
        Fft fft = new Fft(size);
        float[] re = new float[fft.bins()];
        float[] im = new float[fft.bins()];
        fft.forward(samples, 0, re, im);
        for (int k = 0; k < fft.bins(); k++) {
            double sumRe = 0;
            double sumIm = 0;
            for (int n = 0; n < size; n++) {
                sumRe += samples[n] * Math.cos(2 * Math.PI * k * n / size);
                sumIm -= samples[n] * Math.sin(2 * Math.PI * k * n / size);
            }
            assertThat((double) re[k]).isCloseTo(sumRe, within(1e-3));
            assertThat((double) im[k]).isCloseTo(sumIm, within(1e-3));
        }
    }

    @Test
    void theInverseUndoesTheTransform() {
        Fft fft = new Fft(1 << 14);
        float[] samples = noise(fft.size(), 2);
        float[] re = new float[fft.bins()];
        float[] im = new float[fft.bins()];
        float[] back = new float[fft.size()];
        fft.forward(samples, 0, re, im);
        fft.inverse(re, im, back, 0);
        assertThat(back).containsExactly(samples, within(1e-5f));
    }

    private static float[] noise(int size, int seed) {
        Random random = new Random(seed);
        float[] samples = new float[size];
        for (int i = 0; i < size; i++) {
            samples[i] = random.nextFloat() * 2 - 1;
        }
        return samples;
    }
}
