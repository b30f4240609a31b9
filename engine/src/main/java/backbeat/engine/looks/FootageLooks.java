package backbeat.engine.looks;

import backbeat.engine.problem.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What the clips of a shoot look like. Contract {@code looks/1}.
 *
 * @param clips with a picture that can be decoded, in the order of the footage
 * @param findings also of clips whose picture cannot be decoded
 */
public record FootageLooks(String contract, List<Looks> clips, List<Finding> findings) {
    public static final String CONTRACT = "looks/1";

    /** Nobody looked. */
    public static final FootageLooks NONE = new FootageLooks(List.of(), List.of());

    public FootageLooks(List<Looks> clips, List<Finding> findings) {
        this(CONTRACT, clips, findings);
    }

    public Optional<Looks> of(String path) {
        return clips.stream().filter(clip -> clip.path().equals(path)).findFirst();
    }
}
