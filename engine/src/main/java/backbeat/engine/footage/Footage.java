package backbeat.engine.footage;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found below a footage folder.
 *
 * @param folder absolute
 * @param cards in order of their path
 * @param clips usable and silent ones, in order of their path
 * @param files every file that was seen with its outcome, in order of its path; none vanishes
 */
public record Footage(
        Path folder, List<Card> cards, List<Clip> clips, List<FileOutcome> files, List<Finding> findings) {

    /** @param kind in words: "Sony XAVC", "AVCHD", "camera folder" ... */
    public record Card(String path, String kind, String camera) {}

    public enum Outcome {
        /** Picture and sound (or sound alone) that can be synced. */
        USABLE,
        /** A picture without any sound, or with digital silence. */
        SILENT,
        /** Meant to be media, but cannot be decoded. */
        UNREADABLE,
        /** Something else: a text, a still, a list. */
        NOT_MEDIA,
        /** A side file of a clip or a card: read or known and left alone. */
        SIDE_FILE,
        /** A later part of a spanned clip that stands under its first part. */
        PART_OF_CLIP,
        /** What Backbeat itself wrote on an earlier run. */
        OWN_RESULT
    }

    /** @param problem why it could not be used and what to do; null when it was used */
    public record FileOutcome(
            String path, Outcome outcome, @Nullable Problem problem) {}
}
