package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rational;
import org.junit.jupiter.api.Test;

class PremiereReaderTest {
    static final String SEQUENCE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE xmeml>
            <xmeml version="4"><project><children><sequence id="s"><name>Song</name>
             <rate><timebase>25</timebase><ntsc>FALSE</ntsc></rate>
             <timecode><frame>90000</frame><displayformat>NDF</displayformat></timecode>
             <media><video><track>
              <clipitem id="1"><name>one</name><start>0</start><end>-1</end><in>100</in><out>160</out><file id="f"/></clipitem>
              <transitionitem><start>40</start><end>60</end><alignment>center</alignment><effect><name>Cross Dissolve</name></effect></transitionitem>
              <clipitem id="2"><name>two</name><enabled>FALSE</enabled><start>-1</start><end>100</end><in>0</in><out>60</out>
               <file id="f"><pathurl>file://localhost/A.mov</pathurl><timecode><frame>250</frame></timecode></file></clipitem>
              <clipitem id="3"><name>fast</name><start>100</start><end>125</end><in>0</in><out>25</out><file id="f"/>
               <filter><effect><effectid>timeremap</effectid><parameter><parameterid>speed</parameterid><value>200</value></parameter></effect></filter></clipitem>
              <clipitem id="4"><name>nest</name><start>125</start><end>150</end><in>0</in><out>25</out><sequence id="n"><name>inner</name><media/></sequence></clipitem>
             </track></video></media>
             <marker><name>bar 1</name><comment>c</comment><in>50</in><out>-1</out></marker>
            </sequence></children></project></xmeml>
            """;

    @Test
    void clipsRunFromCutToCut() {
        ForeignFile read = Reading.of(SEQUENCE);
        assertThat(read.timelines()).hasSize(1);
        ForeignClip one = Reading.clips(read).get(0);
        ForeignClip two = Reading.clips(read).get(1);
        assertThat(one.recordOut()).isEqualTo(Rational.of(3602));
        assertThat(two.recordIn()).isEqualTo(Rational.of(3602));
        assertThat(two.mediaIn()).isEqualTo(Rational.of(2, 5));
    }

    @Test
    void aFileDescribedLaterIsFoundByItsId() {
        ForeignClip one = Reading.clips(Reading.of(SEQUENCE)).getFirst();
        assertThat(one.file()).isEqualTo("file://localhost/A.mov");
        assertThat(one.sourceIn()).isEqualTo(Rational.of(14));
        ForeignFile without = Reading.of(SEQUENCE.replaceAll("(?s)<file id=\"f\"><.*?</file>", "<file id=\"f\"/>"));
        assertThat(Reading.codes(without)).contains("xmeml/file-undefined");
    }

    @Test
    void aRetimedClipHasItsSpeedAndNoDoubtfulSource() {
        ForeignClip fast = Reading.clips(Reading.of(SEQUENCE)).get(2);
        assertThat(fast.speed()).isEqualTo(Rational.of(2));
        assertThat(fast.sourceIn()).isNull();
    }

    @Test
    void nestedSequencesDisabledClipsAndMarkersAreTold() {
        ForeignFile read = Reading.of(SEQUENCE);
        assertThat(Reading.clips(read).get(3).kind()).isEqualTo(ForeignClip.Kind.NESTED);
        assertThat(Reading.clips(read)).extracting(ForeignClip::enabled).containsExactly(true, false, true, true);
        assertThat(read.timelines().getFirst().markers())
                .singleElement()
                .satisfies(marker -> assertThat(marker.at()).isEqualTo(Rational.of(3602)));
    }

    @Test
    void mixedRatesAreTold() {
        ForeignFile read = Reading.of(
                SEQUENCE.replace("<name>one</name>", "<name>one</name><rate><timebase>30</timebase></rate>"));
        assertThat(Reading.codes(read)).contains("xmeml/mixed-rates");
    }
}
