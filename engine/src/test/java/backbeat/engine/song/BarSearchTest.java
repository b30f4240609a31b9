package backbeat.engine.song;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BarSearchTest {
    private static final BarSearch SEARCH = new BarSearch(1);

    @Test
    void barsBeginWhereTheOddsAreBestOnTheWhole() {
        double[] odds = odds(64, 4, 2);
        odds[31] = 5;
        Downbeats bars = SEARCH.bars(odds, new double[64][5]);
        assertThat(bars.position[2]).isZero();
        assertThat(bars.position[30]).isZero();
        assertThat(bars.position[31]).as("one loud beat beside them").isEqualTo(1);
        assertThat(bars.metre).containsOnly(4);
    }

    @Test
    void threeInABarAreCountedAsThree() {
        assertThat(SEARCH.bars(odds(60, 3, 0), new double[60][5]).metre).containsOnly(3);
    }

    @Test
    void whatSpeaksForAMetreDecidesWhereTheOddsDoNot() {
        double[][] metres = new double[40][5];
        for (double[] beat : metres) {
            beat[1] = 2;
        }
        assertThat(SEARCH.bars(new double[40], metres).metre).containsOnly(3);
    }

    private static double[] odds(int beats, int metre, int first) {
        double[] odds = new double[beats];
        for (int i = 0; i < beats; i++) {
            odds[i] = i % metre == first % metre ? 3 : -3;
        }
        return odds;
    }
}
