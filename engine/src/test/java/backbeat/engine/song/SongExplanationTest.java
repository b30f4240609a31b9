package backbeat.engine.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

class SongExplanationTest {
    private static final HeardSong HEARD = MeasureSongs.heard(SongMapperTest.band());

    @Test
    void tellsReadingsBestFirstWithWhatSpeaksForThem() {
        SongExplanation why = new SongMapper(HEARD, Corrections.none()).explained(Work.quiet());
        assertThat(why.map()).isEqualTo(new SongMapper(HEARD, Corrections.none()).map(Work.quiet()));
        assertThat(why.readings()).hasSizeGreaterThan(2);
        assertThat(why.readings().getFirst().kind()).isEqualTo("chosen");
        assertThat(why.readings().getFirst().bpm()).isCloseTo(118, within(1.5));
        assertThat(why.readings())
                .extracting(SongExplanation.Reading::score)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(why.why()).isNotEmpty().allMatch(sentence -> sentence.endsWith("."));
        assertThat(why.onsets().values())
                .hasSize((int) Math.ceil(why.map().duration() / why.onsets().step()));
    }

    @Test
    void theTempogramIsBrightAtTheTempo() {
        List<List<Double>> columns = Tempogram.of(HEARD.spectra());
        assertThat(Tempogram.peaks(columns))
                .anySatisfy(peak -> assertThat(peak.bpm()).isCloseTo(118, within(3.0)));
        assertThat(columns).allSatisfy(column -> assertThat(column).hasSize(Tempogram.TEMPI));
    }

    @Test
    void whatSomebodySaidIsToldAsTheReason() {
        Corrections said = Corrections.none().with(new Correction.Level(59, "hand"));
        SongExplanation why = new SongMapper(HEARD, said).explained(Work.quiet());
        assertThat(why.why().getFirst()).contains("Somebody said");
        assertThat(why.readings().getFirst().bpm()).isCloseTo(59, within(1.0));
    }

    @Test
    void silenceIsExplainedToo() {
        SongExplanation why = new SongMapper(
                        MeasureSongs.heard(new float[10 * SongSpectra.SAMPLE_RATE]), Corrections.none())
                .explained(Work.quiet());
        assertThat(why.readings()).isEmpty();
        assertThat(why.why()).containsExactly(why.map().reason());
        assertThat(JsonFile.text(why)).startsWith("{").contains(SongExplanation.CONTRACT);
    }
}
