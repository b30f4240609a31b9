package backbeat.engine.cut;

import backbeat.engine.song.SongMap;
import java.util.Arrays;

/** How long shots want to be: about four bars where the song is calm, one where it is loud, half of one where bars are slow. */
final class Pace {
    private static final double SHORTEST = 1.6;
    private static final double LONGEST = 8;
    private static final double BAR_WITHOUT_BEAT = 2;

    private final SongMap map;
    private final double[] sorted;
    private final double medianBar;

    Pace(SongMap map) {
        this.map = map;
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
        double bars = Math.pow(4, 1 - loudness(from, to));
        return Math.clamp(medianBar * bars, SHORTEST, LONGEST);
    }

    double bars(double seconds) {
        return seconds / medianBar;
    }
}
