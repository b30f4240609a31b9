package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.OfflineMedia;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lies inside clips: read, kept through round trips, and bounded. */
class ContentTest {
    private static final Rate RATE = Rate.FPS_25;

    @TempDir
    Path folder;

    private static Item clip(String name, long from, long length) {
        OfflineMedia media = new OfflineMedia(name, "file:///" + name, "", RATE, Rational.ZERO, true, null);
        return new Item.ClipItem(name, media, Rational.of(from), Rational.of(length), Rational.ONE, Map.of());
    }

    private static Timeline timeline(String name, Item... items) {
        Track track = new Track(Track.Kind.VIDEO, "V1", List.of(items));
        return new Timeline(name, RATE, Timecode.of(1, 0, 0, 0, RATE, false), 1280, 720, List.of(track), List.of());
    }

    private Timeline back(Timeline timeline, Format format) {
        Path file = folder.resolve("t." + format.extension());
        new Interchange().write(timeline, format, file);
        ForeignFile read = ForeignFiles.read(file, null);
        return Adopted.of(read.timelines().getFirst(), null).timeline();
    }

    private static List<String> told(Timeline timeline) {
        return timeline.tracks().stream()
                .flatMap(track -> track.items().stream())
                .map(ContentTest::told)
                .toList();
    }

    private static String told(Item item) {
        return switch (item) {
            case Item.Nested nested ->
                nested.name() + " from " + nested.sourceStart() + " for " + nested.duration() + " of "
                        + told(nested.content());
            case Item.ClipItem clip
            when clip.media() instanceof Multicam multicam ->
                clip.name() + " from " + clip.sourceStart() + " sees " + multicam.picture() + " hears "
                        + multicam.sound() + " of "
                        + multicam.angles().stream()
                                .map(angle -> angle.name() + "="
                                        + angle.items().stream()
                                                .map(ContentTest::told)
                                                .toList())
                                .toList();
            case Item.Piece piece -> piece.name() + " from " + piece.sourceStart() + " for " + piece.duration();
            case Item other -> "gap of " + other.duration();
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"OTIO", "OTIOZ", "FCPXML", "PREMIERE_XML"})
    void whatIsNestedComesBackWithItsContent(Format format) {
        Timeline inner = timeline("inner", clip("a.mov", 3, 4));
        Item deep = new Item.Nested(
                "inner", inner, Rational.ONE, Rational.of(2), Rational.ONE, true, List.of(), List.of(), Map.of());
        Timeline middle = timeline("middle", clip("b.mov", 1, 2), deep);
        Item nested = new Item.Nested(
                "middle", middle, Rational.of(1), Rational.of(3), Rational.ONE, true, List.of(), List.of(), Map.of());
        Timeline cut = timeline("cut", clip("c.mov", 0, 1), nested);
        assertThat(told(back(cut, format))).isEqualTo(told(cut));
    }

    private static Timeline ofAngles() {
        List<Multicam.Angle> angles = List.of(
                new Multicam.Angle("Left", List.of(new Item.Gap(Rational.of(2), ""), clip("l.mov", 7, 20))),
                new Multicam.Angle("Right", List.of(clip("r.mov", 5, 12), clip("r2.mov", 0, 10))),
                new Multicam.Angle("Song", List.of(clip("song.wav", 0, 22))));
        Multicam multicam = new Multicam("Take", RATE, angles, "", "Song");
        return timeline(
                "cut",
                new Item.ClipItem(
                        "one",
                        multicam.choosing("Left", "Song"),
                        Rational.of(3),
                        Rational.of(4),
                        Rational.ONE,
                        Map.of()),
                new Item.ClipItem(
                        "two",
                        multicam.choosing("Right", "Song"),
                        Rational.of(7),
                        Rational.of(8),
                        Rational.ONE,
                        Map.of()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"OTIO", "FCPXML"})
    void aMulticamComesBackWithItsAngles(Format format) {
        assertThat(told(back(ofAngles(), format))).isEqualTo(told(ofAngles()));
    }

    @Test
    void theSongOfAMulticamIsSoundAloneAlsoByWayOfOtio() {
        OfflineMedia song = new OfflineMedia("song.wav", "file:///song.wav", "", null, Rational.ZERO, true, null);
        Item sound = new Item.ClipItem("song.wav", song, Rational.ZERO, Rational.of(9), Rational.ONE, Map.of());
        Multicam multicam = new Multicam(
                "Take",
                RATE,
                List.of(
                        new Multicam.Angle("A", List.of(clip("a.mov", 0, 9))),
                        new Multicam.Angle("Song", List.of(sound))),
                "A",
                "Song");
        Item shot = new Item.ClipItem("s", multicam, Rational.ONE, Rational.of(2), Rational.ONE, Map.of());
        String text = Interchange.texts(timeline("t", shot), Format.OTIO).getFirst();
        Timeline read =
                Adopted.of(Reading.of(text).timelines().getFirst(), null).timeline();
        String fcpxml = Interchange.texts(read, Format.FCPXML).getFirst();
        assertThat(fcpxml).doesNotContain("1/48000s\"").containsOnlyOnce("hasVideo=\"1\"");
    }

    @Test
    void programsWithoutMulticamsGetWhatTheAnglesShow() {
        List<String> flat = told(back(ofAngles(), Format.PREMIERE_XML));
        assertThat(flat)
                .startsWith("l.mov from 8 for 4", "r.mov from 12 for 5", "r2.mov from 0 for 3")
                .endsWith("song.wav from 3 for 12");
    }

    @Test
    void aCutOfOursAsMulticamConvertsBackIntoItsShots() {
        MediaReference song = media("song.wav", 0);
        MediaReference left = media("l.mov", 1280);
        Item shot = new Item.ClipItem("l.mov", left, Rational.of(12), Rational.of(6), Rational.ONE, Map.of());
        Item sound = new Item.ClipItem("song.wav", song, Rational.ZERO, Rational.of(6), Rational.ONE, Map.of());
        Timeline cut = timeline("cut", shot)
                .withTracks(List.of(
                        new Track(Track.Kind.VIDEO, "V1", List.of(shot)),
                        new Track(Track.Kind.AUDIO, "Song", List.of(sound))));
        Path file = folder.resolve("multicam.fcpxml");
        Form multicam = new Form(Form.Target.ANY, "", Form.Shape.MULTICAM);
        new Interchange().write(cut, Format.FCPXML, multicam, file);
        ForeignTimeline read = ForeignFiles.read(file, null).timelines().getFirst();
        Timeline flat = back(Adopted.of(read, null).timeline(), Format.PREMIERE_XML);
        assertThat(told(flat)).containsExactly("l.mov from 12 for 6", "song.wav from 0 for 6");
    }

    private static MediaReference media(String name, int width) {
        return new MediaReference(
                Path.of("/cards/" + name),
                Rational.ZERO,
                Rational.of(60),
                width == 0 ? null : RATE,
                null,
                width,
                width * 9 / 16,
                48000,
                1,
                List.of());
    }

    @Test
    void aSynchronisedClipHoldsPictureAndSound() {
        ForeignFile file = Reading.of("""
                <fcpxml version="1.10"><resources>
                <format id="r1" frameDuration="1/25s" width="1280" height="720"/>
                <asset id="r2" name="a" start="3600s" duration="60s" hasVideo="1" format="r1"><media-rep src="file:///a.mov"/></asset>
                <asset id="r3" name="s" duration="60s" hasAudio="1"><media-rep src="file:///s.wav"/></asset>
                </resources><project name="p"><sequence format="r1"><spine>
                <sync-clip name="sync" offset="0s" start="3602s" duration="4s">
                <asset-clip ref="r2" offset="3600s" start="3600s" duration="60s" name="a">
                <asset-clip ref="r3" lane="-1" offset="3601s" duration="50s" name="s"/>
                </asset-clip></sync-clip></spine></sequence></project></fcpxml>
                """);
        ForeignClip clip = Reading.clips(file).getFirst();
        assertThat(clip.mediaIn()).isEqualTo(Rational.of(2));
        assertThat(told(Adopted.of(file.timelines().getFirst(), null).timeline()))
                .containsExactly("sync from 2 for 4 of [a from 0 for 60, gap of 1, s from 0 for 50]");
    }

    @Test
    void clipsThatHoldEachOtherAreReadWithoutTheirContent() {
        StringBuilder resources = new StringBuilder("<format id=\"r1\" frameDuration=\"1/25s\"/>");
        for (int i = 0; i < 12; i++) {
            String refs = ("<ref-clip ref=\"m" + (i + 1) % 12 + "\" name=\"n\" duration=\"1s\"/>").repeat(10);
            resources.append(
                    "<media id=\"m" + i + "\"><sequence format=\"r1\"><spine>" + refs + "</spine></sequence></media>");
        }
        ForeignFile file = Reading.of("<fcpxml version=\"1.10\"><resources>" + resources
                + "</resources><project name=\"p\"><sequence format=\"r1\"><spine>"
                + "<ref-clip ref=\"m0\" name=\"laughs\" duration=\"1s\"/></spine></sequence></project></fcpxml>");
        assertThat(Reading.codes(file)).contains("interchange/content-left-out");
        Timeline adopted = Adopted.of(file.timelines().getFirst(), null).timeline();
        assertThat(Interchange.texts(adopted, Format.OTIO).getFirst().length()).isLessThan(200_000_000);
    }
}
