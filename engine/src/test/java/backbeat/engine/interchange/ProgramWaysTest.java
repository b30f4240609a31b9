package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways of single programs: how they sign, place pictures, count markers, and what they link media by. */
class ProgramWaysTest {
    private static String project(String library, String name, String inClip) {
        return """
                <fcpxml version="1.10"><resources><format id="r1" frameDuration="1/25s" width="1600" height="800"/>
                <asset id="r2" name="a" duration="60s" hasVideo="1" format="r1"><media-rep src="file:///cards/A001.mov"/></asset>
                </resources><library%s><event name="e"><project name="%s"><sequence format="r1"><spine>
                <asset-clip ref="r2" name="hero shot" offset="0s" start="1s" duration="4s">%s</asset-clip>
                </spine></sequence></project></event></library></fcpxml>
                """.formatted(library, name, inClip);
    }

    private static String sequence(String attributes, String name, String inClip) {
        return """
                <xmeml version="4"><sequence%s><name>%s</name><rate><timebase>25</timebase><ntsc>FALSE</ntsc></rate>
                <media><video><track><clipitem><name>a</name><start>50</start><end>100</end><in>200</in><out>250</out>
                <file id="f"><name>a</name><pathurl>file:///a.mov</pathurl></file>%s</clipitem></track></video></media>
                </sequence></xmeml>
                """.formatted(attributes, name, inClip);
    }

    private static Item.ClipItem first(Timeline timeline) {
        return (Item.ClipItem) timeline.tracks().getFirst().items().stream()
                .filter(Item.ClipItem.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private static Timeline adopted(String text) {
        return Adopted.of(Reading.of(text).timelines().getFirst(), null).timeline();
    }

    @Test
    void theProgramIsToldWhereTheFileLetsItBeSeen() {
        String finalCut = " location=\"file:///Users/me/Movies/Song.fcpbundle/\"";
        assertThat(Reading.of(project(finalCut, "Song", "")).dialect()).isEqualTo("fcp");
        assertThat(Reading.of(project("", "Song (Resolve)", "")).dialect()).isEqualTo("resolve");
        assertThat(Reading.of(project("", "Song", "")).dialect()).isEmpty();
        assertThat(Reading.of(sequence(" TL.SQVisibleBaseTime=\"0\"", "Song", ""))
                        .dialect())
                .isEqualTo("premiere");
        assertThat(Reading.of(sequence("", "Song (Resolve)", "")).dialect()).isEqualTo("resolve");
        assertThat(Reading.of(sequence("", "Song", "")).dialect()).isEmpty();
    }

    @Test
    void aPictureThatFinalCutPlacedIsPlacedHereAndThereAgain() {
        Timeline read = adopted(project("", "p", """
                <adjust-crop mode="trim"><trim-rect left="20" right="40" top="10"/></adjust-crop>
                <adjust-transform position="50 -25" scale="0.5 0.5" rotation="90"/><adjust-blend amount="0.7"/>
                """));
        Effect framing = new Effect.Framing(
                Rational.of(1, 2),
                Rational.of(1, 4),
                Rational.of(1, 4),
                Rational.of(-90),
                new Effect.Crop(Rational.of(1, 10), Rational.of(1, 5), Rational.of(1, 10), Rational.ZERO));
        assertThat(first(read).effects()).containsExactly(framing);
        String again = Interchange.texts(read, Format.FCPXML).getFirst();
        assertThat(again).contains("position=\"50.0 -25.0\"", "adjust-blend amount=\"0.7\"");
        assertThat(again.split("<adjust-transform", -1)).hasSize(2);
        assertThat(first(adopted(again)).effects()).containsExactly(framing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<adjust-transform position=\"1 1\"><param name=\"position\"/></adjust-transform>",
                "<adjust-transform scale=\"0.5 0.7\"/>",
                "<adjust-transform position=\"1 1\" anchor=\"3 0\"/>",
                "<adjust-conform type=\"none\"/><adjust-transform scale=\"2 2\"/>",
                "<adjust-transform scale=\"-1 -1\"/>",
                "<adjust-transform position=\"1e300 1\"/>"
            })
    void aPlacingThatOursCannotSayIsKeptAsItWasWritten(String placing) {
        Timeline read = adopted(project("", "p", placing));
        assertThat(first(read).effects()).isEmpty();
        assertThat(Interchange.texts(read, Format.FCPXML).getFirst()).contains("<adjust-transform");
    }

    @Test
    void resolveFindsMediaByNamesWithTheirEnding() {
        Timeline read = adopted(project("", "p", ""));
        Form resolve = new Form(Form.Target.RESOLVE, "");
        assertThat(Interchange.texts(read, Format.FCPXML, resolve).getFirst())
                .contains("name=\"A001.mov\"")
                .doesNotContain("hero shot");
        assertThat(Interchange.texts(read, Format.FCPXML).getFirst()).contains("name=\"hero shot\"");
    }

    @Test
    void markersOfAPremiereClipStayOnIt() {
        String marker = "<marker><name>here</name><comment>c</comment><in>210</in><out>-1</out></marker>";
        Timeline read = adopted(sequence("", "s", marker));
        Marker told = first(read).markers().getFirst();
        assertThat(told.name()).isEqualTo("here");
        assertThat(told.at()).isEqualTo(Rational.of(10, 25));
        Timeline again = adopted(Interchange.texts(read, Format.PREMIERE_XML).getFirst());
        assertThat(first(again).markers()).extracting(Marker::at).containsExactly(told.at());
        assertThat(Reading.of(sequence("", "s", marker)).timelines().getFirst().markers())
                .isEmpty();
    }

    /** A track of three seconds; in seconds: where its range begins, how long it is, and what is left of the clips. */
    @ParameterizedTest
    @CsvSource({"0, 3, 0-1 1-3", "0.5, 1, 0-1/2 1/2-1", "1, 2, 0-2", "-900, 2, 0-1 1-3"})
    void anOtioTrackShowsItsRange(String from, String length, String left) {
        String text = """
                {"OTIO_SCHEMA":"Timeline.1","name":"t","tracks":{"OTIO_SCHEMA":"Stack.1","children":[
                {"OTIO_SCHEMA":"Track.1","kind":"Video","source_range":%s,"children":[
                {"OTIO_SCHEMA":"Clip.1","name":"a","source_range":%s},
                {"OTIO_SCHEMA":"Clip.1","name":"b","source_range":%s}]}]}}
                """.formatted(range(from, length), range("5", "1"), range("7", "2"));
        List<ForeignClip> clips = Reading.clips(Reading.of(text));
        assertThat(clips.stream()
                        .map(clip -> clip.recordIn() + "-" + clip.recordOut())
                        .toList())
                .isEqualTo(List.of(left.split(" ", -1)));
        if (from.equals("0.5")) {
            assertThat(clips.getFirst().sourceIn()).isEqualTo(Rational.of(11, 2));
            assertThat(clips.getLast().sourceOut()).isEqualTo(Rational.of(15, 2));
        }
    }

    private static String range(String from, String length) {
        return """
                {"OTIO_SCHEMA":"TimeRange.1","start_time":{"OTIO_SCHEMA":"RationalTime.1","value":%s,"rate":1},
                "duration":{"OTIO_SCHEMA":"RationalTime.1","value":%s,"rate":1}}
                """.formatted(from, length);
    }
}
