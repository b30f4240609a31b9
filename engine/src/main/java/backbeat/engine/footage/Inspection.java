package backbeat.engine.footage;

import backbeat.engine.derive.Fingerprint;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What opening a file gave.
 *
 * @param fingerprint null when the file could not even be read
 * @param facts null when it is no media that can be decoded
 * @param silent whether its sound is nothing, or it has none
 * @param problem why there are no facts
 */
record Inspection(
        FolderWalk.Seen seen,
        @Nullable Fingerprint fingerprint,
        @Nullable MediaFacts facts,
        boolean silent,
        @Nullable Problem problem) {
    boolean isMedia() {
        return facts != null;
    }

    static Inspection failed(FolderWalk.Seen seen, Problem problem) {
        return new Inspection(seen, null, null, false, problem);
    }
}
