package backbeat.studio.edit;

import backbeat.engine.problem.Finding;
import java.util.List;

/**
 * A cut that came back from another program, beside the version that it was made of.
 *
 * @param id another one for each file that comes back
 * @param file its name
 * @param of number of the version that it is compared with
 * @param changes in the order of the song
 */
public record ReturnedView(String id, String file, int of, String who, List<Change> changes, List<Finding> findings) {

    /**
     * What was changed.
     *
     * @param at seconds of the song
     * @param bar such as {@code Bar 17}; empty where the cut has no bars
     */
    public record Change(double at, String bar, String clip, String words) {}
}
