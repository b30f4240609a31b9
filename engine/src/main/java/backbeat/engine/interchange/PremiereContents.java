package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Sequences within the clips of an xmeml file: described where they occur first, and named by their id elsewhere. */
final class PremiereContents {
    private static final int DEEPEST = 20;

    private final PremiereResources resources;
    private final Function<XmlElement, ForeignTimeline> reading;
    private final ReadingFindings findings;
    private final ContentRoom room;
    private final Map<XmlElement, List<ForeignTimeline>> known = new HashMap<>();
    private final Set<XmlElement> open = new HashSet<>();

    PremiereContents(
            PremiereResources resources, Function<XmlElement, ForeignTimeline> reading, ReadingFindings findings) {
        this.resources = resources;
        this.reading = reading;
        this.findings = findings;
        this.room = new ContentRoom(findings);
    }

    void into(ForeignClip.Draft draft, XmlElement item) {
        XmlElement named = item.child("sequence");
        XmlElement sequence = named == null ? null : resources.sequence(named);
        if (sequence != null) {
            draft.content(room.take(content(sequence, item), PremiereClips.where(item)));
        }
    }

    private List<ForeignTimeline> content(XmlElement sequence, XmlElement item) {
        List<ForeignTimeline> before = known.get(sequence);
        if (before != null) {
            return before;
        }
        if (open.size() == DEEPEST || !open.add(sequence)) {
            findings.warn(ReadingProblems.tooMuchInside(PremiereClips.where(item)));
            return List.of();
        }
        List<ForeignTimeline> content = List.of(reading.apply(sequence));
        open.remove(sequence);
        known.put(sequence, content);
        return content;
    }
}
