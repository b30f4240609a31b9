package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cut of whatever cameras and phones write comes back as it went: every shot in its place, and nothing told as changed. */
class UntouchedReturnTest {
    private static final List<Format> FORMATS = List.of(Format.OTIO, Format.FCPXML, Format.PREMIERE_XML, Format.EDL);
    private static final List<Form.Target> TARGETS =
            List.of(Form.Target.ANY, Form.Target.PREMIERE, Form.Target.FCP, Form.Target.RESOLVE, Form.Target.AVID);

    private static MediaReference file(String name, String rate, @Nullable String label, int channels) {
        Rate of = Rate.parse(rate);
        boolean upright = name.startsWith("IMG");
        return new MediaReference(
                Path.of("/cards/" + name),
                Rational.of(channels, 50),
                Rational.of(2_399_863, 30_000),
                of,
                label == null ? null : Timecode.parse(label, of),
                upright ? 1080 : 1920,
                upright ? 1920 : 1080,
                channels == 0 ? 0 : 44_100,
                channels,
                List.of());
    }

    /** A phone of variable rate, and all that else lies in the bags of a shoot. */
    private static List<MediaReference> shoot() {
        return List.of(
                file("20261114_141512.mp4", "90000/4637", null, 2),
                file("20261114_141590.mp4", "88211/4639", null, 2),
                file("IMG_4021.MOV", "100000/3452", "14:02:07:11", 1),
                file("A001C001_261114_R7XK.mov", "24000/1001", "14:20:51:13", 2),
                file("A001C002_261114_R7XK.mov", "24", "23:20:51:23", 0),
                file("C0003.MP4", "50", "15:00:00:01", 2),
                file("MVI_0101.MP4", "30000/1001", "10:09:59;29", 2),
                file("MVI_0102.MP4", "60000/1001", "10:09:59;59", 2),
                file("GX010001.MP4", "240000/1001", "11:20:00:201", 0),
                file("timelapse.mov", "5", null, 0),
                file("scan.mov", "1", null, 0));
    }

    private static Timeline cut(List<MediaReference> media, Rate rate) {
        List<Item> shots = new ArrayList<>();
        for (int i = 0; i < 3 * media.size(); i++) {
            MediaReference file = media.get(i % media.size());
            Rational speed = file.name().startsWith("C0003") ? Rational.of(1, 2) : Rational.ONE;
            Rational from = file.start().plus(Rational.of(1_057_427L * (1 + 5 * i / media.size()), 1_000_000));
            shots.add(new Item.ClipItem(file.name(), file, from, rate.timeOf(7 + 5 * i), speed, Map.of()));
        }
        return new Timeline(
                "Song - rough cut",
                rate,
                Timecode.of(1, 0, 0, 0, rate, rate.canDropFrame()),
                1920,
                1080,
                List.of(new Track(Track.Kind.VIDEO, "Picture", shots)),
                List.of());
    }

    private static ForeignFile read(Timeline cut, Format format, Form.Target target) {
        String text = Interchange.texts(cut, format, new Form(target, "")).getFirst();
        return Reading.of(text, cut.rate());
    }

    private static List<Rational> places(Timeline timeline) {
        List<Rational> places = new ArrayList<>();
        timeline.tracks().getFirst().items().forEach(item -> places.add(item.duration()));
        return places;
    }

    private static void comesBack(Timeline cut) {
        Timeline ours = Adopted.of(
                        read(cut, Format.OTIO, Form.Target.ANY).timelines().getFirst(), null)
                .timeline();
        assertThat(ours.tracks().getFirst().items())
                .containsExactlyElementsOf(cut.tracks().getFirst().items());
        for (Format format : FORMATS) {
            for (Form.Target target : TARGETS) {
                Conform back = Conform.of(ours, read(cut, format, target));
                assertThat(back.differences())
                        .as("%s for %s at %s", format, target, cut.rate().spoken())
                        .isEmpty();
                assertThat(places(back.timeline())).isEqualTo(places(cut));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"24000/1001", "24", "25", "30000/1001", "30", "50", "60000/1001", "60"})
    void aCutOfAMixedShoot(String rate) {
        comesBack(cut(shoot(), Rate.parse(rate)));
    }

    @Property(tries = 100)
    void aCutOfAFileOfAnyRate(
            @ForAll @IntRange(min = 1, max = 999) int whole,
            @ForAll @LongRange(min = 0, max = 99_999) long part,
            @ForAll @LongRange(min = 1, max = 100_000) long of) {
        Rate rate = new Rate(Rational.of(whole).plus(Rational.of(part % of, of)));
        comesBack(cut(List.of(file("any.mp4", rate.toString(), null, 2)), Rate.FPS_25));
    }
}
