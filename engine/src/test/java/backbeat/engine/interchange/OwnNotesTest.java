package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Effect;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A cut of ours that comes back as a file is the cut that left: its size and what was done to its shots. */
class OwnNotesTest {
    private static final Rate RATE = Rate.FPS_25;
    private static final Effect COLUMN = new Effect.Framing(
            Rational.ONE,
            Rational.of(-1, 4),
            Rational.ZERO,
            Rational.ZERO,
            new Effect.Crop(Rational.of(1, 4), Rational.of(1, 4), Rational.ZERO, Rational.ZERO));
    private static final Effect WARMER = new Effect.Grade(
            Effect.Channels.all(Rational.of(11, 10)),
            Effect.Channels.all(Rational.ZERO),
            Effect.Channels.all(Rational.ONE),
            Rational.ONE);
    private static final Effect SLOWING = new Effect.Retime(
            Effect.Retime.Way.BLEND,
            List.of(
                    new Effect.Retime.Point(Rational.ZERO, Rational.of(3)),
                    new Effect.Retime.Point(Rational.of(2), Rational.of(4))));
    private static final Effect FADE = new Effect.Fade(Rational.of(1, 5), Rational.ZERO);

    @TempDir
    Path folder;

    static Timeline portrait() {
        return with(List.of(COLUMN, WARMER, SLOWING, FADE));
    }

    private static Timeline with(List<Effect> effects) {
        MediaReference file = new MediaReference(
                Path.of("/cards/A001.mov"), Rational.ZERO, Rational.of(60), RATE, null, 1280, 720, 48000, 2, List.of());
        Item shot = new Item.ClipItem("A001.mov", file, Rational.of(3), Rational.of(2), Rational.ONE, Map.of())
                .withEffects(effects);
        return new Timeline(
                "Song",
                RATE,
                Timecode.of(1, 0, 0, 0, RATE, false),
                1080,
                1920,
                List.of(new Track(Track.Kind.VIDEO, "Picture", List.of(shot))),
                List.of());
    }

    private ForeignFile back(Format format) {
        Path file = folder.resolve("cut." + format.extension());
        new Interchange().write(portrait(), format, file);
        return ForeignFiles.read(file, RATE);
    }

    private static Timeline adopted(ForeignFile file) {
        return Adopted.of(file.timelines().getFirst(), null).timeline();
    }

    private static List<Effect> effects(Timeline timeline) {
        return ((Item.Piece) timeline.tracks().getFirst().items().getFirst()).effects();
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"OTIO", "OTIOZ", "OTIOD", "FCPXML", "PREMIERE_XML"})
    void theSizeOfThePictureComesBack(Format format) {
        ForeignFile file = back(format);
        assertThat(adopted(file)).extracting(Timeline::width, Timeline::height).containsExactly(1080, 1920);
        assertThat(Adopted.assumedSize(file.timelines().getFirst())).isNull();
    }

    @Test
    void aSizeThatNoFileTellsIsToldToBeAssumed() {
        assertThat(Adopted.assumedSize(back(Format.EDL).timelines().getFirst()))
                .isNotNull()
                .satisfies(told -> assertThat(told.problem().what()).contains("1920x1080"));
    }

    @Test
    void whatWasDoneToAShotComesBack() {
        Timeline once = adopted(back(Format.OTIO));
        assertThat(effects(once)).containsExactly(COLUMN, WARMER, SLOWING, FADE);
        Path again = folder.resolve("again.otio");
        new Interchange().write(once, Format.OTIO, again);
        assertThat(effects(adopted(ForeignFiles.read(again, null)))).isEqualTo(effects(once));
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"OTIO", "FCPXML", "PREMIERE_XML", "EDL"})
    void aShotThatNobodyTouchedKeepsWhatWasDoneToIt(Format format) {
        Timeline cut = with(List.of(COLUMN, WARMER, FADE));
        Path file = folder.resolve("back." + format.extension());
        new Interchange().write(cut, format, file);
        Conform conform = Conform.of(cut, ForeignFiles.read(file, RATE));
        assertThat(conform.differences()).isEmpty();
        assertThat(effects(conform.timeline())).containsExactlyInAnyOrder(COLUMN, WARMER, FADE);
    }

    @Test
    void damagedNotesLoseTheEffectsAlone() throws IOException {
        Path file = folder.resolve("cut.otio");
        new Interchange().write(portrait(), Format.OTIO, file);
        String whole = Files.readString(file, StandardCharsets.UTF_8);
        for (String scale : List.of("5/0", "0", "-1", "999999999999999999", "x", "1/999999999999999999")) {
            Files.writeString(file, whole.replace("\"scale\" : \"1\"", "\"scale\" : \"" + scale + "\""));
            assertThat(effects(adopted(ForeignFiles.read(file, null))))
                    .as(scale)
                    .isEmpty();
        }
    }

    @Test
    void finalCutIsToldTheCropInHeightsOfTheSource() throws IOException {
        back(Format.FCPXML);
        assertThat(Files.readString(folder.resolve("cut.fcpxml")))
                .containsPattern(
                        "<adjust-crop mode=\"trim\">\\s*<trim-rect left=\"44.44\\d* *\" top=\"0.0\" right=\"44.44");
    }

    @Test
    void otherProgramsDoNotReadOurNotes() {
        assertThat(new Interchange().findings(portrait(), Format.OTIO))
                .anyMatch(finding -> finding.problem().what().contains("framing"));
    }
}
