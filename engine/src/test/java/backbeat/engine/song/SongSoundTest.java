package backbeat.engine.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SongSoundTest {
    private static final double HZ = 440;

    @Test
    void aSongAtAnotherRateKeepsItsTimes() {
        float[] mono = heard(48_000, 1, 48_000).mono();
        for (int i = 1000; i < 43_000; i++) {
            assertThat(mono[i]).isCloseTo((float) Math.sin(2 * Math.PI * HZ * i / 44_100), within(2e-3f));
        }
    }

    @Test
    void aSongAtTheRateOfTheAnalysisIsTakenAsItIs() {
        SongSound sound = heard(44_100, 1, 44_100);
        assertThat(sound.seconds()).isEqualTo(1);
        assertThat(sound.mono()[10_000]).isEqualTo((float) Math.sin(2 * Math.PI * HZ * 10_000 / 44_100));
    }

    @Test
    void aSideThatIsWiredTheWrongWayRoundDoesNotSilenceTheSong() {
        assertThat(heard(44_100, -1, 44_100).mono()[25]).isNotZero();
    }

    @Test
    void aSongLongerThanItsFileSaysIsTakenWhole() {
        assertThat(heard(96_000, 1, 3 * 96_000).seconds()).isCloseTo(3, within(0.001));
    }

    /** Both sides the same tone, the second one times a factor, in blocks of odd lengths; one second was announced. */
    private static SongSound heard(int rate, float secondSide, int frames) {
        SongSound sound = new SongSound(2, rate, 1);
        for (int from = 0; from < frames; from += 7001) {
            int count = Math.min(7001, frames - from);
            float[] block = new float[2 * count];
            for (int i = 0; i < count; i++) {
                block[2 * i] = (float) Math.sin(2 * Math.PI * HZ * (from + i) / rate);
                block[2 * i + 1] = secondSide * block[2 * i];
            }
            sound.take(block, count);
        }
        sound.end();
        return sound;
    }
}
