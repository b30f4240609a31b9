package backbeat.engine.cut;

import backbeat.engine.song.SongMap;
import java.util.Arrays;

/** How long shots want to be in a style: so many bars where the song is calm, fewer where it is loud. */
final class Pace {
    private static final double BAR_WITHOUT_BEAT = 2;

    private final SongMap map;
    private final Style.Lengths lengths;
    private final double[] sorted;
    private final double medianBar;

    Pace(SongMap map, Style.Lengths lengths) {
        this.map = map;
        this.lengths = lengths;
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
        double calmer = lengths.calmBars() / lengths.loudBars();
        double bars = lengths.loudBars() * Math.pow(calmer, 1 - loudness(from, to));
        return Math.clamp(medianBar * bars, lengths.shortestSeconds(), lengths.longestSeconds());
    }

    double bars(double seconds) {
        return seconds / medianBar;
    }
}
