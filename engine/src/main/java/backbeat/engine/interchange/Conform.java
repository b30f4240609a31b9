package backbeat.engine.interchange;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.InterchangeProblems;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.List;

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
        List<Finding> findings = new ArrayList<>(file.findings());
        Adopted adopted = Adopted.of(file.timelines().getFirst(), ours.rate());
        findings.addAll(adopted.findings());
        Timeline returned = adopted.timeline();
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
        Timeline now = new Timeline(
                returned.name(),
                returned.rate(),
                returned.start(),
                ours.width(),
                ours.height(),
                withSong(pairs.settled(), ours),
                returned.markers().isEmpty() ? ours.markers() : returned.markers(),
                ours.metadata());
        return new Conform(now, pairs.differences(), List.copyOf(findings));
    }

    /** A list of pictures alone comes back without the song: it is as it was. */
    private static List<Track> withSong(List<Track> tracks, Timeline ours) {
        boolean sound = tracks.stream()
                .anyMatch(track -> track.kind() == Track.Kind.AUDIO
                        && track.items().stream().anyMatch(Item.ClipItem.class::isInstance));
        List<Track> all = new ArrayList<>(tracks);
        if (!sound) {
            ours.tracks().stream()
                    .filter(track -> track.kind() == Track.Kind.AUDIO)
                    .forEach(all::add);
        }
        return all;
    }
}
