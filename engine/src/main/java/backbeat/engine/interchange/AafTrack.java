package backbeat.engine.interchange;

import backbeat.engine.interchange.ForeignTrack.Kind;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rational;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One slot of a composition. Its components follow each other; a transition overlaps both neighbours by its whole length and says where within it the cut lies. */
final class AafTrack {
    private static final int DEEPEST = 50;

    /** A component from {@code at}, of which {@code from} to {@code to} is seen; in edit units. */
    private record Placed(AafObject segment, long at, long from, long to) {}

    private final AafFile file;
    private final AafSources sources;
    private final ReadingFindings findings;
    private final Rational start;
    private final Rational rate;
    private final List<ForeignClip> clips = new ArrayList<>();
    private final List<ForeignTransition> transitions = new ArrayList<>();

    AafTrack(AafFile file, Rational start, Rational rate, ReadingFindings findings) {
        this.file = file;
        this.sources = new AafSources(file, findings);
        this.start = start;
        this.rate = rate;
        this.findings = findings;
    }

    ForeignTrack track(AafObject segment, Kind kind, int index, String name) throws IOException {
        segment(new Placed(segment, 0, 0, Long.MAX_VALUE), 0);
        return new ForeignTrack(kind, index, null, name, List.copyOf(clips), List.copyOf(transitions));
    }

    private void segment(Placed placed, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw CompoundFile.damaged("Its effects lie too deep in each other.");
        }
        AafObject segment = placed.segment();
        if (segment.kind() == AafModel.SEQUENCE) {
            for (Placed item : sequence(placed)) {
                segment(item, depth + 1);
            }
            return;
        }
        AafObject only = standsFor(segment);
        if (only != null) {
            segment(new Placed(only, placed.at(), placed.from(), seenTo(placed)), depth + 1);
            return;
        }
        long from = Math.max(placed.from(), placed.at());
        long to = seenTo(placed);
        if (from < to) {
            try {
                leaf(segment, from - placed.at(), seconds(from), seconds(to));
            } catch (ArithmeticException | ProblemException e) {
                findings.warn(ReadingProblems.damagedPart("frame " + from));
            }
        }
    }

    /** What is seen through an effect that leaves the time as it is, and what is chosen of several. */
    private @Nullable AafObject standsFor(AafObject segment) throws IOException {
        return switch (segment.kind()) {
            case AafModel.OPERATION_GROUP -> {
                if (AafSpeed.isChanged(segment, file)) {
                    yield null;
                }
                yield onlyInput(segment);
            }
            case AafModel.SELECTOR -> {
                AafObject selected = segment.object(AafModel.SELECTED);
                if (selected == null
                        || selected.kind() == AafModel.FILLER
                        || selected.kind() == AafModel.SCOPE_REFERENCE) {
                    yield null;
                }
                yield selected;
            }
            default -> null;
        };
    }

    private static long seenTo(Placed placed) {
        return Math.min(placed.to(), Math.addExact(placed.at(), length(placed.segment())));
    }

    private static long length(AafObject component) {
        return Math.max(0, component.number(AafModel.LENGTH, 0));
    }

    private Rational seconds(long units) {
        return start.plus(Rational.of(units).dividedBy(rate));
    }

    private List<Placed> sequence(Placed sequence) throws IOException {
        List<Placed> items = new ArrayList<>();
        long at = sequence.at();
        long from = sequence.from();
        long to = seenTo(sequence);
        for (AafObject component : sequence.segment().objects(AafModel.COMPONENTS)) {
            if (component.kind() == AafModel.TRANSITION) {
                at = Math.subtractExact(at, length(component));
                long cut = Math.addExact(at, component.number(AafModel.CUT_POINT, 0));
                if (!items.isEmpty()) {
                    Placed last = items.removeLast();
                    items.add(new Placed(last.segment(), last.at(), last.from(), Math.min(last.to(), cut)));
                }
                from = cut;
                transition(component, at, cut);
            } else {
                items.add(new Placed(component, at, Math.max(from, sequence.from()), to));
                at = Math.addExact(at, length(component));
            }
        }
        return items;
    }

    private void transition(AafObject transition, long from, long cut) throws IOException {
        AafObject operation = transition.object(AafModel.TRANSITION_OPERATION);
        String name = operation == null ? "" : file.definitionName(operation, AafModel.OPERATION);
        ForeignTransition.Kind kind = name.contains("Wipe")
                ? ForeignTransition.Kind.WIPE
                : name.contains("Key") ? ForeignTransition.Kind.KEY : ForeignTransition.Kind.DISSOLVE;
        Rational out = seconds(Math.addExact(from, length(transition)));
        transitions.add(new ForeignTransition(kind, name, seconds(from), out, seconds(cut)));
    }

    private @Nullable AafObject onlyInput(AafObject group) throws IOException {
        List<AafObject> inputs = group.objects(AafModel.INPUTS);
        return inputs.size() == 1 ? inputs.getFirst() : null;
    }

    /** @param into edit units from the component's first frame to the first that is seen */
    private void leaf(AafObject segment, long into, Rational in, Rational out) throws IOException {
        switch (segment.kind()) {
            case AafModel.FILLER -> {}
            case AafModel.SOURCE_CLIP -> clips.add(clip(segment, Rational.of(into), Rational.ONE, in, out));
            case AafModel.ESSENCE_GROUP -> first(segment.objects(AafModel.CHOICES), into, in, out);
            case AafModel.PULLDOWN -> first(listOf(segment.object(AafModel.PULLDOWN_INPUT)), into, in, out);
            case AafModel.SELECTOR -> muted(segment, into, in, out);
            case AafModel.SCOPE_REFERENCE -> clips.add(other("", ForeignClip.Kind.SCOPE_REFERENCE, in, out));
            case AafModel.NESTED_SCOPE -> clips.add(other("", ForeignClip.Kind.NESTED, in, out));
            case AafModel.OPERATION_GROUP -> effect(segment, into, in, out);
            default -> findings.note(ReadingProblems.unknownPart("aaf/unknown-part", in.toString()));
        }
    }

    private static List<AafObject> listOf(@Nullable AafObject one) {
        return one == null ? List.of() : List.of(one);
    }

    private void first(List<AafObject> parts, long into, Rational in, Rational out) throws IOException {
        for (AafObject part : parts) {
            if (part.kind() == AafModel.SOURCE_CLIP) {
                clips.add(clip(part, Rational.of(into), Rational.ONE, in, out));
                return;
            }
        }
        clips.add(other("", ForeignClip.Kind.CLIP, in, out));
    }

    /** A clip that is muted is an alternative, and what is below it is selected. */
    private void muted(AafObject selector, long into, Rational in, Rational out) throws IOException {
        AafObject selected = selector.object(AafModel.SELECTED);
        boolean seeThrough = selected != null && selected.kind() == AafModel.SCOPE_REFERENCE;
        for (AafObject alternate : selector.objects(AafModel.ALTERNATES)) {
            AafObject muted = alternate.kind() == AafModel.OPERATION_GROUP ? onlyInput(alternate) : alternate;
            if (muted != null && muted.kind() == AafModel.SOURCE_CLIP) {
                ForeignClip.Draft draft =
                        draft(muted, Rational.of(into), Rational.ONE, in, out).enabled(false);
                clips.add((seeThrough ? draft.kind(ForeignClip.Kind.SCOPE_REFERENCE) : draft).clip());
                return;
            }
        }
        if (seeThrough) {
            clips.add(other("", ForeignClip.Kind.SCOPE_REFERENCE, in, out));
        }
    }

    private void effect(AafObject group, long into, Rational in, Rational out) throws IOException {
        String name = file.definitionName(group, AafModel.OPERATION);
        AafObject input = onlyInput(group);
        while (input != null && input.kind() != AafModel.SOURCE_CLIP) {
            List<AafObject> inner = input.kind() == AafModel.OPERATION_GROUP
                    ? input.objects(AafModel.INPUTS)
                    : input.objects(AafModel.COMPONENTS);
            input = inner.size() == 1 ? inner.getFirst() : null;
        }
        if (input == null) {
            clips.add(other(name, ForeignClip.Kind.EFFECT, in, out));
            return;
        }
        AafSpeed speed = AafSpeed.of(group, input, file);
        Rational factor = speed.factor();
        Rational used = factor == null ? Rational.of(into) : speed.offset().plus(factor.times(into));
        clips.add(clip(input, used, factor, in, out));
    }

    private ForeignClip other(String name, ForeignClip.Kind kind, Rational in, Rational out) {
        return new ForeignClip.Draft(name, in, out).kind(kind).clip();
    }

    private ForeignClip clip(AafObject clip, Rational into, @Nullable Rational speed, Rational in, Rational out)
            throws IOException {
        return draft(clip, into, speed, in, out).clip();
    }

    private ForeignClip.Draft draft(AafObject clip, Rational into, @Nullable Rational speed, Rational in, Rational out)
            throws IOException {
        AafSources.Source source = sources.of(clip, rate, into.dividedBy(rate), "second " + in);
        ForeignClip.Draft draft = new ForeignClip.Draft(source.name(), in, out);
        source.tell(draft, out.minus(in), speed);
        return speed == null ? draft.variableSpeed() : draft.speed(speed);
    }
}
