package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.OfflineMedia;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static Timeline with(String key, String kept) {
        OfflineMedia media =
                new OfflineMedia("a", "file:///card/a.mov", "A001", Rate.FPS_25, Rational.ZERO, true, null);
        Item clip = new Item.ClipItem("a", media, Rational.ZERO, Rational.of(2), Rational.ONE, Map.of(key, kept));
        return new Timeline(
                "t",
                Rate.FPS_25,
                new Timecode(0, Rate.FPS_25, false),
                1920,
                1080,
                List.of(new Track(Track.Kind.VIDEO, "V1", List.of(clip))),
                List.of());
    }

    private static String written(String key, String kept, Format format) {
        return Interchange.texts(with(key, kept), format).getFirst();
    }

    @Test
    void whatIsNotUnderstoodIsWrittenBackIntoItsOwnFormat() {
        assertThat(written(
                        "fcpxml/children",
                        "<metadata><md key=\"a\" value=\"b &amp; c\"/></metadata><adjust-volume amount=\"-3\"/>",
                        Format.FCPXML))
                .containsSubsequence(
                        "<adjust-volume amount=\"-3\"", "<md key=\"a\" value=\"b &amp; c\"", "</asset-clip>");
        assertThat(written("xmeml/children", "<labels><label2>Iris</label2></labels>", Format.PREMIERE_XML))
                .contains("<labels><label2>Iris</label2></labels>");
        assertThat(written("edl/comments", "* A NOTE OF SOMEBODY", Format.EDL)).contains("* A NOTE OF SOMEBODY");
        assertThat(written("otio/metadata", "{\"hiero\":{\"x\":1}}", Format.OTIO))
                .contains("\"hiero\"");
    }

    @Test
    void resolveIsToldLoudnessAsABareNumber() {
        Timeline loud = with("fcpxml/children", "<adjust-volume amount=\"-3.5dB\"/>");
        assertThat(Interchange.texts(loud, Format.FCPXML, new Form(Form.Target.RESOLVE, ""))
                        .getFirst())
                .contains("<adjust-volume amount=\"-3.5\"");
        assertThat(written("fcpxml/children", "<adjust-volume amount=\"-3.5dB\"/>", Format.FCPXML))
                .contains("amount=\"-3.5dB\"");
    }

    @Test
    void whatAnotherFormatHasNoPlaceForIsTold() {
        assertThat(new Interchange().findings(with("fcpxml/children", "<adjust-volume amount=\"-3\"/>"), Format.EDL))
                .anyMatch(finding -> finding.problem().code().equals("interchange/not-carried")
                        && finding.problem().where().equals("a"));
        assertThat(new Interchange().findings(with("fcpxml/children", "<filter-video ref=\"r9\"/>"), Format.FCPXML))
                .hasSize(1);
    }

    @Test
    void damagedRestsDoNotSpoilTheFile() {
        assertThat(written("fcpxml/children", "<adjust-volume amount=\"-3\">", Format.FCPXML))
                .doesNotContain("adjust-volume")
                .endsWith("</fcpxml>\n");
    }
}
