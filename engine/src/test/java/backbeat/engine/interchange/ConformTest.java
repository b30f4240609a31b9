package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Edit;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConformTest {
    private static final Rate RATE = Rate.FPS_25;
    private static final MediaReference A = file("A001C003.mov", Rate.FPS_25, "01:00:00:00");
    private static final MediaReference B = file("B001 long name.mov", Rate.FPS_50, "10:00:00:30");
    private static final MediaReference C = file("C001.mov", Rate.FPS_25, null);

    @TempDir
    Path folder;

    private static MediaReference file(String name, Rate rate, @org.jspecify.annotations.Nullable String label) {
        return new MediaReference(
                Path.of("/cards/Jäger & Söhne/" + name),
                Rational.of(1, 50),
                Rational.of(60),
                rate,
                label == null ? null : Timecode.parse(label, rate),
                1920,
                1080,
                48000,
                2,
                List.of());
    }

    private static Item shot(MediaReference media, Rational from, long frames) {
        return new Item.ClipItem(
                media.name(), media, from, RATE.timeOf(frames), Rational.ONE, Map.of("reason", "chorus"));
    }

    /** Shots whose places in the source lie between frames, as sync places them. */
    private static Timeline cut() {
        MediaReference song = new MediaReference(
                Path.of("/songs/song.wav"), Rational.ZERO, Rational.of(8), null, null, 0, 0, 48000, 2, List.of());
        List<Item> picture = List.of(
                shot(A, Rational.of(5003, 1000), 50),
                shot(B, Rational.of(10007, 1000), 50),
                shot(C, Rational.of(7), 50),
                shot(A, Rational.of(20011, 1000), 50));
        return new Timeline(
                "Song",
                RATE,
                Timecode.of(1, 0, 0, 0, RATE, false),
                1920,
                1080,
                List.of(
                        new Track(Track.Kind.VIDEO, "Picture", picture),
                        new Track(
                                Track.Kind.AUDIO,
                                "Song",
                                List.of(new Item.ClipItem(
                                        "song.wav", song, Rational.ZERO, Rational.of(8), Rational.ONE, Map.of())))),
                List.of(
                        new Marker("Bar 1", "", Marker.Colour.BLUE, Rational.ZERO, Rational.ZERO),
                        new Marker("Bar 2", "", Marker.Colour.BLUE, Rational.of(2), Rational.ZERO)));
    }

    /** The cut handed over and read back from our own file, and the returned one in a format. */
    private Conform conform(Timeline returned, Format format) {
        Timeline ours = handedOver();
        Path back = folder.resolve("back." + format.extension());
        new Interchange().write(returned, format, back);
        return Conform.of(ours, ForeignFiles.read(back, RATE));
    }

    private Timeline handedOver() {
        Path handedOver = folder.resolve("cut.otio");
        new Interchange().write(cut(), Format.OTIO, handedOver);
        return Adopted.of(ForeignFiles.read(handedOver, null).timelines().getFirst(), null)
                .timeline();
    }

    private static Timeline edited(Edit... edits) {
        Timeline timeline = cut();
        for (Edit edit : edits) {
            timeline = edit.apply(timeline).timeline();
        }
        return timeline;
    }

    private static Edit.Place at(int item) {
        return new Edit.Place(0, item);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"OTIO", "FCPXML", "PREMIERE_XML", "EDL"})
    void anUnchangedCutComesBackToTheSampleWhateverItWentThrough(Format format) {
        Conform conform = conform(cut(), format);
        assertThat(conform.differences()).isEmpty();
        List<Item> picture = conform.timeline().tracks().getFirst().items();
        for (int i = 0; i < 4; i++) {
            Item.ClipItem ours =
                    (Item.ClipItem) cut().tracks().getFirst().items().get(i);
            Item.ClipItem back = (Item.ClipItem) picture.get(i);
            assertThat(back.media()).isEqualTo(ours.media());
            assertThat(back.sourceStart()).isEqualTo(ours.sourceStart());
            assertThat(back.duration()).isEqualTo(ours.duration());
            assertThat(back.metadata()).containsEntry("reason", "chorus");
        }
        assertThat(conform.timeline().tracks()).isEqualTo(handedOver().tracks());
        assertThat(conform.timeline().markers()).isEqualTo(handedOver().markers());
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"OTIO", "FCPXML", "PREMIERE_XML", "EDL"})
    void aRolledCutIsATrimOnBothSides(Format format) {
        Conform conform = conform(edited(new Edit.Roll(at(1), RATE.timeOf(10))), format);
        assertThat(conform.differences())
                .extracting(difference -> difference.kind() + " " + difference.clip() + " " + difference.bar())
                .containsExactlyInAnyOrder("TAIL_TRIMMED A001C003.mov Bar 1", "HEAD_TRIMMED B001 long name.mov Bar 2");
        assertThat(conform.differences()).allMatch(difference -> difference.by().equals(Rational.of(2, 5)));
    }

    @Test
    void aSlippedShotAnExtractedOneAndAnotherTakeAreTold() {
        assertThat(conform(edited(new Edit.Slip(at(2), Rational.of(1))), Format.FCPXML)
                        .differences())
                .singleElement()
                .matches(difference -> difference.kind() == Difference.Kind.SLIPPED
                        && difference.by().equals(Rational.ONE));
        assertThat(conform(edited(new Edit.ReplaceMedia(at(1), C, Rational.of(30))), Format.EDL)
                        .differences())
                .singleElement()
                .matches(difference -> difference.kind() == Difference.Kind.SWAPPED
                        && difference.was().equals("B001 long name.mov")
                        && difference.now().equals("C001.mov"));
        assertThat(conform(edited(new Edit.Extract(at(0))), Format.PREMIERE_XML).differences())
                .extracting(difference -> difference.kind() + " " + difference.count())
                .containsExactlyInAnyOrder("REMOVED 1", "MOVED 3");
    }

    @Test
    void aFileThatIsNotOursIsToldAndStays() {
        Item other = new Item.ClipItem(
                "stock.mov",
                new MediaReference(
                        Path.of("/stock/stock.mov"),
                        Rational.ZERO,
                        Rational.of(10),
                        RATE,
                        null,
                        1920,
                        1080,
                        0,
                        0,
                        List.of()),
                Rational.ZERO,
                RATE.timeOf(25),
                Rational.ONE,
                Map.of());
        Conform conform = conform(edited(new Edit.Overwrite(0, Rational.of(1), other)), Format.EDL);
        assertThat(conform.findings())
                .anyMatch(finding -> finding.problem().code().equals("conform/unknown-media"));
        assertThat(conform.differences()).anyMatch(difference -> difference.kind() == Difference.Kind.ADDED);
    }
}
