package backbeat.engine.cut;

import backbeat.engine.shotlist.ShotLength;
import backbeat.engine.shotlist.ShotList;
import backbeat.engine.song.SongMap;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** How long shots want to be in a style: so many bars where the song is calm, fewer where it is loud. */
final class Pace {
    private static final double BAR_WITHOUT_BEAT = 2;
    private static final double BEATS_IN_BAR = 4;
    private static final double BEYOND_PLANNED = 1.25;
    /** Longer is no length of a shot, and each pair of cuts up to it must be priced. */
    private static final double LONGEST_PLANNED_SECONDS = 120;

    private final SongMap map;
    private final Style.Lengths lengths;
    private final double[] sorted;
    private final double medianBar;
    private final PlannedLengths planned;

    /** @param planned rows of a shot list: those that say how long shots should be count there */
    Pace(SongMap map, Style.Lengths lengths, List<ShotList.Placed> planned) {
        this.map = map;
        this.lengths = lengths;
        this.planned = new PlannedLengths(planned);
        this.sorted = map.energy().values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double[] bars = map.bars().stream()
                .mapToDouble(bar -> bar.end() - bar.start())
                .sorted()
                .toArray();
        this.medianBar = bars.length == 0 ? BAR_WITHOUT_BEAT : bars[bars.length / 2];
    }

    /** Part of the song that is calmer than this stretch, 0..1; a song that is equally loud everywhere stands in the middle. */
    double loudness(double from, double to) {
        if (sorted.length == 0 || sorted[sorted.length - 1] - sorted[0] < 0.02) {
            return 0.5;
        }
        double energy = map.energy().mean(from, to);
        int found = Arrays.binarySearch(sorted, energy);
        return (double) (found < 0 ? -found - 1 : found) / sorted.length;
    }

    double wishedSeconds(double from, double to) {
        return plannedSeconds(from, to).orElseGet(() -> styledSeconds(from, to));
    }

    private double styledSeconds(double from, double to) {
        double calmer = lengths.calmBars() / lengths.loudBars();
        double bars = lengths.loudBars() * Math.pow(calmer, 1 - loudness(from, to));
        return Math.clamp(medianBar * bars, lengths.shortestSeconds(), lengths.longestSeconds());
    }

    /** What the shot list says of the middle of a stretch. */
    OptionalDouble plannedSeconds(double from, double to) {
        return planned.at((from + to) / 2)
                .map(row -> OptionalDouble.of(seconds(row, styledSeconds(from, to))))
                .orElse(OptionalDouble.empty());
    }

    private double seconds(ShotList.Placed row, double styled) {
        ShotLength length = row.shot().length();
        return length == null
                ? styled
                : Math.min(LONGEST_PLANNED_SECONDS, length.seconds(medianBar, medianBar / beatsInBar(), styled));
    }

    private double beatsInBar() {
        return map.bars().isEmpty()
                ? BEATS_IN_BAR
                : Math.max(1, map.bars().getFirst().beats());
    }

    /** No shot is longer, in seconds: the style's limit, or somewhat more than the longest that is planned. */
    double limitSeconds() {
        double longest = planned.rows().stream()
                .mapToDouble(row -> seconds(row, lengths.longestSeconds()))
                .max()
                .orElse(0);
        return Math.max(lengths.limitSeconds(), BEYOND_PLANNED * longest);
    }

    double bars(double seconds) {
        return seconds / medianBar;
    }
}
