package backbeat.engine.interchange;

import backbeat.engine.time.Rate;
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** What lies inside the clips of a foreign timeline, taken over once however many clips show it. */
final class AdoptedContents {
    private final Rate rate;
    private final ForeignTimeline.Size size;
    private final ReadingFindings findings;
    private final IdentityHashMap<ForeignTimeline, Timeline> timelines = new IdentityHashMap<>();
    private final IdentityHashMap<List<ForeignTimeline>, List<Multicam.Angle>> angles = new IdentityHashMap<>();

    /**
     * @param rate of what tells none
     * @param size of what tells none
     */
    AdoptedContents(Rate rate, ForeignTimeline.Size size, ReadingFindings findings) {
        this.rate = rate;
        this.size = size;
        this.findings = findings;
    }

    ReadingFindings findings() {
        return findings;
    }

    ForeignTimeline.Size size(ForeignTimeline of) {
        return of.size() == null ? size : of.size();
    }

    /** Width of the picture in heights. */
    Rational aspect() {
        return Rational.of(size.width(), size.height());
    }

    Timeline of(ForeignTimeline content) {
        Timeline known = timelines.get(content);
        if (known == null) {
            known = Adopted.timeline(content, rate, this);
            timelines.put(content, known);
        }
        return known;
    }

    List<Multicam.Angle> angles(List<ForeignTimeline> content) {
        List<Multicam.Angle> known = angles.get(content);
        if (known == null) {
            known = content.stream()
                    .map(angle -> new Multicam.Angle(angle.name(), row(of(angle))))
                    .toList();
            angles.put(content, known);
        }
        return known;
    }

    /** An angle is one row: its picture, or its sound where it has none. */
    private static List<Item> row(Timeline angle) {
        Optional<Track> picture = angle.tracks().stream()
                .filter(track -> track.kind() == Track.Kind.VIDEO)
                .findFirst();
        return picture.or(() -> angle.tracks().stream().findFirst())
                .map(Track::items)
                .orElse(List.of());
    }
}
