package backbeat.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ResamplerTest {
    private static float[] tone(double hertz, double rate, int count) {
        float[] tone = new float[count];
        for (int i = 0; i < count; i++) {
            tone[i] = (float) Math.sin(2 * Math.PI * hertz * i / rate);
        }
        return tone;
    }

    @Test
    void keepsATonePlaceForPlaceAtAnyStep() {
        float[] tone = tone(440, 16000, 16000);
        double step = 1.0007;
        float[] read = new Resampler(step).read(tone, 500.25, 8000);
        for (int n = 0; n < read.length; n++) {
            double expected = Math.sin(2 * Math.PI * 440 * (500.25 + n * step) / 16000);
            assertThat(read[n]).isCloseTo((float) expected, within(2e-3f));
        }
    }

    @Test
    void keepsNothingThatTheNewRateCannotHold() {
        float[] read = new Resampler(4).all(tone(3000, 16000, 16000));
        for (int n = 50; n < read.length - 50; n++) {
            assertThat(read[n]).isCloseTo(0f, within(2e-3f));
        }
    }

    @Test
    void isSilentOutsideOfTheSignal() {
        assertThat(new Resampler(1).read(tone(440, 16000, 100), 1000, 4)).containsOnly(0f);
        assertThat(new Resampler(1).read(tone(440, 16000, 100), -1000, 4)).containsOnly(0f);
    }
}
