package backbeat.engine.song;

import java.util.List;

/** How each bar sounds, and how alike two bars are in harmony, timbre and rhythm. */
final class BarFeatures {
    private static final int CHROMA_PARTS = 4;
    private static final int BASS_PARTS = 2;
    private static final int ONSET_PARTS = 8;

    final double[][] harmony;
    final double[][] timbre;
    final double[][] rhythm;
    final double[] level;
    final double[] energy;
    final double[] density;

    private BarFeatures(int bars) {
        harmony = new double[bars][bars];
        timbre = new double[bars][bars];
        rhythm = new double[bars][bars];
        level = new double[bars];
        energy = new double[bars];
        density = new double[bars];
    }

    static BarFeatures of(SongSpectra spectra, List<SongMap.Bar> bars, SongMap.Energy energy) {
        BarFeatures features = new BarFeatures(bars.size());
        double[][] chroma = new double[bars.size()][];
        double[][] bass = new double[bars.size()][];
        double[][] sound = new double[bars.size()][];
        double[][] onsets = new double[bars.size()][];
        for (int i = 0; i < bars.size(); i++) {
            SongMap.Bar bar = bars.get(i);
            chroma[i] = centred(inParts(spectra.chroma, bar, CHROMA_PARTS));
            bass[i] = centred(inParts(spectra.bass, bar, BASS_PARTS));
            sound[i] = spectra.timbre.mean(bar.start(), bar.end());
            onsets[i] = onsets(spectra, bar);
            features.level[i] = mean(sound[i]);
            features.energy[i] = energy.mean(bar.start(), bar.end());
            features.density[i] = onsets[i].length * mean(onsets[i]);
        }
        features.compareHarmony(chroma, bass);
        compare(sound, features.timbre);
        compare(onsets, features.rhythm);
        return features;
    }

    /** Onset strength in each band on the eighths of a bar. */
    private static double[] onsets(SongSpectra spectra, SongMap.Bar bar) {
        double[] onsets = new double[ONSET_PARTS * SongSpectra.BANDS];
        for (int part = 0; part < ONSET_PARTS; part++) {
            double time = bar.start() + part * (bar.end() - bar.start()) / ONSET_PARTS;
            for (int band = 0; band < SongSpectra.BANDS; band++) {
                onsets[part * SongSpectra.BANDS + band] = spectra.onsetNear(band, time, 3);
            }
        }
        return onsets;
    }

    private void compareHarmony(double[][] chroma, double[][] bass) {
        for (int i = 0; i < chroma.length; i++) {
            for (int j = 0; j < chroma.length; j++) {
                harmony[i][j] = 0.6 * Averages.cosine(chroma[i], chroma[j]) + 0.4 * Averages.cosine(bass[i], bass[j]);
            }
        }
    }

    /** Likeness from distance, in units of the song's mean distance. */
    private static void compare(double[][] rows, double[][] likeness) {
        int bars = rows.length;
        double scale = 1e-9;
        for (int i = 0; i < bars; i++) {
            for (int j = 0; j < bars; j++) {
                likeness[i][j] = distance(rows[i], rows[j]);
                scale += likeness[i][j] / ((double) bars * bars);
            }
        }
        for (double[] row : likeness) {
            for (int j = 0; j < bars; j++) {
                row[j] = Math.exp(-row[j] / scale);
            }
        }
    }

    /** How full each bar sounds against the others of the song: level, energy and density alike, in units of their spread. */
    double[] fullness() {
        double[] fullness = new double[bars()];
        for (double[] values : List.of(level, energy, density)) {
            double mean = mean(values);
            double variance = 1e-9;
            for (double value : values) {
                variance += (value - mean) * (value - mean) / values.length;
            }
            for (int i = 0; i < fullness.length; i++) {
                fullness[i] += (values[i] - mean) / Math.sqrt(variance) / 3;
            }
        }
        return fullness;
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
