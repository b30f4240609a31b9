package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rational;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Markers of a composition. The track that they name can be wrong: all are told as markers of the timeline. */
final class AafMarkers {
    private static final String COLOUR = "_ATN_CRM_COLOR";
    private static final String USER = "_ATN_CRM_USER";

    private final AafObject mob;
    private final Rational start;
    private final ReadingFindings findings;
    private final Set<Long> slots = new HashSet<>();
    private final List<ForeignMarker> markers = new ArrayList<>();

    AafMarkers(AafObject mob, Rational start, ReadingFindings findings) {
        this.mob = mob;
        this.start = start;
        this.findings = findings;
    }

    List<ForeignMarker> told() throws IOException {
        List<AafObject> all = mob.objects(AafModel.SLOTS);
        all.forEach(slot -> slots.add(slot.number(AafModel.SLOT_ID, -1)));
        for (AafObject slot : all) {
            Rational rate = slot.fraction(AafModel.EVENT_RATE);
            AafObject segment = slot.object(AafModel.SEGMENT);
            if (slot.kind() == AafModel.EVENT_SLOT && rate != null && rate.signum() > 0 && segment != null) {
                long origin = slot.number(AafModel.EVENT_ORIGIN, 0);
                mark(segment, rate, origin);
                for (AafObject component : segment.objects(AafModel.COMPONENTS)) {
                    mark(component, rate, origin);
                }
            }
        }
        return List.copyOf(markers);
    }

    private void mark(AafObject event, Rational rate, long origin) throws IOException {
        if (event.kind() != AafModel.DESCRIPTIVE_MARKER && event.kind() != AafModel.COMMENT_MARKER) {
            return;
        }
        String comment = event.text(AafModel.COMMENT);
        Long described = event.number(AafModel.DESCRIBED_SLOTS);
        if (described != null && !slots.contains(described)) {
            findings.note(ReadingProblems.markerTrack(comment));
        }
        long frames = event.number(AafModel.POSITION, 0) - origin;
        long length = Math.max(0, event.number(AafModel.LENGTH, 0));
        markers.add(new ForeignMarker(
                tag(event, USER),
                comment,
                tag(event, COLOUR),
                start.plus(Rational.of(frames).dividedBy(rate)),
                Rational.of(length).dividedBy(rate),
                "",
                false));
    }

    /** Avid keeps what it knows of a marker as named values in properties of its own. */
    private static String tag(AafObject event, String name) throws IOException {
        for (int property : event.extensions()) {
            for (AafObject tag : event.objects(property)) {
                if (tag.text(AafModel.TAG_NAME).equals(name)) {
                    return tag.typedText(AafModel.TAG_VALUE);
                }
            }
        }
        return "";
    }
}
