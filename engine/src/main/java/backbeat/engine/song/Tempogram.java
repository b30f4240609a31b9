package backbeat.engine.song;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which tempi the onsets repeat at, over the song: normalised autocorrelation of the onset strength in windows of eight seconds (Grosche and Müller, IEEE TASLP 19(6),
 * 2011, call it that). Only looked at by people: the beats are found otherwise.
 */
final class Tempogram {
    static final double SLOWEST_BPM = 40;
    static final double FASTEST_BPM = 240;
    static final int TEMPI = 72;
    private static final double WINDOW_SECONDS = 8;
    private static final int MOST_COLUMNS = 180;
    private static final int MOST_PEAKS = 5;

    private Tempogram() {}

    static double bpm(int tempo) {
        return SLOWEST_BPM * Math.pow(FASTEST_BPM / SLOWEST_BPM, (double) tempo / (TEMPI - 1));
    }

    static double step(double seconds) {
        return Math.max(1, seconds / MOST_COLUMNS);
    }

    /** By time, in steps of {@link #step}, and tempo, slowest first; 0 to 1. */
    static List<List<Double>> of(SongSpectra spectra) {
        float[] onsets = spectra.activation;
        double step = step(spectra.seconds);
        int window = (int) (WINDOW_SECONDS * SongSpectra.FRAMES_PER_SECOND);
        List<List<Double>> columns = new ArrayList<>();
        for (double time = 0; time < spectra.seconds && columns.size() < MOST_COLUMNS + 1; time += step) {
            int middle = (int) (time * SongSpectra.FRAMES_PER_SECOND);
            int from = Math.max(0, middle - window / 2);
            columns.add(column(onsets, from, Math.min(onsets.length, middle + window / 2)));
        }
        return columns;
    }

    private static List<Double> column(float[] onsets, int from, int to) {
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += onsets[i] / (to - from);
        }
        double power = 1e-9;
        for (int i = from; i < to; i++) {
            power += (onsets[i] - mean) * (onsets[i] - mean);
        }
        List<Double> column = new ArrayList<>();
        for (int tempo = 0; tempo < TEMPI; tempo++) {
            double lag = 60 * SongSpectra.FRAMES_PER_SECOND / bpm(tempo);
            int whole = (int) lag;
            double part = lag - whole;
            double sum = 0;
            for (int i = from; i + whole + 1 < to; i++) {
                double later = (1 - part) * onsets[i + whole] + part * onsets[i + whole + 1];
                sum += (onsets[i] - mean) * (later - mean);
            }
            column.add(Math.round(1000 * Math.clamp(sum / power, 0, 1)) / 1000.0);
        }
        return column;
    }

    /** The tempi that stand out in the mean over the song, strongest first. */
    static List<SongExplanation.Peak> peaks(List<List<Double>> columns) {
        double[] mean = new double[TEMPI];
        for (List<Double> column : columns) {
            for (int tempo = 0; tempo < TEMPI; tempo++) {
                mean[tempo] += column.get(tempo) / columns.size();
            }
        }
        List<SongExplanation.Peak> peaks = new ArrayList<>();
        for (int tempo = 1; tempo + 1 < TEMPI; tempo++) {
            if (mean[tempo] > mean[tempo - 1] && mean[tempo] >= mean[tempo + 1] && mean[tempo] > 0.02) {
                peaks.add(new SongExplanation.Peak(
                        Math.round(10 * bpm(tempo)) / 10.0, Math.round(1000 * mean[tempo]) / 1000.0));
            }
        }
        peaks.sort(Comparator.comparingDouble(SongExplanation.Peak::strength).reversed());
        return List.copyOf(peaks.subList(0, Math.min(MOST_PEAKS, peaks.size())));
    }
}
