package backbeat.engine.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FlashesTest {
    private static double[] film(IntToDoubleFunction brightness) {
        return IntStream.range(0, 40).mapToDouble(brightness).toArray();
    }

    private static List<Integer> onsets(double[] film) {
        return new Flashes(4, 4, 8, 6)
                .in(film).stream().map(Flashes.Flash::first).toList();
    }

    @Test
    void findsTheFirstFrameOfAFlashOfOneOrThreeFrames() {
        assertThat(onsets(film(frame -> frame == 17 ? 120 : 60))).containsExactly(17);
        assertThat(onsets(film(frame -> frame >= 17 && frame < 20 ? 120 : 60))).containsExactly(17);
    }

    @Test
    void findsAFlashThatDiesAwayAndOneThatLightsAPartOfTheFrame() {
        double[] dying = film(frame -> 60);
        dying[20] = 150;
        dying[21] = 90;
        dying[22] = 65;
        assertThat(onsets(dying)).containsExactly(20);
        assertThat(onsets(film(frame -> frame == 25 ? 72 : 60))).containsExactly(25);
    }

    @Test
    void aLightThatIsSwitchedOnIsNone() {
        assertThat(onsets(film(frame -> frame >= 20 ? 150 : 60))).isEmpty();
        assertThat(onsets(film(frame -> frame >= 20 ? 60 : 150))).isEmpty();
    }

    @Test
    void flickerAndMovementAreNone() {
        assertThat(onsets(film(frame -> 80 + 15 * Math.sin(frame)))).isEmpty();
        Random random = new Random(2);
        assertThat(onsets(film(frame -> 80 + 6 * random.nextGaussian()))).isEmpty();
    }

    @Test
    void tellsSeveral() {
        double[] film = film(frame -> 60);
        for (int flash : new int[] {8, 16, 30}) {
            Arrays.fill(film, flash, flash + 2, 140);
        }
        assertThat(onsets(film)).containsExactly(8, 16, 30);
    }
}
