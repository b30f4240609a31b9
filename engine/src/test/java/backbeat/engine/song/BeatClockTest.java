package backbeat.engine.song;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.song.SongMap.Bar;
import backbeat.engine.song.SongMap.Beat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeatClockTest {
    /** Sixteen bars of two seconds. */
    private static BeatClock clock(double firstBeat, double secondBeat) {
        List<Beat> beats = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            double time = i == 1 ? secondBeat : firstBeat + i * 0.5;
            beats.add(new Beat(time, 1 + i / 4, 1 + i % 4, 1));
            if (i % 4 == 0) {
                bars.add(new Bar(1 + i / 4, time, time + 2, "4/4", 4, 1, null));
            }
        }
        return new BeatClock(MadeSongMap.ofSeconds(64).beats(beats).bars(bars).map(), 0.04);
    }

    private static BeatClock beginningAt(double firstBeat) {
        return clock(firstBeat, firstBeat + 0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 0, 5.0, 10 beats",
        "2.0, 0, 6.0, 3 bars",
        "1.97, 0, 5.97, 3 bars", // a frame is no beat
        "0.5, 0, 1.5, 3 beats",
        "0.31, 0, 4.31, about 2 bars",
        "0.31, 0, 8.31, about 4 bars",
        "0.9, 0, 8.9, about 4 bars",
        "0.31, 0, 0.81, 0.81 s",
        "0.31, 0, 0.2, 0.2 s",
        "0.31, 0, 6.0, about 3 bars"
    })
    void whatBeginsBeforeTheFirstBeatIsToldAsIfTheBeatSoundedThere(
            double firstBeat, double from, double to, String words) {
        assertThat(beginningAt(firstBeat).length(from, to)).isEqualTo(words);
    }

    @Test
    void aLongSilenceIsNoPartOfABar() {
        assertThat(beginningAt(9).length(0, 11)).isEqualTo("11 s");
        assertThat(beginningAt(8).length(0, 10)).isEqualTo("5 bars");
    }

    @Test
    void aBeatThatIsNotSteadyIsNotCountedBack() {
        assertThat(clock(1, 1.3).length(0, 5)).isEqualTo("5 s");
    }
}
