package backbeat.engine.song;

import java.util.List;

/** How each bar sounds, and how alike two bars are in harmony and in timbre. */
final class BarFeatures {
    private static final int CHROMA_PARTS = 4;
    private static final int BASS_PARTS = 2;

    final double[][] harmony;
    final double[][] timbre;
    final double[] level;

    private BarFeatures(int bars) {
        harmony = new double[bars][bars];
        timbre = new double[bars][bars];
        level = new double[bars];
    }

    static BarFeatures of(SongSpectra spectra, List<SongMap.Bar> bars) {
        BarFeatures features = new BarFeatures(bars.size());
        double[][] chroma = new double[bars.size()][];
        double[][] bass = new double[bars.size()][];
        double[][] sound = new double[bars.size()][];
        for (int i = 0; i < bars.size(); i++) {
            SongMap.Bar bar = bars.get(i);
            chroma[i] = centred(inParts(spectra.chroma, bar, CHROMA_PARTS));
            bass[i] = centred(inParts(spectra.bass, bar, BASS_PARTS));
            sound[i] = spectra.timbre.mean(bar.start(), bar.end());
            features.level[i] = mean(sound[i]);
        }
        features.compare(chroma, bass, sound);
        return features;
    }

    private void compare(double[][] chroma, double[][] bass, double[][] sound) {
        int bars = chroma.length;
        double scale = 1e-9;
        for (int i = 0; i < bars; i++) {
            for (int j = 0; j < bars; j++) {
                harmony[i][j] = 0.6 * Averages.cosine(chroma[i], chroma[j]) + 0.4 * Averages.cosine(bass[i], bass[j]);
                timbre[i][j] = distance(sound[i], sound[j]);
                scale += timbre[i][j] / ((double) bars * bars);
            }
        }
        for (double[] row : timbre) {
            for (int j = 0; j < bars; j++) {
                row[j] = Math.exp(-row[j] / scale);
            }
        }
    }

    int bars() {
        return level.length;
    }

    private static double[] inParts(Averages averages, SongMap.Bar bar, int parts) {
        double[] result = new double[parts * averages.width()];
        double length = (bar.end() - bar.start()) / parts;
        for (int p = 0; p < parts; p++) {
            double[] part = averages.mean(bar.start() + p * length, bar.start() + (p + 1) * length);
            System.arraycopy(part, 0, result, p * part.length, part.length);
        }
        return result;
    }

    private static double[] centred(double[] values) {
        double mean = mean(values);
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
        }
        return values;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }
}
