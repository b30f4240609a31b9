package backbeat.engine.song;

import java.util.Arrays;
import java.util.Locale;

/** Key of the song and chord of a bar, by how well pitch classes fit templates. */
final class Harmony {
    private static final String[] NOTES = {"C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"};

    /** How much each note belongs to a key that starts on the first of them: the scale, with root, third and fifth before the others. */
    private static final double[] MAJOR = {5, 0.5, 3, 0.5, 4, 3.5, 0.7, 4.7, 0.5, 3.2, 0.7, 2.6};

    private static final double[] MINOR = {5, 0.5, 3, 4, 0.5, 3.5, 0.6, 4.7, 3, 0.6, 2.6, 1.6};
    private static final double[] MAJOR_CHORD = {1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0};
    private static final double[] MINOR_CHORD = {1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0};

    private Harmony() {}

    static SongMap.MusicalKey key(SongSpectra spectra) {
        double[] fits = fits(notes(spectra, 0, spectra.seconds, 0.3), MAJOR, MINOR);
        int best = largest(fits, -1);
        int second = largest(fits, best);
        double confidence = Math.clamp(0.4 + 5 * (fits[best] - fits[second]), 0.1, 0.95);
        return new SongMap.MusicalKey(keyName(best), confidence, keyName(second));
    }

    static String chord(SongSpectra spectra, double from, double to) {
        double[] fits = fits(notes(spectra, from, to, 1), MAJOR_CHORD, MINOR_CHORD);
        int best = largest(fits, -1);
        return NOTES[best % 12] + (best < 12 ? "" : "m");
    }

    private static double[] notes(SongSpectra spectra, double from, double to, double bassWeight) {
        double[] chroma = spectra.chroma.mean(from, to);
        double[] bass = spectra.bass.mean(from, to);
        for (int i = 0; i < chroma.length; i++) {
            chroma[i] += bassWeight * bass[i];
        }
        return chroma;
    }

    /** Correlation with each of twelve major, then twelve minor templates. */
    private static double[] fits(double[] notes, double[] major, double[] minor) {
        double[] fits = new double[24];
        for (int root = 0; root < 12; root++) {
            fits[root] = correlation(notes, major, root);
            fits[12 + root] = correlation(notes, minor, root);
        }
        return fits;
    }

    private static double correlation(double[] notes, double[] template, int root) {
        double noteMean = Arrays.stream(notes).average().orElse(0);
        double templateMean = Arrays.stream(template).average().orElse(0);
        double[] a = new double[12];
        double[] b = new double[12];
        for (int i = 0; i < 12; i++) {
            a[i] = notes[(i + root) % 12] - noteMean;
            b[i] = template[i] - templateMean;
        }
        return Averages.cosine(a, b);
    }

    private static int largest(double[] values, int but) {
        int best = but == 0 ? 1 : 0;
        for (int i = 0; i < values.length; i++) {
            best = i != but && values[i] > values[best] ? i : best;
        }
        return best;
    }

    private static String keyName(int index) {
        return String.format(Locale.ROOT, "%s %s", NOTES[index % 12], index < 12 ? "major" : "minor");
    }
}
