package backbeat.engine.footage;

import backbeat.engine.footage.FolderWalk.Seen;
import backbeat.engine.footage.Footage.FileOutcome;
import backbeat.engine.footage.Footage.Outcome;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.problem.FootageProblems;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.Problem;
import java.util.Objects;
import java.util.Set;

/** What became of each file, in the words of the catalogue. */
final class Outcomes {
    private static final Set<String> CONTAINERS_OF_STILLS = Set.of("image2", "png_pipe", "jpeg_pipe");

    private Outcomes() {}

    /** Of a file that nobody tried to decode. */
    static FileOutcome ofUnopened(Seen seen) {
        String path = seen.path();
        return switch (seen.sight()) {
            case BROKEN_LINK -> new FileOutcome(path, Outcome.UNREADABLE, FootageProblems.brokenLink(path));
            case CLOSED_FOLDER -> new FileOutcome(path, Outcome.UNREADABLE, FootageProblems.closedFolder(path));
            case SEEN_BEFORE -> new FileOutcome(path, Outcome.SIDE_FILE, FootageProblems.seenBefore(path));
            case NO_FILE ->
                new FileOutcome(
                        path, Outcome.NOT_MEDIA, MediaProblems.notRegularFile(path, "It is a pipe or a device."));
            case OWN -> new FileOutcome(path, Outcome.OWN_RESULT, null);
            case REGULAR -> ofKind(path, FileKind.of(path));
        };
    }

    private static FileOutcome ofKind(String path, FileKind kind) {
        return switch (kind) {
            case SIDE_FILE -> new FileOutcome(path, Outcome.SIDE_FILE, null);
            case STILL -> new FileOutcome(path, Outcome.NOT_MEDIA, FootageProblems.still(path));
            default -> new FileOutcome(path, Outcome.NOT_MEDIA, FootageProblems.noFootage(path));
        };
    }

    static FileOutcome ofInspected(String path, Inspection inspection) {
        MediaFacts facts = inspection.facts();
        if (facts == null) {
            Problem problem = Objects.requireNonNull(inspection.problem());
            boolean otherThing = problem.code().equals("media/not-media") && !FileKind.isSurelyMedia(path);
            return new FileOutcome(path, otherThing ? Outcome.NOT_MEDIA : Outcome.UNREADABLE, problem);
        }
        if (isStill(facts)) {
            return new FileOutcome(path, Outcome.NOT_MEDIA, FootageProblems.still(path));
        }
        return inspection.silent()
                ? new FileOutcome(path, Outcome.SILENT, silence(path, facts))
                : new FileOutcome(path, Outcome.USABLE, null);
    }

    private static Problem silence(String path, MediaFacts facts) {
        return facts.audio() == null ? FootageProblems.noSoundInClip(path) : FootageProblems.silentClip(path);
    }

    /** A picture that was given a film's name. */
    private static boolean isStill(MediaFacts facts) {
        return CONTAINERS_OF_STILLS.contains(facts.container());
    }
}
