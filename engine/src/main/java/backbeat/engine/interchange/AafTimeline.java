package backbeat.engine.interchange;

import backbeat.engine.interchange.ForeignTrack.Kind;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A composition of an AAF file as a timeline: its slots of pictures and sound in the order of the file, its start by the timecode, its markers. */
final class AafTimeline {
    private static final Set<String> PICTURE =
            Set.of("01030202-0100-0000-060e-2b3404010101", "6f3c8ce1-6cef-11d2-807d-006008143e6f");
    private static final Set<String> SOUND =
            Set.of("01030202-0200-0000-060e-2b3404010101", "78e1ebe1-6cef-11d2-807d-006008143e6f");

    private final AafFile file;
    private final AafObject mob;
    private final ReadingFindings findings;
    private final List<ForeignTrack> tracks = new ArrayList<>();
    private @Nullable Rate pictureRate;
    private @Nullable Rate soundRate;

    AafTimeline(AafFile file, AafObject mob, ReadingFindings findings) {
        this.file = file;
        this.mob = mob;
        this.findings = findings;
    }

    /** Null for what is neither picture nor sound. */
    static @Nullable Kind kind(AafObject segment, AafFile file) {
        String id = segment.identity(AafModel.DATA_DEFINITION);
        if (id == null) {
            return null;
        }
        if (PICTURE.contains(id)) {
            return Kind.VIDEO;
        }
        return SOUND.contains(id) ? Kind.AUDIO : null;
    }

    ForeignTimeline timeline() throws IOException {
        AafTimecode timecode = AafTimecode.of(mob, file).orElse(null);
        Rational start = timecode == null ? Rational.ZERO : timecode.start();
        for (AafObject slot : mob.objects(AafModel.SLOTS)) {
            try {
                slot(slot, start);
            } catch (ArithmeticException | ProblemException e) {
                findings.warn(ReadingProblems.damagedPart("track " + slot.number(AafModel.SLOT_ID, 0)));
            }
        }
        Rational end = tracks.stream()
                .flatMap(track -> track.clips().stream())
                .map(ForeignClip::recordOut)
                .reduce(start, Rational::max);
        return new ForeignTimeline(
                mob.text(AafModel.MOB_NAME),
                rate(timecode),
                timecode != null && timecode.drop(),
                start,
                end.minus(start),
                List.copyOf(tracks),
                new AafMarkers(mob, start, findings).told());
    }

    private @Nullable Rate rate(@Nullable AafTimecode timecode) {
        if (pictureRate != null) {
            return pictureRate;
        }
        return timecode == null ? soundRate : timecode.rate();
    }

    private void slot(AafObject slot, Rational start) throws IOException {
        AafObject segment = slot.object(AafModel.SEGMENT);
        Rational rate = slot.fraction(AafModel.EDIT_RATE);
        Kind kind = segment == null ? null : kind(segment, file);
        if (segment == null || kind == null || rate == null || rate.signum() <= 0) {
            return;
        }
        int index =
                1 + (int) tracks.stream().filter(track -> track.kind() == kind).count();
        tracks.add(
                new AafTrack(file, start, rate, findings).track(segment, kind, index, slot.text(AafModel.SLOT_NAME)));
        if (kind == Kind.VIDEO && pictureRate == null) {
            pictureRate = new Rate(rate);
        } else if (kind == Kind.AUDIO && soundRate == null) {
            soundRate = new Rate(rate);
        }
    }
}
