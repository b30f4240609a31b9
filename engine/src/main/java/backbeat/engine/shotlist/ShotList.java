package backbeat.engine.shotlist;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ShotListProblems;
import backbeat.engine.song.SongMap;
import backbeat.engine.song.SongStretch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What people plan to show, row by row. */
public record ShotList(List<PlannedShot> shots) {
    public static final ShotList NONE = new ShotList(List.of());

    /** A row with the parts of the song that it means. */
    public record Placed(PlannedShot shot, List<SongStretch> stretches) {
        public double seconds() {
            return stretches.stream()
                    .mapToDouble(stretch -> stretch.to() - stretch.from())
                    .sum();
        }

        /** How much of a stretch of the song it means, in seconds. */
        public double overlap(double from, double to) {
            return stretches.stream()
                    .mapToDouble(stretch -> stretch.overlap(from, to))
                    .sum();
        }
    }

    /**
     * A shot list on a song.
     *
     * @param findings of rows whose place the song does not have: they are not among the rows
     */
    public record OnSong(List<Placed> rows, List<Finding> findings) {}

    public ShotList {
        shots = List.copyOf(shots);
    }

    /** The same rows, with the lines that they have in this list. */
    public ShotList numbered() {
        return new ShotList(IntStream.range(0, shots.size())
                .mapToObj(i -> shots.get(i).inLine(i + 1))
                .toList());
    }

    public OnSong on(SongMap map) {
        List<Placed> rows = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (PlannedShot shot : shots) {
            SongStretch.Reading place = SongStretch.read(shot.where(), map);
            Problem trouble = place.trouble();
            if (trouble == null) {
                rows.add(new Placed(shot, place.stretches()));
            } else {
                findings.add(Finding.warning(ShotListProblems.noPlace(shot.told(), trouble)));
            }
        }
        return new OnSong(List.copyOf(rows), List.copyOf(findings));
    }
}
