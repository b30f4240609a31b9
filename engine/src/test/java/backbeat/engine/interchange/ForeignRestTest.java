package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.colour.ColourDecision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not understood of other programs' clips stays with them. */
class ForeignRestTest {
    private static ForeignClip first(String text) {
        return Reading.clips(Reading.of(text)).getFirst();
    }

    @Test
    void editListsKeepTheirCommentsAndTheColourDecision() {
        ForeignClip clip = first("""
                TITLE: T
                001  R1 V C 00:00:00:00 00:00:01:00 01:00:00:00 01:00:01:00
                * FROM CLIP NAME: A
                * ASC_SOP (1.1 1 1)(0 0 0)(1 1 1)
                * ASC_SAT 0.9
                * SCENE: 12
                """);
        assertThat(clip.colour()).extracting(ColourDecision::saturation).isEqualTo(0.9);
        assertThat(clip.foreign()).containsEntry("edl/comments", "* SCENE: 12");
    }

    @Test
    void timelinesOfOpenTimelineIoKeepTheirMetadataAndEffects() {
        ForeignClip clip = first("""
                {"OTIO_SCHEMA": "Timeline.1", "name": "T", "tracks": {"OTIO_SCHEMA": "Stack.1", "children": [
                 {"OTIO_SCHEMA": "Track.1", "kind": "Video", "children": [
                  {"OTIO_SCHEMA": "Clip.1", "name": "A",
                   "metadata": {"studio": {"take": 3}, "cdl": {"asc_sat": 0.5}},
                   "effects": [{"OTIO_SCHEMA": "Effect.1", "name": "blur"}],
                   "source_range": {"OTIO_SCHEMA": "TimeRange.1",
                    "start_time": {"OTIO_SCHEMA": "RationalTime.1", "value": 0, "rate": 25},
                    "duration": {"OTIO_SCHEMA": "RationalTime.1", "value": 25, "rate": 25}}}]}]}}
                """);
        assertThat(clip.colour()).extracting(ColourDecision::saturation).isEqualTo(0.5);
        assertThat(clip.foreign().get("otio/metadata")).contains("\"studio\":{\"take\":3}");
        assertThat(clip.foreign().get("otio/effects")).startsWith("[{").contains("blur");
    }

    @Test
    void elementsOfXmlThatAreNotKnownAreKeptAsXml() {
        ForeignClip clip = first(FcpxmlReaderTest.PROJECT.replace(
                "</asset-clip>", "<adjust-volume amount=\"-3dB &amp; &lt;less\"/></asset-clip>"));
        List<ForeignClip> all = Reading.of(FcpxmlReaderTest.PROJECT.replace(
                        "</asset-clip>", "<adjust-volume amount=\"-3dB &amp; &lt;less\"/></asset-clip>"))
                .timelines()
                .getFirst()
                .tracks()
                .stream()
                .flatMap(track -> track.clips().stream())
                .toList();
        assertThat(clip).isIn(all);
        assertThat(all)
                .anySatisfy(one -> assertThat(one.foreign().getOrDefault("fcpxml/children", ""))
                        .contains("<adjust-volume amount=\"-3dB &amp; &lt;less\"/>"));
    }

    @Test
    void fieldsOfALogAreKeptByTheirNames() {
        ForeignClip clip = first(
                "Heading\nFIELD_DELIM\tTABS\nFPS\t25\n\nColumn\nName\tTape\tStart\tEnd\tScene\tASC_SAT\n\nData\nA\tR1\t01:00:00:00\t01:00:01:00\t12\t0.7\n");
        assertThat(clip.foreign()).containsEntry("ale/Scene", "12").containsEntry("ale/Tape", "R1");
        assertThat(clip.colour()).extracting(ColourDecision::saturation).isEqualTo(0.7);
    }

    @Test
    void whatIsLongerThanAnybodyWritesIsNotKept() {
        ForeignFile file = Reading.of("""
                TITLE: T
                001  R1 V C 00:00:00:00 00:00:01:00 01:00:00:00 01:00:01:00
                * X""" + "x".repeat(100_000) + "\n");
        assertThat(Reading.clips(file).getFirst().foreign()).isEmpty();
        assertThat(Reading.codes(file)).contains("interchange/not-kept");
    }
}
