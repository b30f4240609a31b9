package backbeat.engine.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backbeat.engine.problem.Finding;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Marker;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InterchangeTest {
    @TempDir
    Path folder;

    private static MediaReference clip(String name, Rate rate, String timecode) {
        return new MediaReference(
                Path.of("/Volumes/CARD A/Jäger & Söhne/" + name),
                Rational.ZERO,
                Rational.of(60),
                rate,
                Timecode.parse(timecode, rate),
                1920,
                1080,
                48000,
                2,
                List.of());
    }

    private static Item.ClipItem item(MediaReference media, long sourceFrame, Rational duration, Rational speed) {
        Rate rate = media.rate() == null ? Rate.FPS_25 : media.rate();
        return new Item.ClipItem(
                media.name(), media, rate.timeOf(sourceFrame), duration, speed, Map.of("reason", "loud <& short>"));
    }

    @Test
    void notesOfAShotAreWrittenInOrderWhateverOrderTheyCameIn() throws IOException {
        Map<String, String> notes = new java.util.LinkedHashMap<>();
        IntStream.iterate(29, i -> i >= 10, i -> i - 1).forEach(i -> notes.put("note" + i, "."));
        MediaReference media = clip("a.mov", Rate.FPS_25, "01:00:00:00");
        Item shot = new Item.ClipItem("a", media, Rational.ZERO, Rational.of(2), Rational.ONE, notes);
        Timeline timeline = new Timeline(
                "t",
                Rate.FPS_25,
                new Timecode(0, Rate.FPS_25, false),
                1920,
                1080,
                List.of(new Track(Track.Kind.VIDEO, "V1", List.of(shot))),
                List.of());
        Path file = folder.resolve("notes.otio");
        new Interchange().write(timeline, Format.OTIO, file);
        assertThat(Files.readString(file).lines().filter(line -> line.contains("\"note")))
                .hasSize(20)
                .isSorted();
    }

    /** A shot, black, a shot of another rate and one in slow motion: 200 frames and a song that ends in the last of them. */
    private static Timeline timeline(Rate rate, boolean drop) {
        MediaReference a = clip("A001C003.mov", rate, "01:00:00:00");
        MediaReference b = clip("A001C003_long name.mov", Rate.FPS_50, "10:00:00:00");
        Rational songLength = Rational.of(rate.timeOf(200).times(48000).floor() - 300, 48000);
        MediaReference song = new MediaReference(
                Path.of("/songs/Mein Lied.wav"), Rational.ZERO, songLength, null, null, 0, 0, 48000, 2, List.of());
        List<Item> picture = List.of(
                item(a, 24, rate.timeOf(48), Rational.ONE),
                new Item.Gap(rate.timeOf(12), "Black"),
                item(b, 100, rate.timeOf(40), Rational.ONE),
                item(b, 500, rate.timeOf(40), Rational.of(1, 2)),
                item(a, 300, rate.timeOf(60), Rational.ONE));
        Item.ClipItem sound = new Item.ClipItem(song.name(), song, Rational.ZERO, songLength, Rational.ONE, Map.of());
        return new Timeline(
                "Mein Lied - rough cut",
                rate,
                Timecode.of(1, 0, 0, 0, rate, drop),
                1920,
                1080,
                List.of(
                        new Track(Track.Kind.VIDEO, "Picture", picture),
                        new Track(Track.Kind.AUDIO, "Song", List.of(sound))),
                List.of(
                        new Marker("Bar 1", "", Marker.Colour.BLUE, rate.timeOf(3), Rational.ZERO),
                        new Marker("Black", "nothing covers", Marker.Colour.RED, rate.timeOf(48), rate.timeOf(12)),
                        new Marker(
                                "Chorus A", "bars 2 to 3", Marker.Colour.ORANGE, rate.timeOf(100), rate.timeOf(90))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24000/1001", "25", "30000/1001", "60"})
    void fcpxmlFollowsItsDocumentType(String rate) throws Exception {
        Path dtd = Path.of("../../shared/data/interchange/fcpxml-dtd/FCPXMLv1_10.dtd");
        if (!Files.exists(dtd)) {
            System.err.println("NOT CHECKED: FCPXML against its document type, which is Apple's and no part of this"
                    + " project. Put it at " + dtd.toAbsolutePath().normalize());
        }
        assumeTrue(Files.exists(dtd), "there is no " + dtd);
        Rate of = new Rate(Rational.parse(rate));
        String text = text(timeline(of, of.canDropFrame()), Format.FCPXML)
                .replace("<!DOCTYPE fcpxml>", "<!DOCTYPE fcpxml SYSTEM \"" + dtd.toUri() + "\">");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setValidating(true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Strict());
        assertThat(builder.parse(new InputSource(new StringReader(text)))).isNotNull();
    }

    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXParseException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXParseException {
            throw e;
        }
    }

    @Test
    void fcpxmlCountsTheStorylineFromTheStartTimecodeAndClipsFromTheirOwn() throws Exception {
        Document document = xml(Format.FCPXML, Rate.FPS_23_976);
        Element sequence = first(document, "sequence");
        assertThat(sequence.getAttribute("tcStart")).isEqualTo("18018/5s");
        Element clip = first(document, "asset-clip");
        assertThat(clip.getAttribute("offset")).isEqualTo("18018/5s");
        assertThat(clip.getAttribute("start")).isEqualTo(startOf(24));
        assertThat(clip.getAttribute("duration")).isEqualTo("1001/500s");
        Element song = (Element) clip.getElementsByTagName("asset-clip").item(0);
        assertThat(song.getAttribute("lane")).isEqualTo("-1");
        assertThat(song.getAttribute("offset")).isEqualTo(clip.getAttribute("start"));
        assertThat(first(document, "media-rep").getAttribute("src"))
                .isEqualTo("file:///Volumes/CARD%20A/J%C3%A4ger%20%26%20S%C3%B6hne/A001C003.mov");
    }

    private static String startOf(long frame) {
        return Timecode.parse("01:00:00:00", Rate.FPS_23_976).plusFrames(frame).seconds() + "s";
    }

    @Test
    void fcpxmlMapsTheWholeMediaOfARetimedClip() throws Exception {
        Document document = xml(Format.FCPXML, Rate.FPS_25);
        NodeList points = first(document, "timeMap").getElementsByTagName("timept");
        assertThat(((Element) points.item(0)).getAttribute("value")).isEqualTo("36000s");
        assertThat(((Element) points.item(1)).getAttribute("time")).isEqualTo("36120s");
        assertThat(((Element) points.item(1)).getAttribute("value")).isEqualTo("36060s");
    }

    @Test
    void premiereXmlCountsInAndOutOnTheSequenceGridAndDescribesAFileOnce() throws Exception {
        Document document = xml(Format.PREMIERE_XML, Rate.FPS_25);
        Element video = first(document, "video");
        assertThat(video.getElementsByTagName("format").getLength()).isPositive();
        Element third = (Element) video.getElementsByTagName("clipitem").item(1);
        assertThat(text(third, "start")).isEqualTo("60");
        assertThat(text(third, "end")).isEqualTo("100");
        assertThat(text(third, "in")).isEqualTo("50");
        assertThat(text(third, "out")).isEqualTo("90");
        Element slow = (Element) video.getElementsByTagName("clipitem").item(2);
        assertThat(slow.getElementsByTagName("pathurl").getLength()).isZero();
        assertThat(slow.getTextContent()).contains("timeremap").contains("50");
        assertThat(document.getElementsByTagName("pathurl").getLength()).isEqualTo(3);
        assertThat(text(first(document, "file"), "pathurl")).startsWith("file://localhost/Volumes/CARD%20A/J%C3%A4ger");
    }

    @Test
    void edlHasExclusiveEndsUniqueReelsAndBlackWithoutHoles() {
        assertThat(text(timeline(Rate.FPS_25, false), Format.EDL).lines())
                .startsWith(
                        "TITLE: Mein Lied - rough cut",
                        "FCM: NON-DROP FRAME",
                        "",
                        "001  A001C003 V     C        01:00:00:24 01:00:02:22 01:00:00:00 01:00:01:23",
                        "* FROM CLIP NAME: A001C003.mov")
                .contains(
                        "* LOC: 01:00:00:03 BLUE    Bar 1",
                        "002  BL       V     C        00:00:00:00 00:00:00:12 01:00:01:23 01:00:02:10",
                        "003  A001C0_2 V     C        10:00:02:00 10:00:03:15 01:00:02:10 01:00:04:00",
                        "004  A001C0_2 V     C        10:00:10:00 10:00:10:20 01:00:04:00 01:00:05:15",
                        "M2   A001C0_2       012.5                10:00:10:00");
    }

    @Test
    void edlSaysDropFrameInHeadAndTimecode() {
        String edl = text(timeline(Rate.FPS_29_97, true), Format.EDL);
        assertThat(edl).contains("FCM: DROP FRAME").contains(" 01:00:00;00 01:00:01;18");
    }

    @Test
    void otioCountsMediaWithTimecodeAndLengthsAtTheRateOfTheTimeline() {
        JsonNode root = JsonMapper.shared().readTree(text(timeline(Rate.FPS_23_976, false), Format.OTIO));
        assertThat(root.get("OTIO_SCHEMA").asString()).isEqualTo("Timeline.1");
        JsonNode children = root.get("tracks").get("children").get(0).get("children");
        JsonNode range = children.get(0).get("source_range");
        assertThat(range.get("start_time").get("value").asDouble()).isEqualTo(86400 + 24);
        assertThat(range.get("start_time").get("rate").asDouble()).isEqualTo(24000.0 / 1001);
        assertThat(range.get("duration").get("value").asDouble()).isEqualTo(48);
        assertThat(children.get(1).get("OTIO_SCHEMA").asString()).isEqualTo("Gap.1");
        JsonNode slow = children.get(3);
        assertThat(slow.get("source_range").get("start_time").get("value").asDouble())
                .isEqualTo(36000 * 50 + 500);
        assertThat(slow.get("effects").get(0).get("time_scalar").asDouble()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"OTIO", "FCPXML", "PREMIERE_XML", "EDL"})
    void aFileIsWrittenWholeAndLeavesNothingBeside(Format format) throws IOException {
        Path file = folder.resolve("cut." + format.extension());
        new Interchange().write(timeline(Rate.FPS_25, false), format, file);
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).contains("Mein Lied");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void placesInAFileAreCountedFromItsFirstPictureAlsoWhereSoundComesBefore() throws Exception {
        MediaReference late = startingAt(Rational.of(21, 1000), clip("00001.MTS", Rate.FPS_25, "10:00:00:00"));
        Rational third = late.start().plus(Rate.FPS_25.timeOf(3));
        Timeline cut = pictureOnly(
                new Item.ClipItem("00001", late, third, Rational.of(2), Rational.ONE, Map.of("reason", "first")));
        assertThat(text(cut, Format.EDL)).contains(" 10:00:00:03 10:00:02:03 ");
        assertThat(text(cut, Format.OTIO)).contains("\"value\" : 900003.0");
        Document premiere = parsed(text(cut, Format.PREMIERE_XML));
        assertThat(text(first(premiere, "clipitem"), "in")).isEqualTo("3");
        Document fcpxml = parsed(text(cut, Format.FCPXML));
        assertThat(first(fcpxml, "asset-clip").getAttribute("start")).isEqualTo("900003/25s");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"OTIO", "FCPXML", "PREMIERE_XML", "EDL"})
    void aShotAcrossThePartsOfARecordingIsSentToThePartsAndNotToTheJoinedFile(Format format) {
        String text = text(pictureOnly(acrossParts()), format);
        assertThat(text).contains("GX010042.MP4", "GX020042.MP4").doesNotContain("joined-parts");
    }

    @Test
    void aShotIsDividedAtTheFirstFrameOfTheNextPart() {
        assertThat(text(pictureOnly(acrossParts()), Format.EDL).lines())
                .contains(
                        "001  GX010042 V     C        10:00:58:00 10:01:00:00 01:00:00:00 01:00:02:00",
                        "002  GX020042 V     C        10:01:00:00 10:01:01:00 01:00:02:00 01:00:03:00");
    }

    /** The second part's sound begins before its picture, as the first one's does. */
    private static Item.ClipItem acrossParts() {
        MediaReference one = startingAt(Rational.of(1, 50), clip("GX010042.MP4", Rate.FPS_25, "10:00:00:00"));
        MediaReference two = startingAt(Rational.of(1, 100), clip("GX020042.MP4", Rate.FPS_25, "10:01:00:00"));
        MediaReference joined = new MediaReference(
                Path.of("/cache/joined-parts-1f"),
                one.start(),
                Rational.of(120),
                Rate.FPS_25,
                null,
                1920,
                1080,
                48000,
                2,
                List.of(one, two));
        Rational from = one.start().plus(Rational.of(58));
        return new Item.ClipItem("GX010042", joined, from, Rational.of(3), Rational.ONE, Map.of());
    }

    private static MediaReference startingAt(Rational start, MediaReference media) {
        return new MediaReference(
                media.file(),
                start,
                media.duration(),
                media.rate(),
                media.timecode(),
                media.width(),
                media.height(),
                media.sampleRate(),
                media.channels(),
                media.parts());
    }

    private static Timeline pictureOnly(Item item) {
        return pictureOnly(List.of(item));
    }

    private static Timeline pictureOnly(List<Item> items) {
        return new Timeline(
                "t",
                Rate.FPS_25,
                Timecode.of(1, 0, 0, 0, Rate.FPS_25, false),
                1920,
                1080,
                List.of(new Track(Track.Kind.VIDEO, "Picture", items)),
                List.of());
    }

    @Test
    void moreEventsThanAnEdlCanCountGoIntoASecondListOnTheSameClock() throws IOException {
        MediaReference media = clip("A.mov", Rate.FPS_25, "10:00:00:00");
        List<Item> shots = IntStream.range(0, 1200)
                .<Item>mapToObj(i -> item(media, i, Rate.FPS_25.timeOf(1), Rational.ONE))
                .toList();
        List<Path> files = new Interchange().write(pictureOnly(shots), Format.EDL, folder.resolve("cut.edl"));
        assertThat(files).containsExactly(folder.resolve("cut.edl"), folder.resolve("cut-2.edl"));
        assertThat(Files.readString(files.get(0)))
                .contains("(1 of 2)", "\n999  A ")
                .doesNotContain("1000");
        assertThat(Files.readString(files.get(1)).lines())
                .contains("TITLE: t (2 of 2)")
                .contains("001  A        V     C        10:00:39:24 10:00:40:00 01:00:39:24 01:00:40:00");
    }

    @Test
    void premiereXmlCountsRetimedShotsInRetimedFramesAndSaysThatProgramsDiffer() throws Exception {
        Element slow = (Element) first(xml(Format.PREMIERE_XML, Rate.FPS_25), "video")
                .getElementsByTagName("clipitem")
                .item(2);
        assertThat(text(slow, "in")).isEqualTo("500");
        assertThat(text(slow, "out")).isEqualTo("540");
        assertThat(text(slow, "duration")).isEqualTo("3000");
        assertThat(new Interchange().findings(timeline(Rate.FPS_25, false), Format.PREMIERE_XML))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem().what()).contains("slow or fast motion"));
    }

    @Test
    void tellsThatAnEdlHasNoSong() {
        List<Finding> findings = new Interchange().findings(timeline(Rate.FPS_25, false), Format.EDL);
        assertThat(findings).anyMatch(finding -> finding.problem().what().contains("song"));
    }

    private static String text(Timeline timeline, Format format) {
        return Interchange.texts(timeline, format).getFirst();
    }

    private static Document xml(Format format, Rate rate) throws Exception {
        return parsed(text(timeline(rate, false), format));
    }

    private static Document parsed(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static Element first(Document document, String name) {
        return (Element) document.getElementsByTagName(name).item(0);
    }

    private static String text(Element element, String name) {
        return element.getElementsByTagName(name).item(0).getTextContent();
    }
}
