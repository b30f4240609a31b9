package backbeat.engine.cut;

import backbeat.engine.shotlist.ShotList;
import backbeat.engine.song.SongStretch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** Which row of a shot list says how long shots should be, at each moment of the song: the first of those that mean it. Found once, for it is asked for every pair of cuts. */
final class PlannedLengths {
    private final TreeMap<Double, Optional<ShotList.Placed>> from = new TreeMap<>();

    PlannedLengths(List<ShotList.Placed> rows) {
        List<ShotList.Placed> speaking =
                rows.stream().filter(row -> row.shot().length() != null).toList();
        speaking.stream()
                .flatMap(row -> row.stretches().stream())
                .flatMapToDouble(stretch -> DoubleStream.of(stretch.from(), stretch.to()))
                .distinct()
                .forEach(border -> from.put(
                        border,
                        speaking.stream().filter(row -> means(row, border)).findFirst()));
    }

    private static boolean means(ShotList.Placed row, double seconds) {
        for (SongStretch stretch : row.stretches()) {
            if (stretch.from() <= seconds && seconds < stretch.to()) {
                return true;
            }
        }
        return false;
    }

    Optional<ShotList.Placed> at(double seconds) {
        Map.Entry<Double, Optional<ShotList.Placed>> entry = from.floorEntry(seconds);
        return entry == null ? Optional.empty() : entry.getValue();
    }

    /** Each row that counts somewhere, once. */
    List<ShotList.Placed> rows() {
        return from.values().stream().flatMap(Optional::stream).distinct().toList();
    }
}
