package backbeat.engine.render;

import backbeat.engine.problem.Finding;
import java.nio.file.Path;
import java.util.List;

/**
 * A film that was made.
 *
 * @param frames of its picture
 * @param chunks that it is joined of
 * @param rendered how many of them were made now; the others were kept from before
 * @param findings what of the timeline it does not show
 */
public record Film(Path file, long frames, long chunks, long rendered, List<Finding> findings) {
    public Film {
        findings = List.copyOf(findings);
    }
}
