package backbeat.engine.interchange;

import backbeat.engine.interchange.ForeignTrack.Kind;
import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What lies inside nested stacks and tracks of an OpenTimelineIO file. A multicam of ours is a stack of its angles. */
final class OtioContents {
    private static final int DEEPEST = 20;

    private final ReadingFindings findings;
    private final ContentRoom room;
    private final @Nullable Rate rate;
    private int depth;

    /** @param rate of the timeline; null where it tells none */
    OtioContents(@Nullable Rate rate, ReadingFindings findings) {
        this.rate = rate;
        this.findings = findings;
        this.room = new ContentRoom(findings);
    }

    void into(ForeignClip.Draft draft, JsonNode item) {
        String name = OtioJson.text(item, "name");
        if (depth == DEEPEST) {
            findings.warn(ReadingProblems.tooMuchInside(name));
            return;
        }
        depth++;
        List<ForeignTimeline> content = OtioOwn.isMulticam(item) ? angles(item) : List.of(nested(item, name));
        depth--;
        draft.content(room.take(content, name)).angles(OtioOwn.angles(item));
    }

    private List<ForeignTimeline> angles(JsonNode stack) {
        return OtioJson.list(stack, "children")
                .valueStream()
                .map(angle -> timeline(OtioJson.text(angle, "name"), Stream.of(angle)))
                .toList();
    }

    private ForeignTimeline nested(JsonNode item, String name) {
        boolean stack = OtioJson.schema(item).equals("Stack");
        return timeline(name, stack ? OtioJson.list(item, "children").valueStream() : Stream.of(item));
    }

    private ForeignTimeline timeline(String name, Stream<JsonNode> rows) {
        List<ForeignMarker> markers = new ArrayList<>();
        List<ForeignTrack> tracks = new ArrayList<>();
        OtioTracks reading = new OtioTracks(Rational.ZERO, markers, findings, this);
        rows.forEach(row -> {
            Kind kind = OtioJson.text(row, "kind").equals("Audio") ? Kind.AUDIO : Kind.VIDEO;
            int index = 1
                    + (int) tracks.stream()
                            .filter(track -> track.kind() == kind)
                            .count();
            tracks.add(reading.row(row, kind, index));
        });
        Rational end = tracks.stream()
                .flatMap(track -> track.clips().stream())
                .map(ForeignClip::recordOut)
                .reduce(Rational.ZERO, Rational::max);
        return new ForeignTimeline(name, rate, false, Rational.ZERO, end, List.copyOf(tracks), List.copyOf(markers));
    }
}
