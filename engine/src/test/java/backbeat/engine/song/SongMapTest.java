package backbeat.engine.song;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SongMapTest {
    private static SongMap at(double bpm, SongMap.Alternative... others) {
        return MadeSongMap.ofSeconds(60)
                .tempo(new SongMap.Tempo(0, 60, bpm, true, 0.9))
                .alternatives(others)
                .map();
    }

    private static SongMap.Alternative other(String kind, double bpm) {
        return new SongMap.Alternative(kind, bpm, -0.2, 0, 4, 0.3);
    }

    @Test
    void aReadingIsToldOnlyWhereItsTempoIsWhatItsNameSays() {
        SongMap map = at(110, other("half", 73.3), other("half", 55.2), other("double", 222), other("downbeat", 109));
        assertThat(map.soundAlternatives()).extracting(SongMap.Alternative::bpm).containsExactly(55.2, 222.0, 109.0);
    }
}
