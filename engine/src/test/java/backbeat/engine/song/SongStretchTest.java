package backbeat.engine.song;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.song.SongMap.Bar;
import backbeat.engine.song.SongMap.Beat;
import backbeat.engine.song.SongMap.Section;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SongStretchTest {
    /** 32 bars of two seconds: verse, chorus, verse, chorus of eight bars each. */
    private static SongMap map() {
        List<Beat> beats = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < 128; i++) {
            beats.add(new Beat(i * 0.5, 1 + i / 4, 1 + i % 4, 1));
            if (i % 4 == 0) {
                bars.add(new Bar(1 + i / 4, i * 0.5, i * 0.5 + 2, "4/4", 4, 1, null));
            }
            if (i % 32 == 0) {
                String role = i % 64 == 0 ? "verse" : "pre-chorus";
                sections.add(
                        new Section(i * 0.5, i * 0.5 + 16, 1 + i / 4, 8 + i / 4, i % 64 == 0 ? "A" : "B", role, 1));
            }
        }
        return MadeSongMap.ofSeconds(64)
                .beats(beats)
                .bars(bars)
                .sections(sections)
                .map();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3|4|6",
                "bar 3|4|6",
                "Bars 3-4|4|8",
                "bars 3 to 4|4|8",
                "3–4|4|8",
                "bar 3 - bar 4|4|8",
                "3.3-4.2|5|6.5",
                "0:04-0:08|4|8",
                "0:04,5 - 0:08.25|4.5|8.25",
                "4s-8s|4|8",
                "verse 2|32|48",
                "Pre-Chorus 2|48|64",
                "prechorus 1|16|32",
                "PC2|48|64",
                "V2|32|48",
                "section B 1|16|32",
                "verse 1 - prechorus 1|0|32",
                "all|0|64",
                "30-99:59|58|64"
            })
    void peopleSayPartsOfASongInManyWays(String written, double from, double to) {
        assertThat(SongStretch.read(written, map()).stretches()).containsExactly(new SongStretch(from, to));
    }

    @Test
    void aSectionWithoutANumberMeansEveryOneAndSeveralMayBeNamed() {
        assertThat(SongStretch.read("verse", map()).stretches())
                .containsExactly(new SongStretch(0, 16), new SongStretch(32, 48));
        assertThat(SongStretch.read("bars 1-2; 5 + V2", map()).stretches()).hasSize(3);
        assertThat(SongStretch.read("verse 1-2", map()).stretches())
                .containsExactly(new SongStretch(0, 16), new SongStretch(32, 48));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "bridge",
                "verse 9",
                "verse 1-3",
                "verse 2-1",
                "bar 99",
                "8-4",
                "somewhere",
                "3-",
                "-",
                "3.9",
                "2:00-2:10",
                "17-24-30"
            })
    void whatTheSongDoesNotHaveIsToldInWords(String written) {
        SongStretch.Reading reading = SongStretch.read(written, map());
        assertThat(reading.stretches()).isEmpty();
        assertThat(reading.trouble()).isNotNull();
    }

    @Property(tries = 500)
    void noTextBreaksIt(@ForAll String written) {
        SongStretch.Reading reading = SongStretch.read(written, map());
        assertThat(reading.trouble() == null).isEqualTo(!reading.stretches().isEmpty());
    }
}
