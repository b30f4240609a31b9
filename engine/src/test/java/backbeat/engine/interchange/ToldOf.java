package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A timeline as lines of text, of what must survive being written and read. */
final class ToldOf {
    private ToldOf() {}

    static List<String> timeline(ForeignTimeline timeline) {
        List<String> lines = new ArrayList<>();
        lines.add(timeline.rate() + " from " + timeline.start() + " for " + timeline.duration());
        for (ForeignTrack track : timeline.tracks()) {
            if (!track.clips().isEmpty()) {
                lines.add(track.kind() + " " + track.index() + " lane " + track.lane());
                track.clips().stream()
                        .sorted(Comparator.comparing(ForeignClip::recordIn))
                        .map(ToldOf::clip)
                        .forEach(lines::add);
                track.transitions().stream().map(ToldOf::transition).sorted().forEach(lines::add);
            }
        }
        timeline.markers().stream()
                .filter(marker -> !marker.hidden())
                .map(marker -> marker.at() + " " + marker.name() + " " + marker.comment() + " " + marker.duration())
                .sorted()
                .forEach(lines::add);
        return lines;
    }

    private static String clip(ForeignClip clip) {
        Stream<@Nullable Rational> times = Stream.of(
                clip.recordIn(),
                clip.recordOut(),
                clip.sourceIn(),
                clip.sourceOut(),
                clip.mediaIn(),
                clip.mediaOut(),
                clip.speed());
        return clip.name() + " " + clip.kind() + " " + clip.enabled() + " " + clip.variableSpeed() + " " + clip.angles()
                + times.map(String::valueOf).reduce("", (a, b) -> a + " " + b);
    }

    private static String transition(ForeignTransition transition) {
        return transition.kind() + " " + transition.recordIn() + " " + transition.recordOut() + " " + transition.cut();
    }
}
