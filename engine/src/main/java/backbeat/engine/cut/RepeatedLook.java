package backbeat.engine.cut;

import backbeat.engine.song.SongMap;
import backbeat.engine.song.SongMap.Section;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures how much sections that are heard again look like the first time. */
final class RepeatedLook {
    private static final double STEP = 0.1;
    /** Two cuts are at the same place when they are this near, in seconds. */
    private static final double SAME_PLACE = 0.08;

    private final List<Choice> shots;
    private final SongMap map;
    private double seconds;
    private double sameAngle;
    private int cuts;
    private int sameCuts;

    /** @param shots whole ones */
    RepeatedLook(List<Choice> shots, SongMap map) {
        this.shots = shots;
        this.map = map;
    }

    /** Null where nothing is heard again. */
    CutMeasures.@Nullable Repeated measured() {
        for (Section section : map.sections()) {
            map.sections().stream()
                    .filter(other -> other.label().equals(section.label()))
                    .findFirst()
                    .filter(first -> !first.equals(section))
                    .ifPresent(first -> add(first, section));
        }
        return seconds == 0
                ? null
                : new CutMeasures.Repeated(
                        hundredths(sameAngle / seconds), cuts == 0 ? 1 : hundredths((double) sameCuts / cuts));
    }

    private void add(Section first, Section again) {
        double shift = again.start() - first.start();
        double length = Math.min(first.end() - first.start(), again.end() - again.start());
        for (double at = first.start() + STEP / 2; at < first.start() + length; at += STEP) {
            seconds += STEP;
            sameAngle += Objects.equals(angleAt(at), angleAt(at + shift)) ? STEP : 0;
        }
        List<Double> before = cutsWithin(first.start(), length);
        List<Double> after = cutsWithin(again.start(), length);
        cuts += before.size() + after.size();
        sameCuts += (int) (2
                * before.stream()
                        .filter(cut -> after.stream().anyMatch(other -> Math.abs(other - cut) < SAME_PLACE))
                        .count());
    }

    /** After the section's beginning, in seconds. */
    private List<Double> cutsWithin(double start, double length) {
        return shots.stream()
                .map(shot -> shot.songStart() - start)
                .filter(cut -> cut > SAME_PLACE && cut < length - SAME_PLACE)
                .toList();
    }

    private Optional<String> angleAt(double seconds) {
        return shots.stream()
                .filter(shot -> shot.songStart() <= seconds && seconds < shot.songEnd())
                .findFirst()
                .map(Choice::camera);
    }

    private static double hundredths(double value) {
        return Math.round(Math.min(1, value) * 100) / 100.0;
    }
}
