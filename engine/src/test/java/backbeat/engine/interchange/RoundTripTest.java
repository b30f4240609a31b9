package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.GeneratedMedia;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.OfflineMedia;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Generated timelines, written in every format and read again: what is read is what was written, and the second time the same. */
class RoundTripTest {
    private static final Rate[] RATES = {Rate.FPS_25, Rate.FPS_23_976, Rate.FPS_29_97, Rate.FPS_60};

    @Property(tries = 40)
    void readIsWhatWasWritten(@ForAll long seed) throws IOException {
        Timeline timeline = timeline(new Random(seed));
        for (Format format : List.of(Format.OTIO, Format.FCPXML, Format.PREMIERE_XML, Format.EDL)) {
            ForeignTimeline first = writtenAndRead(timeline, format);
            ForeignTimeline second =
                    writtenAndRead(Adopted.of(first, timeline.rate()).timeline(), format);
            assertThat(ToldOf.timeline(second)).as(format.name()).isEqualTo(ToldOf.timeline(first));
            assertThat(shots(first)).as(format.name()).isEqualTo(shots(Adopted.of(first, null)));
            assertThat(first.tracks().getFirst().clips()).as(format.name()).hasSize((int)
                    timeline.tracks().getFirst().items().stream()
                            .filter(Item.ClipItem.class::isInstance)
                            .count());
        }
    }

    private static List<String> shots(ForeignTimeline timeline) {
        return timeline.tracks().getFirst().clips().stream()
                .map(clip -> clip.name() + " " + clip.recordIn().minus(timeline.start()) + " "
                        + clip.recordOut().minus(clip.recordIn()))
                .toList();
    }

    private static List<String> shots(Adopted adopted) {
        List<String> shots = new ArrayList<>();
        Rational at = Rational.ZERO;
        for (Item item : adopted.timeline().tracks().getFirst().items()) {
            if (item instanceof Item.ClipItem) {
                shots.add(item.name() + " " + at + " " + item.duration());
            }
            at = at.plus(item.duration());
        }
        return shots;
    }

    private static ForeignTimeline writtenAndRead(Timeline timeline, Format format) throws IOException {
        Path folder = Files.createTempDirectory("roundtrip");
        Path file = folder.resolve("t." + format.extension());
        try {
            new Interchange().write(timeline, format, new Form(Form.Target.ANY, "long"), file);
            return ForeignFiles.read(file, timeline.rate()).timelines().getFirst();
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static Timeline timeline(Random random) {
        Rate rate = RATES[random.nextInt(RATES.length)];
        List<Item> items = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            if (i > 0 && random.nextInt(4) == 0) {
                items.add(new Item.Gap(rate.timeOf(1 + random.nextInt(50)), ""));
            } else if (i > 0 && items.getLast() instanceof Item.ClipItem && random.nextInt(4) == 0) {
                Rational half = rate.timeOf(1 + random.nextInt(5));
                items.add(new Item.Transition(Item.Transition.Kind.DISSOLVE, "Cross Dissolve", half, half, Map.of()));
            }
            items.add(clip(random, rate, i));
        }
        Marker marker = new Marker("m & <n>", "", Marker.Colour.GREEN, rate.timeOf(1), Rational.ZERO);
        return new Timeline(
                "cut",
                rate,
                new Timecode(rate.nominal() * 3600L, rate, false),
                1920,
                1080,
                List.of(new Track(Track.Kind.VIDEO, "V1", items)),
                List.of(marker));
    }

    private static Item clip(Random random, Rate rate, int number) {
        Rational length = rate.timeOf(12 + random.nextInt(80));
        Rational[] speeds = {Rational.ONE, Rational.ONE, Rational.of(2), Rational.of(1, 2), Rational.of(-1)};
        OfflineMedia media = new OfflineMedia(
                "shot " + number,
                "file:///card/shot" + number + ".mov",
                "R" + number,
                rate,
                rate.timeOf(10_000L * number),
                true,
                null);
        Rational speed = speeds[random.nextInt(speeds.length)];
        Item.ClipItem clip = new Item.ClipItem(
                "shot " + number, media, rate.timeOf(1000 + random.nextInt(500)), length, speed, Map.of());
        return random.nextInt(8) == 0
                ? new Item.ClipItem(
                        "title",
                        new GeneratedMedia(GeneratedMedia.Kind.TITLE, "Words"),
                        Rational.ZERO,
                        length,
                        Rational.ONE,
                        Map.of())
                : clip;
    }
}
