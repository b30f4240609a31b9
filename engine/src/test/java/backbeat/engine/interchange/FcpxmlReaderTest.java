package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.time.Rational;
import org.junit.jupiter.api.Test;

class FcpxmlReaderTest {
    static final String PROJECT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE fcpxml>
            <fcpxml version="1.10">
             <resources>
              <format id="r1" frameDuration="1/25s"/>
              <format id="r2" frameDuration="1001/24000s"/>
              <asset id="a" name="A" start="3600s" duration="100s" hasVideo="1" format="r1"><media-rep src="file:///A.mov"/></asset>
              <asset id="s" name="S" start="0s" duration="100s" hasAudio="1" src="file:///S.wav"/>
              <media id="m"><multicam><mc-angle angleID="1" name="CAM"/><mc-angle angleID="2" name="SONG"/></multicam></media>
             </resources>
             <library><event name="e"><project name="Song">
              <sequence format="r1" tcStart="10s" tcFormat="NDF"><spine>
               <asset-clip ref="a" name="one" offset="10s" start="3605s" duration="4s">
                <asset-clip ref="s" name="song" lane="-1" offset="3606s" duration="8s"/>
                <marker start="3607s" value="bar 2"/><marker start="3700s" value="far"/>
               </asset-clip>
               <transition name="Cross Dissolve" offset="13s" duration="2s"/>
               <asset-clip ref="a" name="two" offset="14s" start="10s" duration="2s">
                <timeMap><timept time="0s" value="3600s"/><timept time="50s" value="3700s"/></timeMap>
               </asset-clip>
               <gap name="Gap" offset="16s" duration="1s"/>
               <mc-clip ref="m" name="take" offset="17s" duration="2s"><mc-source angleID="1" srcEnable="video"/><mc-source angleID="2" srcEnable="audio"/></mc-clip>
              </spine></sequence>
             </project></event></library>
            </fcpxml>
            """;

    private static ForeignTrack primary(ForeignFile read) {
        return read.timelines().getFirst().tracks().stream()
                .filter(track -> Integer.valueOf(0).equals(track.lane()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theStorylineIsRead() {
        ForeignFile read = Reading.of(PROJECT);
        assertThat(read.formatVersion()).isEqualTo("1.10");
        assertThat(read.timelines().getFirst().start()).isEqualTo(Rational.of(10));
        assertThat(primary(read).clips()).extracting(ForeignClip::name).containsExactly("one", "two", "take");
        ForeignClip one = primary(read).clips().getFirst();
        assertThat(one.file()).isEqualTo("file:///A.mov");
        assertThat(one.sourceIn()).isEqualTo(Rational.of(3605));
        assertThat(one.mediaIn()).isEqualTo(Rational.of(5));
        assertThat(primary(read).transitions())
                .singleElement()
                .satisfies(dissolve -> assertThat(dissolve.recordIn()).isEqualTo(Rational.of(13)));
    }

    @Test
    void aConnectedClipStandsInTheTimeOfItsCarrier() {
        ForeignTrack song = Reading.of(PROJECT).timelines().getFirst().tracks().getFirst();
        assertThat(song.kind()).isEqualTo(ForeignTrack.Kind.AUDIO);
        assertThat(song.lane()).isEqualTo(-1);
        assertThat(song.clips().getFirst().recordIn()).isEqualTo(Rational.of(11));
    }

    @Test
    void aTimeMapIsTheSpeed() {
        ForeignClip two = primary(Reading.of(PROJECT)).clips().get(1);
        assertThat(two.speed()).isEqualTo(Rational.of(2));
        assertThat(two.sourceIn()).isEqualTo(Rational.of(3620));
        assertThat(two.sourceOut()).isEqualTo(Rational.of(3624));
    }

    @Test
    void aClipOfAnotherRateIsConformedAsFinalCutDoesIt() {
        ForeignFile read = Reading.of(PROJECT.replace(
                        "<format id=\"r1\" frameDuration=\"1/25s\"/>", "<format id=\"r1\" frameDuration=\"1/24s\"/>")
                .replace("duration=\"4s\">", "duration=\"4s\"><conform-rate srcFrameRate=\"23.98\"/>"));
        assertThat(primary(read).clips().getFirst().speed()).isEqualTo(Rational.of(1001, 1000));
    }

    @Test
    void anglesTellWhatTheyAreUsedFor() {
        assertThat(primary(Reading.of(PROJECT)).clips().getLast().angles())
                .containsExactly(new ForeignClip.Angle("CAM", "video"), new ForeignClip.Angle("SONG", "audio"));
    }

    @Test
    void markersOutsideOfTheClipAreHidden() {
        assertThat(Reading.of(PROJECT).timelines().getFirst().markers())
                .extracting(ForeignMarker::name, ForeignMarker::hidden, ForeignMarker::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bar 2", false, Rational.of(12)),
                        org.assertj.core.groups.Tuple.tuple("far", true, Rational.of(105)));
    }

    @Test
    void whatFinalCutWouldRefuseIsFound() {
        assertThat(Reading.codes(Reading.of(PROJECT.replace("start=\"3605s\"", "start=\"3698s\""))))
                .contains("fcpxml/beyond-media");
        assertThat(Reading.codes(Reading.of(PROJECT.replace("ref=\"a\"", "ref=\"gone\""))))
                .contains("fcpxml/missing-resource");
        assertThat(Reading.codes(Reading.of(PROJECT.replace("offset=\"14s\"", "offset=\"1401/100s\""))))
                .contains("fcpxml/off-grid");
    }

    @Test
    void hostileAndBrokenFilesAreRefused() {
        String laughs = PROJECT.replace("<!DOCTYPE fcpxml>", "<!DOCTYPE fcpxml [<!ENTITY a \"ha\">]>");
        assertThatThrownBy(() -> Reading.of(laughs)).hasMessageContaining("xml/entities");
        assertThatThrownBy(() -> Reading.of(PROJECT.substring(0, 900))).hasMessageContaining("xml/damaged");
        String deep = "<fcpxml><resources>" + "<a>".repeat(100_000);
        assertThatThrownBy(() -> Reading.of(deep)).hasMessageContaining("xml/damaged");
    }
}
