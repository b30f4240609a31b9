package backbeat.engine.interchange;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.InterchangeProblems;
import backbeat.engine.timeline.KnownMedia;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A cut that another program changed, taken over as a new version on our own files, with a list of what was changed. Clips are known again by path, name, reel and
 * timecode; a clip that was not touched keeps its place in the source to the sample, which no exchange file carries.
 */
public record Conform(Timeline timeline, List<Difference> differences, List<Finding> findings) {
    /**
     * @param ours the cut as it was handed over, on its files
     * @param file what came back
     */
    public static Conform of(Timeline ours, ForeignFile file) {
        return of(ours, file, _ -> true);
    }

    /** @param known which files may be shown; every other that the file names is looked for among those of the cut, and told of where none is found */
    public static Conform of(Timeline ours, ForeignFile file, Predicate<Path> known) {
        try {
            return taken(ours, file, known);
        } catch (ArithmeticException e) {
            throw InterchangeProblems.numbers(file.timelines().getFirst().name())
                    .asException();
        }
    }

    private static Conform taken(Timeline ours, ForeignFile file, Predicate<Path> known) {
        List<Finding> findings = new ArrayList<>(file.findings());
        Adopted adopted = Adopted.of(file.timelines().getFirst(), ours.rate());
        findings.addAll(adopted.findings());
        Timeline returned = KnownMedia.only(adopted.timeline(), known);
        if (!returned.rate().equals(ours.rate())) {
            findings.add(Finding.warning(InterchangeProblems.otherRate(
                    ours.rate().spoken(), returned.rate().spoken())));
        }
        ConformMedia media = new ConformMedia(ours, returned.rate(), file.format(), findings);
        List<Track> linked = returned.tracks().stream()
                .map(track -> track.withItems(
                        track.items().stream().map(media::linked).toList()))
                .toList();
        ConformPairs pairs = ConformPairs.of(Originals.of(ours), returned.withTracks(linked));
        ConformRest rest = new ConformRest(Originals.of(ours), returned.withTracks(pairs.settled()));
        Timeline now = new Timeline(
                returned.name(),
                returned.rate(),
                returned.start(),
                ours.width(),
                ours.height(),
                rest.tracks(),
                rest.markers(),
                ours.metadata());
        return new Conform(now, pairs.differences(), List.copyOf(findings));
    }
}
