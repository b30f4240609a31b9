package backbeat.engine.interchange;

import backbeat.engine.problem.ReadingProblems;
import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows a source clip to its media: from the composition over the master clip to the file, and on to the tape or the imported file, whose name is the reel and whose
 * timecode is the clip's. On the way the places add up, in seconds as every slot has its own rate.
 */
final class AafSources {
    private static final int LONGEST_CHAIN = 64;
    private static final String NO_MOB = "0".repeat(64);

    /** What was found at the end of the way. */
    static final class Source {
        private String name = "";
        private @Nullable String file;
        private @Nullable String reel;
        private @Nullable Rational sourceIn;
        private @Nullable Rational mediaIn;
        private @Nullable Rate rate;
        private boolean nested;

        String name() {
            return name;
        }

        /** @param duration on the timeline */
        void tell(ForeignClip.Draft draft, Rational duration, @Nullable Rational speed) {
            draft.file(file).reel(reel).sourceRate(rate);
            if (nested) {
                draft.kind(ForeignClip.Kind.NESTED);
            }
            if (speed != null) {
                Rational used = duration.times(speed);
                draft.source(sourceIn, sourceIn == null ? null : sourceIn.plus(used))
                        .media(mediaIn, mediaIn == null ? null : mediaIn.plus(used));
            }
        }
    }

    private final AafFile file;
    private final ReadingFindings findings;

    AafSources(AafFile file, ReadingFindings findings) {
        this.file = file;
        this.findings = findings;
    }

    /**
     * @param rate of the slot that holds the clip
     * @param into seconds from the clip's first frame
     */
    Source of(AafObject clip, Rational rate, Rational into, String where) throws IOException {
        Source source = new Source();
        Rational at =
                Rational.of(clip.number(AafModel.START, 0)).dividedBy(rate).plus(into);
        String id = clip.mobId(AafModel.SOURCE_MOB_ID);
        AafObject next = clip;
        Set<String> seen = new HashSet<>();
        while (id != null && !id.equals(NO_MOB)) {
            AafObject mob = file.mob(id);
            if (mob == null) {
                findings.warn(ReadingProblems.missing(
                        "aaf/missing-media", "What the clip refers to is not in the file.", where));
                break;
            }
            if (!seen.add(id) || seen.size() > LONGEST_CHAIN) {
                throw CompoundFile.damaged("Its clips refer to each other in a circle.");
            }
            AafObject slot = slot(mob, next.number(AafModel.SOURCE_SLOT_ID, 0));
            learn(source, mob, slot, at);
            AafPlace place = slot == null ? null : AafPlace.in(slot, at);
            if (place == null) {
                source.nested |= mob.kind() == AafModel.COMPOSITION_MOB;
                break;
            }
            next = place.clip();
            at = place.start();
            id = next.mobId(AafModel.SOURCE_MOB_ID);
        }
        return source;
    }

    private static @Nullable AafObject slot(AafObject mob, long id) throws IOException {
        for (AafObject slot : mob.objects(AafModel.SLOTS)) {
            if (slot.number(AafModel.SLOT_ID, -1) == id) {
                return slot;
            }
        }
        return null;
    }

    /** The first name is the clip's, the first file the one that is used; reel and timecode are those at the end of the way. */
    private void learn(Source source, AafObject mob, @Nullable AafObject slot, Rational at) throws IOException {
        String name = mob.text(AafModel.MOB_NAME);
        AafObject descriptor = mob.object(AafModel.DESCRIPTOR);
        if (source.name.isEmpty() && descriptor == null) {
            source.name = name;
        }
        if (descriptor != null) {
            boolean isFile = descriptor.has(AafModel.SAMPLE_RATE) || descriptor.has(AafModel.FILE_DESCRIPTORS);
            if (source.file == null) {
                source.file = url(descriptor);
            }
            if (isFile && source.mediaIn == null) {
                source.mediaIn = at;
                source.rate = slot == null ? null : pictureRate(slot);
            }
            if (!isFile && !name.isEmpty()) {
                source.reel = name;
            }
        }
        AafTimecode timecode = AafTimecode.of(mob, file).orElse(null);
        if (timecode != null && mob.kind() == AafModel.SOURCE_MOB) {
            source.sourceIn = timecode.start().plus(at);
            source.rate = source.rate == null ? timecode.rate() : source.rate;
        }
    }

    private @Nullable Rate pictureRate(AafObject slot) throws IOException {
        Rational rate = slot.fraction(AafModel.EDIT_RATE);
        AafObject segment = slot.object(AafModel.SEGMENT);
        boolean picture = segment != null && AafTimeline.kind(segment, file) == ForeignTrack.Kind.VIDEO;
        return picture && rate != null && rate.signum() > 0 ? new Rate(rate) : null;
    }

    private static @Nullable String url(AafObject descriptor) throws IOException {
        for (AafObject locator : descriptor.objects(AafModel.LOCATORS)) {
            String url = locator.text(AafModel.URL);
            if (!url.isEmpty()) {
                return url;
            }
        }
        List<AafObject> parts = descriptor.objects(AafModel.FILE_DESCRIPTORS);
        for (AafObject part : parts) {
            Optional<AafObject> locator = part.objects(AafModel.LOCATORS).stream()
                    .filter(one -> one.has(AafModel.URL))
                    .findFirst();
            if (locator.isPresent()) {
                return locator.get().text(AafModel.URL);
            }
        }
        return null;
    }
}
