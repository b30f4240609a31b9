package backbeat.engine.cut;

import backbeat.engine.song.SongMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cut in numbers.
 *
 * @param shots without black; a shot that is divided only to stay with the song is one
 * @param cuts from picture to picture
 * @param cutsOnBeat how many of them lie within {@value #NEAR_BEAT_SECONDS} s of a beat, or of where the style wants them before it
 * @param shortestSeconds of the shots, as the next four
 * @param blackSeconds of the song
 * @param coverage part of the song that shows a picture, 0..1
 * @param cameras that are seen
 * @param unusedCameras that are on the song and never seen
 * @param repeated how much repeated sections look like the first of them; null where nothing is repeated
 */
public record CutMeasures(
        int shots,
        int cuts,
        int cutsOnBeat,
        double shortestSeconds,
        double medianSeconds,
        double meanSeconds,
        double ninetiethPercentileSeconds,
        double longestSeconds,
        double blackSeconds,
        double coverage,
        List<String> cameras,
        List<String> unusedCameras,
        @Nullable Repeated repeated) {
    /**
     * Repeated sections against the first that sounds like them.
     *
     * @param sameAngle part of their time that shows the angle of the same place, 0..1
     * @param sameCuts part of the cuts of both that stand at the same place, 0..1
     */
    public record Repeated(double sameAngle, double sameCuts) {}

    public static final double NEAR_BEAT_SECONDS = 0.04;

    static CutMeasures of(
            List<Choice> choices,
            List<String> besideCameras,
            SongMap map,
            List<String> camerasOnTheSong,
            double secondsEarly) {
        List<Choice> whole = whole(choices);
        List<Choice> shots =
                whole.stream().filter(choice -> choice.clip() != null).toList();
        List<Choice> after = new ArrayList<>();
        for (int i = 1; i < whole.size(); i++) {
            if (whole.get(i).clip() != null && whole.get(i - 1).clip() != null) {
                after.add(whole.get(i));
            }
        }
        double[] lengths = shots.stream()
                .mapToDouble(shot -> shot.songEnd() - shot.songStart())
                .sorted()
                .toArray();
        double shown = 0;
        for (double length : lengths) {
            shown += length;
        }
        List<String> seen = Stream.concat(shots.stream().map(Choice::camera), besideCameras.stream())
                .distinct()
                .sorted()
                .toList();
        return new CutMeasures(
                shots.size(),
                after.size(),
                (int) after.stream()
                        .filter(cut -> nearBeat(cut.songStart() + secondsEarly, map))
                        .count(),
                at(lengths, 0),
                at(lengths, 0.5),
                lengths.length == 0 ? 0 : thousandths(shown / lengths.length),
                at(lengths, 0.9),
                at(lengths, 1),
                thousandths(Math.max(0, map.duration() - shown)),
                thousandths(Math.min(1, shown / map.duration())),
                seen,
                camerasOnTheSong.stream()
                        .filter(camera -> !seen.contains(camera))
                        .distinct()
                        .sorted()
                        .toList(),
                new RepeatedLook(whole, map).measured());
    }

    /** Joins what is one shot to the eye. */
    private static List<Choice> whole(List<Choice> choices) {
        List<Choice> whole = new ArrayList<>();
        for (Choice choice : choices) {
            if (choice.goesOn() && !whole.isEmpty()) {
                whole.set(whole.size() - 1, whole.getLast().upTo(choice.songEnd()));
            } else {
                whole.add(choice);
            }
        }
        return whole;
    }

    private static boolean nearBeat(double time, SongMap map) {
        return map.beats().stream()
                        .map(SongMap.Beat::time)
                        .min(Comparator.comparingDouble(beat -> Math.abs(beat - time)))
                        .filter(beat -> Math.abs(beat - time) <= NEAR_BEAT_SECONDS + 1e-9)
                        .orElse(null)
                != null;
    }

    private static double at(double[] sorted, double part) {
        return sorted.length == 0 ? 0 : thousandths(sorted[(int) Math.round(part * (sorted.length - 1))]);
    }

    private static double thousandths(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
