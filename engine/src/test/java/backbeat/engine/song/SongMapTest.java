package backbeat.engine.song;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SongMapTest {
    private static SongMap at(double bpm, SongMap.Alternative... others) {
        return new SongMap(
                SongMap.CONTRACT,
                60,
                48_000,
                2,
                true,
                null,
                List.of(),
                List.of(),
                List.of(new SongMap.Tempo(0, 60, bpm, true, 0.9)),
                List.of(),
                List.of(),
                List.of(),
                new SongMap.Energy(1, List.of(), List.of()),
                new SongMap.Loudness(-14, 6, -1, -7, -8),
                null,
                List.of(others),
                List.of());
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
