package backbeat.engine.interchange;

import backbeat.engine.interchange.ForeignTrack.Kind;
import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One track of an xmeml sequence. Where a clip's edge lies under a transition, the file says -1 and the transition decides where the cut is. */
final class PremiereTrack {
    private static final Rational HALF = Rational.of(1, 2);

    /** A transition in frames of the sequence. */
    private record Overlap(Rational start, Rational end, Rational cut) {}

    private final Rate rate;
    private final Rational start;
    private final ReadingFindings findings;
    private final PremiereClips clips;

    PremiereTrack(
            PremiereResources resources,
            PremiereContents contents,
            Rate rate,
            Rational start,
            ReadingFindings findings) {
        this.rate = rate;
        this.start = start;
        this.findings = findings;
        this.clips = new PremiereClips(resources, contents, rate, findings);
    }

    ForeignTrack track(XmlElement track, Kind kind, int index) {
        List<ForeignClip> placed = new ArrayList<>();
        List<ForeignTransition> transitions = new ArrayList<>();
        boolean enabled = !track.text("enabled", "TRUE").equalsIgnoreCase("FALSE");
        List<XmlElement> items = track.children();
        for (int i = 0; i < items.size(); i++) {
            XmlElement item = items.get(i);
            try {
                if (item.is("transitionitem")) {
                    add(item, transitions);
                } else if (item.is("clipitem") || item.is("generatoritem")) {
                    Overlap before = overlap(neighbour(items, i, -1));
                    Overlap after = overlap(neighbour(items, i, 1));
                    place(item, before, after, enabled, placed);
                }
            } catch (ArithmeticException e) {
                findings.warn(ReadingProblems.outOfRange("line " + item.line()));
            }
        }
        String name = (kind == Kind.VIDEO ? "V" : "A") + index;
        return new ForeignTrack(kind, index, null, name, List.copyOf(placed), List.copyOf(transitions));
    }

    private static @Nullable XmlElement neighbour(List<XmlElement> items, int at, int step) {
        int there = at + step;
        boolean exists = there >= 0 && there < items.size() && items.get(there).is("transitionitem");
        return exists ? items.get(there) : null;
    }

    private static @Nullable Overlap overlap(@Nullable XmlElement transition) {
        if (transition == null) {
            return null;
        }
        Rational start = PremiereNumbers.number(transition.text("start"));
        Rational end = PremiereNumbers.number(transition.text("end"));
        if (start == null || end == null) {
            return null;
        }
        Rational cut = switch (transition.text("alignment", "center")) {
            case "start", "start-black" -> start;
            case "end", "end-black" -> end;
            default -> Rational.of(start.plus(end).times(HALF).floor());
        };
        return new Overlap(start, end, cut);
    }

    private void add(XmlElement transition, List<ForeignTransition> transitions) {
        Overlap overlap = overlap(transition);
        if (overlap != null) {
            String name = transition.text("effect/name", transition.text("name", ""));
            transitions.add(new ForeignTransition(
                    kind(name), name, record(overlap.start()), record(overlap.end()), record(overlap.cut())));
        }
    }

    private static ForeignTransition.Kind kind(String name) {
        if (name.contains("Dissolve")) {
            return ForeignTransition.Kind.DISSOLVE;
        }
        return name.contains("Wipe") ? ForeignTransition.Kind.WIPE : ForeignTransition.Kind.OTHER;
    }

    private void place(
            XmlElement item,
            @Nullable Overlap before,
            @Nullable Overlap after,
            boolean enabled,
            List<ForeignClip> placed) {
        Rational from = PremiereNumbers.number(item.text("start"));
        Rational to = PremiereNumbers.number(item.text("end"));
        Rational handleIn = Rational.ZERO;
        Rational handleOut = Rational.ZERO;
        if (from != null && from.signum() < 0 && before != null) {
            from = before.cut();
            handleIn = before.cut().minus(before.start());
        }
        if (to != null && to.signum() < 0 && after != null) {
            to = after.cut();
            handleOut = after.end().minus(after.cut());
        }
        if (from == null || to == null || from.signum() < 0 || to.isLessThan(from)) {
            findings.warn(ReadingProblems.outOfRange(PremiereClips.where(item)));
            return;
        }
        PremiereClips.Edges edges = new PremiereClips.Edges(to.minus(from), handleIn, handleOut);
        placed.add(clips.clip(item, edges, record(from), record(to), enabled));
    }

    private Rational record(Rational frame) {
        return start.plus(frame.dividedBy(rate.perSecond()));
    }
}
