package backbeat.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CorrelationTest {
    @Test
    void findsTheLagOfASignalInAnotherWhateverItsColour() {
        Random random = new Random(4);
        float[] noise = new float[3000];
        for (int i = 1; i < noise.length; i++) {
            noise[i] = (float) (0.95 * noise[i - 1] + random.nextGaussian());
        }
        int margin = 100;
        int lag = 37;
        float[] window = java.util.Arrays.copyOfRange(noise, 500 + lag, 500 + lag + 1024);
        float[] longer = java.util.Arrays.copyOfRange(noise, 500 - margin, 500 + 1024 + margin);

        float[] lags = new Correlation(2048, 16000, 100, 7000).lags(window, longer, margin);

        int top = 0;
        for (int i = 0; i < lags.length; i++) {
            top = lags[i] > lags[top] ? i : top;
        }
        assertThat(top - margin).isEqualTo(lag);
    }
}
