package backbeat.engine.lipsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlashesTest {
    private static double[] film(IntToDoubleFunction brightness) {
        return IntStream.range(0, 40).mapToDouble(brightness).toArray();
    }

    @Test
    void findsTheFirstFrameOfAFlashOfOneOrThreeFrames() {
        assertThat(Flashes.onsets(film(frame -> frame == 17 ? 120 : 60))).containsExactly(17);
        assertThat(Flashes.onsets(film(frame -> frame >= 17 && frame < 20 ? 120 : 60)))
                .containsExactly(17);
    }

    @Test
    void findsAFlashThatDiesAwayAndOneThatLightsAPartOfTheFrame() {
        double[] dying = film(frame -> 60);
        dying[20] = 150;
        dying[21] = 90;
        dying[22] = 65;
        assertThat(Flashes.onsets(dying)).containsExactly(20);
        assertThat(Flashes.onsets(film(frame -> frame == 25 ? 72 : 60))).containsExactly(25);
    }

    @Test
    void aLightThatIsSwitchedOnIsNone() {
        assertThat(Flashes.onsets(film(frame -> frame >= 20 ? 150 : 60))).isEmpty();
        assertThat(Flashes.onsets(film(frame -> frame >= 20 ? 60 : 150))).isEmpty();
    }

    @Test
    void flickerAndMovementAreNone() {
        assertThat(Flashes.onsets(film(frame -> 80 + 15 * Math.sin(frame)))).isEmpty();
        Random random = new Random(2);
        assertThat(Flashes.onsets(film(frame -> 80 + 6 * random.nextGaussian())))
                .isEmpty();
    }

    @Test
    void tellsSeveral() {
        double[] film = film(frame -> 60);
        for (int flash : new int[] {8, 16, 30}) {
            Arrays.fill(film, flash, flash + 2, 140);
        }
        assertThat(Flashes.onsets(film)).containsExactly(8, 16, 30);
    }
}
