package backbeat.app.report;

import backbeat.engine.song.SongMap;
import java.util.List;

/** The wave-form and the energy as shapes. */
final class Curves {
    /** More columns than a screen has pixels would only make the page heavy. */
    private static final int MOST_COLUMNS = 3000;

    private static final int MOST_STEPS = 600;

    private Curves() {}

    static Html wave(List<Float> peaks) {
        int columns = peaks.size() / 2;
        if (columns == 0) {
            return Html.NONE;
        }
        int shown = Math.min(columns, MOST_COLUMNS);
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        for (int i = 0; i < shown; i++) {
            int from = (int) ((long) i * columns / shown);
            int to = (int) ((long) (i + 1) * columns / shown);
            upper.append(i == 0 ? "M" : "L").append(i).append(' ').append(hundredths(-highest(peaks, from, to)));
            lower.insert(0, "L" + i + " " + hundredths(-lowest(peaks, from, to)));
        }
        return Html.of(
                "<svg aria-hidden=\"true\" viewBox=\"0 -100 {} 200\" preserveAspectRatio=\"none\"><path class=\"w\" d=\"{}{}Z\"/></svg>",
                Math.max(1, shown - 1),
                upper,
                lower);
    }

    static Html energy(SongMap.Energy energy) {
        int count = energy.values().size();
        if (count == 0) {
            return Html.NONE;
        }
        int shown = Math.min(count, MOST_STEPS);
        StringBuilder path = new StringBuilder("M0 100");
        for (int i = 0; i < shown; i++) {
            int from = (int) ((long) i * count / shown);
            int to = (int) ((long) (i + 1) * count / shown);
            double mean = energy.values().subList(from, to).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
            path.append('L').append(i).append(' ').append(100 - hundredths(mean));
        }
        return Html.of(
                "<svg aria-hidden=\"true\" viewBox=\"0 0 {} 100\" preserveAspectRatio=\"none\"><path class=\"en\" d=\"{}V100Z\"/></svg>",
                Math.max(1, shown - 1),
                path);
    }

    private static double highest(List<Float> peaks, int from, int to) {
        double highest = 0;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, peaks.get(2 * i + 1));
        }
        return highest;
    }

    private static double lowest(List<Float> peaks, int from, int to) {
        double lowest = 0;
        for (int i = from; i < to; i++) {
            lowest = Math.min(lowest, peaks.get(2 * i));
        }
        return lowest;
    }

    private static long hundredths(double value) {
        return Math.round(Math.clamp(value, -1, 1) * 100);
    }
}
