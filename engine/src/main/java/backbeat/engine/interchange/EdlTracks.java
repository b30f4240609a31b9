package backbeat.engine.interchange;

import backbeat.engine.colour.ColourDecision;
import backbeat.engine.interchange.ForeignTrack.Kind;
import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts the events of an edit decision list onto tracks. */
final class EdlTracks {
    private record Row(List<ForeignClip> clips, List<ForeignTransition> transitions, List<EdlEvent> events) {
        Row() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final EdlClock clock;
    private final ReadingFindings findings;
    private final Map<Integer, Row> pictures = new TreeMap<>();
    private final Map<Integer, Row> sounds = new TreeMap<>();

    EdlTracks(EdlClock clock, ReadingFindings findings) {
        this.clock = clock;
        this.findings = findings;
    }

    void add(EdlEvent event) {
        ForeignTransition transition = transition(event);
        ForeignClip clip = event.recordFrames() > 0 ? clip(event) : null;
        event.pictureTracks.forEach(track -> put(pictures, track, event, clip, transition));
        event.soundTracks.forEach(track -> put(sounds, track, event, clip, transition));
    }

    private static void put(
            Map<Integer, Row> rows,
            int track,
            EdlEvent event,
            @Nullable ForeignClip clip,
            @Nullable ForeignTransition transition) {
        Row row = rows.computeIfAbsent(track, _ -> new Row());
        if (clip != null) {
            row.clips().add(clip);
            row.events().add(event);
        }
        if (transition != null) {
            row.transitions().add(transition);
        }
    }

    private ForeignClip clip(EdlEvent event) {
        Rational recordIn = clock.timeOf(event.recordIn);
        Rational recordOut = clock.timeOf(event.recordOut);
        Rational speed = speed(event);
        ForeignClip.Draft draft = new ForeignClip.Draft(event.name(), recordIn, recordOut)
                .kind(event.isBlack() ? ForeignClip.Kind.BLACK : ForeignClip.Kind.CLIP)
                .reel(event.reel)
                .file(event.file)
                .sourceRate(clock.rate())
                .colour(ColourDecision.parse(event.slopeOffsetPower, event.saturation)
                        .orElse(null))
                .foreign(new ForeignRest(findings)
                        .add("edl/comments", event.comments.toString())
                        .told())
                .speed(speed);
        return draft.source(clock.timeOf(event.sourceIn), sourceOut(event, speed))
                .clip();
    }

    /** A freeze keeps what was written; a clip that runs backwards has no end that all programs agree on. */
    private @Nullable Rational sourceOut(EdlEvent event, Rational speed) {
        if (speed.signum() < 0) {
            findings.note(ReadingProblems.reverse(event.where()));
            return null;
        }
        return speed.signum() == 0
                ? clock.timeOf(event.sourceOut)
                : clock.timeOf(event.sourceIn)
                        .plus(clock.timeOf(event.recordFrames()).times(speed));
    }

    private Rational speed(EdlEvent event) {
        long source = event.sourceOut - event.sourceIn;
        long record = event.recordFrames();
        if (event.motion == null) {
            if (source != record) {
                findings.warn(ReadingProblems.lengthMismatch("edl/length-mismatch", event.where(), source, record));
            }
            return Rational.ONE;
        }
        Rational written = Rational.parse(event.motion);
        boolean isTheRate = written.minus(clock.rate().perSecond()).abs().isLessThan(Rational.of(1, 100));
        return isTheRate && source == record
                ? Rational.ONE
                : written.dividedBy(Rational.of(clock.rate().nominal()));
    }

    private @Nullable ForeignTransition transition(EdlEvent event) {
        if (event.isCut()) {
            return null;
        }
        Rational in = clock.timeOf(event.recordIn);
        Rational out = clock.timeOf(event.recordIn + event.transitionFrames);
        return new ForeignTransition(kind(event.transition), event.transition, in, out, in);
    }

    private static ForeignTransition.Kind kind(String transition) {
        return switch (transition.charAt(0)) {
            case 'D' -> ForeignTransition.Kind.DISSOLVE;
            case 'W' -> ForeignTransition.Kind.WIPE;
            case 'K' -> ForeignTransition.Kind.KEY;
            default -> ForeignTransition.Kind.OTHER;
        };
    }

    List<ForeignTrack> told() {
        List<ForeignTrack> all = new ArrayList<>();
        pictures.forEach((index, row) -> all.add(track(Kind.VIDEO, index, row)));
        sounds.forEach((index, row) -> all.add(track(Kind.AUDIO, index, row)));
        return List.copyOf(all);
    }

    private ForeignTrack track(Kind kind, int index, Row row) {
        List<EdlEvent> inOrder = new ArrayList<>(row.events());
        inOrder.sort(Comparator.comparingLong(event -> event.recordIn));
        for (int i = 1; i < inOrder.size(); i++) {
            if (inOrder.get(i).recordIn < inOrder.get(i - 1).recordOut) {
                findings.warn(ReadingProblems.overlap(inOrder.get(i).where()));
            }
        }
        String name = (kind == Kind.VIDEO ? "V" : "A") + index;
        return new ForeignTrack(kind, index, null, name, List.copyOf(row.clips()), List.copyOf(row.transitions()));
    }
}
