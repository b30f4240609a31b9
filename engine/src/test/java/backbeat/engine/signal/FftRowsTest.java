package backbeat.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FftRowsTest {
    private static final int TOGETHER = 5;

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16, 32, 1024, 8192})
    void givesBackEverySignalFromItsSpectrum(int size) {
        float[][] signals = noise(size);
        FftRows rows = new FftRows(size, TOGETHER);
        for (int round = 0; round < 2; round++) {
            fill(rows, signals, size);
            float[][] samples = rows.inverse();
            assertThat(samples).hasNumberOfRows(size);
            for (int i = 0; i < size; i++) {
                for (int lane = 0; lane < TOGETHER; lane++) {
                    assertThat(samples[i][lane]).isCloseTo(signals[lane][i], within(1e-5f));
                }
            }
            rows.clear(0, size / 2 + 1);
        }
    }

    @Test
    void clearedSpectraAreSilence() {
        FftRows rows = new FftRows(64, TOGETHER);
        fill(rows, noise(64), 64);
        rows.clear(0, 33);
        for (float[] row : rows.inverse()) {
            assertThat(row).containsOnly(0f);
        }
    }

    @Test
    void otherSizesThanPowersOfTwoAreRefused() {
        assertThatThrownBy(() -> new FftRows(48, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FftRows(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static float[][] noise(int size) {
        Random random = new Random(size);
        float[][] signals = new float[TOGETHER][size];
        for (float[] signal : signals) {
            for (int i = 0; i < size; i++) {
                signal[i] = random.nextFloat() - 0.5f;
            }
        }
        return signals;
    }

    private static void fill(FftRows rows, float[][] signals, int size) {
        Fft fft = new Fft(size);
        float[] re = new float[fft.bins()];
        float[] im = new float[fft.bins()];
        for (int lane = 0; lane < TOGETHER; lane++) {
            fft.forward(signals[lane], 0, re, im);
            for (int k = 0; k < fft.bins(); k++) {
                rows.re(k)[lane] = re[k];
                rows.im(k)[lane] = im[k];
            }
        }
    }
}
