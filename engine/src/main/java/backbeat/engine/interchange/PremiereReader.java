package backbeat.engine.interchange;

import backbeat.engine.interchange.ForeignTrack.Kind;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the XML of Final Cut 7 (xmeml 4 and 5) as Premiere, Resolve, Hiero and others write it. */
final class PremiereReader {
    private static final Set<String> SHELVES = Set.of("project", "children", "bin", "xmeml");

    private final PremiereResources resources;
    private final ReadingFindings findings = new ReadingFindings();
    private final List<ForeignTimeline> timelines = new ArrayList<>();
    private final PremiereContents contents;
    private String dialect = "";

    private PremiereReader(PremiereResources resources) {
        this.resources = resources;
        this.contents = new PremiereContents(resources, this::timeline, findings);
    }

    static ForeignFile read(XmlElement root) {
        PremiereReader reader = new PremiereReader(PremiereResources.of(root));
        reader.collect(root);
        return new ForeignFile(
                "xmeml",
                reader.dialect,
                root.attribute("version", ""),
                List.copyOf(reader.timelines),
                reader.findings.told());
    }

    /** A sequence within a clip is no timeline of its own. */
    private void collect(XmlElement shelf) {
        for (XmlElement child : shelf.children()) {
            if (child.is("sequence") && child.child("media") != null) {
                timelines.add(timeline(child));
                dialect = dialect.isEmpty() ? dialect(child) : dialect;
            } else if (SHELVES.contains(child.name())) {
                collect(child);
            }
        }
    }

    /** Premiere keeps its own settings as attributes, Resolve and Hiero leave their names. */
    private static String dialect(XmlElement sequence) {
        boolean premiere = sequence.attribute("TL.SQVisibleBaseTime") != null
                || sequence.attribute("MZ.Sequence.VideoTimeDisplayFormat") != null;
        String name = sequence.text("name", "");
        boolean signed =
                name.contains("(Resolve)") || name.toLowerCase(Locale.ROOT).contains("hiero");
        return premiere ? "premiere" : signed ? ForeignProgram.named(name) : "";
    }

    private ForeignTimeline timeline(XmlElement sequence) {
        Rate rate = PremiereNumbers.rate(sequence, Rate.FPS_25);
        Rational start = start(sequence, rate);
        List<ForeignTrack> tracks = new ArrayList<>();
        List<ForeignMarker> markers = new ArrayList<>();
        for (Kind kind : List.of(Kind.VIDEO, Kind.AUDIO)) {
            XmlElement media = sequence.at(kind == Kind.VIDEO ? "media/video" : "media/audio");
            if (media != null) {
                media.children("track")
                        .forEach(track -> tracks.add(new PremiereTrack(resources, contents, rate, start, findings)
                                .track(track, kind, count(tracks, kind))));
            }
        }
        markers.addAll(PremiereMarkers.of(sequence, rate, start, ""));
        Rational end = tracks.stream()
                .flatMap(track -> track.clips().stream())
                .map(ForeignClip::recordOut)
                .reduce(start, Rational::max);
        boolean drop = sequence.text("timecode/displayformat", "NDF").equals("DF");
        return new ForeignTimeline(
                        sequence.text("name", ""),
                        rate,
                        drop,
                        start,
                        end.minus(start),
                        List.copyOf(tracks),
                        List.copyOf(markers))
                .withSize(size(sequence));
    }

    private static ForeignTimeline.@Nullable Size size(XmlElement sequence) {
        XmlElement picture = sequence.at("media/video/format/samplecharacteristics");
        return picture == null
                ? null
                : ForeignTimeline.Size.of(
                        PremiereNumbers.number(picture.text("width")), PremiereNumbers.number(picture.text("height")));
    }

    private static int count(List<ForeignTrack> tracks, Kind kind) {
        return 1 + (int) tracks.stream().filter(track -> track.kind() == kind).count();
    }

    private static Rational start(XmlElement sequence, Rate rate) {
        XmlElement timecode = sequence.child("timecode");
        Rational frame = timecode == null ? null : PremiereNumbers.number(timecode.text("frame"));
        return timecode == null || frame == null
                ? Rational.ZERO
                : frame.dividedBy(PremiereNumbers.rate(timecode, rate).perSecond());
    }
}
