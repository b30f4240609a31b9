package backbeat.engine.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.looks.Course.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClippedSoundTest {
    private static final int RATE = 8000;

    /** Four seconds of a tone on two channels, the right one louder from the second to the third. */
    private static List<Stretch> heard(double usual, double loud) {
        ClippedSound clipped = new ClippedSound(RATE, 2);
        float[] block = new float[2 * RATE];
        for (int second = 0; second < 4; second++) {
            for (int i = 0; i < RATE; i++) {
                double tone = Math.sin(2 * Math.PI * 110 * i / RATE);
                block[2 * i] = (float) (usual * tone);
                block[2 * i + 1] = (float) Math.clamp((second == 2 ? loud : usual) * tone, -1, 1);
            }
            clipped.hear(block, block.length);
        }
        return clipped.stretches();
    }

    @Test
    void aSoundThatIsCutOffIsToldWhereItIs() {
        assertThat(heard(0.5, 2)).singleElement().satisfies(stretch -> {
            assertThat(stretch.start()).isCloseTo(2, within(0.2));
            assertThat(stretch.end()).isCloseTo(3, within(0.2));
        });
    }

    @Test
    void aLoudSoundIsNotDistorted() {
        assertThat(heard(0.5, 0.98)).isEmpty();
    }
}
