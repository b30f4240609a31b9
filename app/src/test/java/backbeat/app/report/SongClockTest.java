package backbeat.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.song.SongMap;
import org.junit.jupiter.api.Test;

class SongClockTest {
    private final SongClock clock = new SongClock(SampleProduction.map(), 0.04);

    @Test
    void saysBarAndBeat() {
        assertThat(clock.position(SampleProduction.bar(34.25))).isEqualTo("34.2");
        assertThat(clock.position(SampleProduction.bar(34.25) - 0.039))
                .as("a frame's edge before it")
                .isEqualTo("34.2");
        assertThat(clock.position(SampleProduction.bar(34.25) - 0.1)).isEqualTo("34.1");
    }

    @Test
    void saysTheTimeBeforeTheFirstBeatAndWithoutABeat() {
        SongMap without = SampleProduction.withoutBeat();
        assertThat(clock.position(0.1)).isEqualTo("0:00.10");
        assertThat(new SongClock(without, 0.04).position(71.724)).isEqualTo("1:11.72");
        assertThat(new SongClock(without, 0.04).length(1, 3.5)).isEqualTo("2.5 s");
    }

    @Test
    void saysLengthsAsMusiciansDo() {
        assertThat(clock.length(SampleProduction.bar(33), SampleProduction.bar(41)))
                .isEqualTo("8 bars");
        assertThat(clock.length(SampleProduction.bar(33), SampleProduction.bar(34)))
                .isEqualTo("1 bar");
        assertThat(clock.length(SampleProduction.bar(33), SampleProduction.bar(34.5)))
                .isEqualTo("6 beats");
        assertThat(clock.length(SampleProduction.bar(33), SampleProduction.bar(41.25)))
                .isEqualTo("about 8 bars");
        assertThat(clock.length(0, SampleProduction.FIRST)).isEqualTo("0.48 s");
        assertThat(clock.length(0, SampleProduction.bar(3)))
                .as("what begins between beats is no number of beats")
                .isEqualTo("about 2 bars");
        assertThat(clock.length(SampleProduction.bar(104), SampleProduction.LENGTH))
                .as("what goes on after the last beat")
                .isEqualTo("3.74 s");
        assertThat(clock.length(SampleProduction.bar(33.25) - 0.039, SampleProduction.bar(34) - 0.001))
                .as("edges of frames before their beats")
                .isEqualTo("3 beats");
    }

    @Test
    void placesOutsideTheSongStayOnTheStrip() {
        assertThat(clock.percent(-3)).isEqualTo("0");
        assertThat(clock.percent(SampleProduction.LENGTH + 9)).isEqualTo("100");
        assertThat(clock.width(-5, SampleProduction.LENGTH + 9)).isEqualTo("100");
    }
}
