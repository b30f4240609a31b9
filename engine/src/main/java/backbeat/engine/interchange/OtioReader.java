package backbeat.engine.interchange;

import backbeat.engine.interchange.ForeignTrack.Kind;
import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads OpenTimelineIO, also the older spellings of its objects. */
final class OtioReader {
    private final ReadingFindings findings;

    private OtioReader(ReadingFindings findings) {
        this.findings = findings;
    }

    static ForeignFile read(byte[] content) {
        ReadingFindings findings = new ReadingFindings();
        JsonNode root = OtioJson.tree(ForeignText.of(content, findings));
        OtioReader reader = new OtioReader(findings);
        List<ForeignTimeline> timelines = switch (OtioJson.schema(root)) {
            case "Timeline" -> List.of(reader.timeline(root));
            case "SerializableCollection" ->
                OtioJson.list(root, "children")
                        .valueStream()
                        .filter(child -> OtioJson.schema(child).equals("Timeline"))
                        .map(reader::timeline)
                        .toList();
            default -> throw ReadingProblems.notATimeline("").asException();
        };
        return new ForeignFile("otio", OtioRest.dialect(root), "", timelines, findings.told());
    }

    private ForeignTimeline timeline(JsonNode node) {
        JsonNode globalStart = node.get("global_start_time");
        Rational start = Optional.ofNullable(OtioJson.time(globalStart)).orElse(Rational.ZERO);
        JsonNode stack = node.get("tracks");
        List<ForeignMarker> markers = new ArrayList<>();
        List<ForeignTrack> tracks = new ArrayList<>();
        OtioContents contents = new OtioContents(OtioJson.rate(globalStart), findings);
        OtioTracks reading = new OtioTracks(start, markers, findings, contents);
        if (stack != null) {
            reading.markers(stack, start, Rational.ZERO, "timeline");
            for (JsonNode child : OtioJson.list(stack, "children")) {
                track(reading, child, tracks);
            }
        }
        Rational end = tracks.stream()
                .flatMap(track -> track.clips().stream())
                .map(ForeignClip::recordOut)
                .reduce(start, Rational::max);
        return new ForeignTimeline(
                OtioJson.text(node, "name"),
                rate(globalStart, tracks),
                OtioOwn.dropFrame(node),
                start,
                end.minus(start),
                List.copyOf(tracks),
                List.copyOf(markers),
                OtioRest.of(node, findings),
                OtioOwn.size(node));
    }

    private void track(OtioTracks reading, JsonNode child, List<ForeignTrack> tracks) {
        String schema = OtioJson.schema(child);
        if (!schema.equals("Track") && !schema.equals("Sequence")) {
            findings.warn(ReadingProblems.unknownSchema(OtioJson.text(child, "name"), schema));
            return;
        }
        Kind kind = OtioJson.text(child, "kind").equals("Audio") ? Kind.AUDIO : Kind.VIDEO;
        int index =
                1 + (int) tracks.stream().filter(track -> track.kind() == kind).count();
        tracks.add(reading.track(child, kind, index));
    }

    /** A timeline has no rate of its own: that of its start, else of the first picture, else of the first sound. */
    private static @Nullable Rate rate(@Nullable JsonNode globalStart, List<ForeignTrack> tracks) {
        Rate told = OtioJson.rate(globalStart);
        if (told != null) {
            return told;
        }
        return Stream.of(Kind.VIDEO, Kind.AUDIO)
                .flatMap(kind -> tracks.stream().filter(track -> track.kind() == kind))
                .flatMap(track -> track.clips().stream())
                .map(ForeignClip::sourceRate)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }
}
