package backbeat.engine.cut;

import backbeat.engine.problem.Finding;
import backbeat.engine.timeline.Timeline;
import java.util.List;

/**
 * A rough cut: the timeline, and why each shot stands where it stands.
 *
 * @param timeline a picture track that covers the whole song, tracks of what is seen beside it, one sound track with the song, bars and sections as markers
 * @param choices one for each item of the picture track, in order
 * @param unused paths of clips on the song that the cut does not show, each with the reason
 * @param plan what became of each row of the shot list
 * @param alternatives for each shot, what else could stand there
 */
public record RoughCut(
        Timeline timeline,
        List<Choice> choices,
        List<Unused> unused,
        List<Alternative.OfShot> alternatives,
        CutMeasures measures,
        List<PlanOutcome> plan,
        List<Finding> findings) {
    public record Unused(String path, String reason) {}
}
