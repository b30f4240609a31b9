package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EdlReaderTest {
    static final String LIST = """
            TITLE: CUT
            FCM: NON-DROP FRAME

            001  A001     V     C        00:00:10:00 00:00:12:00 01:00:00:00 01:00:02:00
            * FROM CLIP NAME: first.mov
            002  A001     V     C        00:00:12:00 00:00:12:00 01:00:02:00 01:00:02:00
            002  B B.2    V     D    010 00:00:20:00 00:00:24:00 01:00:02:00 01:00:04:00
            M2   B B.2    050.0                00:00:20:00
            * FROM CLIP NAME: first.mov
            * TO CLIP NAME: second.mov
            *LOC: 1:00:03:00 RED look here
            003  SONG     A2    C        00:00:00:00 00:00:04:00 01:00:00:00 01:00:04:00
            AUD  3
            """;

    @Test
    void eventsBecomeClipsOnTheirTracks() {
        ForeignTimeline cut = Reading.of(LIST, Rate.FPS_25).timelines().getFirst();
        assertThat(cut.name()).isEqualTo("CUT");
        assertThat(cut.start()).isEqualTo(Rational.of(3600));
        assertThat(cut.duration()).isEqualTo(Rational.of(4));
        assertThat(cut.tracks()).extracting(ForeignTrack::name).containsExactly("V1", "A2", "A3");
        assertThat(cut.markers()).singleElement().satisfies(marker -> {
            assertThat(marker.name()).isEqualTo("look here");
            assertThat(marker.at()).isEqualTo(Rational.of(3603));
        });
    }

    @Test
    void aDissolveNamesWhatComesInAndLiesOverItsFirstFrame() {
        ForeignTrack picture =
                Reading.of(LIST, Rate.FPS_25).timelines().getFirst().tracks().getFirst();
        assertThat(picture.clips()).extracting(ForeignClip::name).containsExactly("first.mov", "second.mov");
        assertThat(picture.transitions()).singleElement().satisfies(dissolve -> {
            assertThat(dissolve.cut()).isEqualTo(Rational.of(3602));
            assertThat(dissolve.recordOut()).isEqualTo(Rational.parse("18012/5"));
        });
    }

    @Test
    void aReelMayHaveBlanksAndAMotionLineIsTheSpeed() {
        ForeignClip second = Reading.clips(Reading.of(LIST, Rate.FPS_25)).getLast();
        assertThat(second.reel()).isEqualTo("B B.2");
        assertThat(second.speed()).isEqualTo(Rational.of(2));
        assertThat(second.sourceOut()).isEqualTo(Rational.of(24));
    }

    @Test
    void aListWithoutRateSaysWhichWasTaken() {
        ForeignFile read = Reading.of(LIST.replace("00:00:12:00 01:00:00:00", "00:00:12:24 01:00:00:00"));
        assertThat(Reading.codes(read)).contains("edl/rate-assumed", "edl/length-mismatch");
        assertThat(read.timelines().getFirst().rate()).isEqualTo(Rate.FPS_25);
    }

    @Test
    void aSemicolonCountsWithoutTheDroppedLabels() {
        ForeignFile read = Reading.of("001  A V C 00:00:00;00 00:00:00;10 00:01:00;02 00:01:00;12\n", Rate.FPS_29_97);
        assertThat(read.timelines().getFirst().start()).isEqualTo(Rate.FPS_29_97.timeOf(1800));
        assertThat(read.timelines().getFirst().dropFrame()).isTrue();
    }

    @Test
    void aListThatBreaksOffKeepsWhatIsWhole() {
        ForeignFile read = Reading.of(LIST + "004  C001  V  C  00:0", Rate.FPS_25);
        assertThat(Reading.codes(read)).containsExactly("edl/truncated");
        assertThat(Reading.clips(read)).hasSize(2);
    }

    @Test
    void overlapsAndEmptyListsAreTold() {
        String twice = """
                001  A V C 00:00:00:00 00:00:02:00 00:00:00:00 00:00:02:00
                002  B V C 00:00:00:00 00:00:02:00 00:00:01:00 00:00:03:00
                """;
        assertThat(Reading.codes(Reading.of(twice, Rate.FPS_25))).containsExactly("timeline/overlap");
        assertThat(Reading.codes(Reading.of("TITLE: NOTHING\n", Rate.FPS_25))).containsExactly("edl/no-events");
    }

    @Test
    void markersOfResolveAreNoClips() {
        ForeignTimeline read = Reading.of("""
                        TITLE: MARKS
                        001  001 V C 01:00:02:01 01:00:02:02 01:00:02:01 01:00:02:02
                        a note |C:ResolveColorSky |M:bar 4 |D:3
                        """, Rate.FPS_24).timelines().getFirst();
        assertThat(read.tracks()).isEmpty();
        assertThat(read.markers()).singleElement().satisfies(marker -> {
            assertThat(marker.colour()).isEqualTo("Sky");
            assertThat(marker.name()).isEqualTo("bar 4");
            assertThat(marker.duration()).isEqualTo(Rational.of(1, 8));
        });
    }

    @Test
    void otherEncodingsAreReadWithAFinding() {
        byte[] latin = LIST.replace("first", "d\u00e9but").getBytes(StandardCharsets.ISO_8859_1);
        ForeignFile read = Reading.of(latin, Rate.FPS_25);
        assertThat(Reading.codes(read)).containsExactly("text/encoding-assumed");
        assertThat(Reading.clips(read).getFirst().name()).isEqualTo("d\u00e9but.mov");
        byte[] wide = ("\uFEFF" + LIST).getBytes(StandardCharsets.UTF_16LE);
        assertThat(Reading.clips(Reading.of(wide, Rate.FPS_25))).hasSize(2);
    }
}
