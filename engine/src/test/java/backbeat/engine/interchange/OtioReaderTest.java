package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class OtioReaderTest {
    static final String TIMELINE = """
            {"OTIO_SCHEMA": "Timeline.1", "name": "Song", "metadata": {"x": NaN, "y": -Infinity, "z": "Inf NaN"},
             "global_start_time": {"OTIO_SCHEMA": "RationalTime.1", "value": 86400, "rate": 23.976},
             "tracks": {"OTIO_SCHEMA": "Stack.1", "children": [
              {"OTIO_SCHEMA": "Track.1", "kind": "Video", "name": "V", "children": [
               {"OTIO_SCHEMA": "Clip.2", "name": "one",
                "source_range": {"start_time": {"value": 110, "rate": 25.0}, "duration": {"value": 50.0, "rate": 25}},
                "effects": [{"OTIO_SCHEMA": "LinearTimeWarp.1", "time_scalar": 0.5}],
                "markers": [{"OTIO_SCHEMA": "Marker.2", "name": "m", "color": {"name": "RED"}, "marked_range": {"start_time": {"value": 135, "rate": 25}}}],
                "media_references": {"proxy": {}, "full": {"OTIO_SCHEMA": "ExternalReference.1", "target_url": "A.mov",
                 "available_range": {"start_time": {"value": 100, "rate": 25}, "duration": {"value": 500, "rate": 25}}}},
                "active_media_reference_key": "full"},
               {"OTIO_SCHEMA": "Transition.1", "name": "t", "transition_type": "SMPTE_Dissolve", "in_offset": {"value": 5, "rate": 25}, "out_offset": {"value": 5, "rate": 25}},
               {"OTIO_SCHEMA": "Gap.1", "source_range": {"start_time": {"value": 0, "rate": 25}, "duration": {"value": 25, "rate": 25}}},
               {"OTIO_SCHEMA": "Wonder.9", "name": "new", "source_range": {"start_time": {"value": 0, "rate": 25}, "duration": {"value": 25, "rate": 25}}}
              ]}]}}
            """;

    @Test
    void clipsFollowEachOtherOverGaps() {
        ForeignFile read = Reading.of(TIMELINE);
        assertThat(read.timelines().getFirst().rate()).isEqualTo(Rate.FPS_23_976);
        assertThat(Reading.clips(read))
                .extracting(ForeignClip::recordIn)
                .containsExactly(Rational.parse("18018/5"), Rational.parse("18033/5"));
        assertThat(Reading.codes(read)).containsExactly("otio/unknown-schema");
    }

    @Test
    void aRateOfManyDigitsIsTheFractionItWas() {
        String odd = TIMELINE.replace("\"value\": 110, \"rate\": 25.0", "\"value\": 110, \"rate\": 28.97102897102897");
        assertThat(Reading.clips(Reading.of(odd)).getFirst().sourceRate()).isEqualTo(Rate.of(29_000, 1001));
    }

    @Test
    void theActiveMediaAndTheWarpDecideWhatIsShown() {
        ForeignClip one = Reading.clips(Reading.of(TIMELINE)).getFirst();
        assertThat(one.file()).isEqualTo("A.mov");
        assertThat(one.mediaIn()).isEqualTo(Rational.of(2, 5));
        assertThat(one.speed()).isEqualTo(Rational.of(1, 2));
        assertThat(one.sourceOut()).isEqualTo(Rational.parse("27/5"));
    }

    @Test
    void markersStandInTheTimeOfTheirClip() {
        assertThat(Reading.of(TIMELINE).timelines().getFirst().markers())
                .singleElement()
                .satisfies(marker -> {
                    assertThat(marker.at()).isEqualTo(Rational.parse("18023/5"));
                    assertThat(marker.colour()).isEqualTo("RED");
                });
    }

    @Test
    void aBundleIsReadAndOneThatReachesOutIsRefused() throws IOException {
        assertThat(Reading.clips(Reading.of(zip("content.otio", "media/a.mov"), null)))
                .hasSize(2);
        assertThatThrownBy(() -> Reading.of(zip("content.otio", "../../a.mov"), null))
                .hasMessageContaining("zip/path");
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(TIMELINE.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
