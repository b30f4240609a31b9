package backbeat.engine.interchange;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problems;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.List;

/** Nothing vanishes without a word: what a format has no place for is told for each file. */
final class NotCarried {
    private NotCarried() {}

    static List<Finding> findings(Timeline timeline, Format format) {
        List<String> lost = new ArrayList<>();
        boolean sound = timeline.tracks().stream().anyMatch(track -> track.kind() == Track.Kind.AUDIO);
        boolean markers = !timeline.markers().isEmpty();
        switch (format) {
            case OTIO -> {}
            case FCPXML -> addIf(lost, markers, "colours and lengths of markers");
            case PREMIERE_XML -> {
                addIf(lost, markers, "colours of markers");
                addIf(lost, sound && !endsOnFrame(timeline), "the part of the last frame in which the song ends");
            }
            case EDL -> {
                addIf(lost, sound, "the song: lay it at the first frame by hand");
                addIf(lost, markers, "lengths and comments of markers");
                addIf(
                        lost,
                        mixesRates(timeline),
                        "frame rates of the files: source timecodes are counted at the rate of the cut");
            }
        }
        return lost.stream()
                .map(what -> Finding.note(Problems.notCarried(format.name(), what)))
                .toList();
    }

    private static void addIf(List<String> lost, boolean isLost, String what) {
        if (isLost) {
            lost.add(what);
        }
    }

    private static boolean endsOnFrame(Timeline timeline) {
        Rational rate = timeline.rate().perSecond();
        return timeline.tracks().stream()
                .filter(track -> track.kind() == Track.Kind.AUDIO)
                .allMatch(track -> track.duration().times(rate).isWhole());
    }

    private static boolean mixesRates(Timeline timeline) {
        return timeline.tracks().stream()
                .flatMap(track -> track.items().stream())
                .anyMatch(item -> item instanceof Item.ClipItem clip
                        && clip.media().rate() != null
                        && !timeline.rate().equals(clip.media().rate()));
    }
}
