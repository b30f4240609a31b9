package backbeat.engine.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Weights that gather the bins of a spectrum in bands, kept sparse. */
public final class FilterBank {
    private static final double CONCERT_PITCH = 440;
    private static final double PITCH_WIDTH_SEMITONES = 0.2;

    private final int fftSize;
    private final int bands;
    private final int[] bins;
    private final int[] target;
    private final float[] weights;
    private final double[] centres;

    private FilterBank(int fftSize, double[] centres, List<float[]> entries) {
        this.fftSize = fftSize;
        this.centres = centres;
        bands = centres.length;
        bins = new int[entries.size()];
        target = new int[entries.size()];
        weights = new float[entries.size()];
        for (int i = 0; i < bins.length; i++) {
            target[i] = (int) entries.get(i)[0];
            bins[i] = (int) entries.get(i)[1];
            weights[i] = entries.get(i)[2];
        }
    }

    /** Triangles of area one whose centres lie a part of an octave apart; those that would share their bin are left out. */
    public static FilterBank logarithmic(double sampleRate, int fftSize, int perOctave, double lowHz, double highHz) {
        double binHz = sampleRate / fftSize;
        int[] edges = IntStream.rangeClosed(0, (int) Math.floor(perOctave * Math.log(highHz / lowHz) / Math.log(2)))
                .map(i -> (int) Math.round(lowHz * Math.pow(2, (double) i / perOctave) / binHz))
                .filter(bin -> bin >= 1 && bin <= fftSize / 2)
                .distinct()
                .toArray();
        List<float[]> entries = new ArrayList<>();
        double[] centres = new double[Math.max(0, edges.length - 2)];
        for (int b = 0; b < centres.length; b++) {
            centres[b] = edges[b + 1] * binHz;
            addTriangle(entries, b, edges[b], edges[b + 1], edges[b + 2]);
        }
        return new FilterBank(fftSize, centres, entries);
    }

    private static void addTriangle(List<float[]> entries, int band, int from, int peak, int to) {
        float area = 0.5f * (to - from);
        for (int bin = from + 1; bin < to; bin++) {
            float height = bin <= peak ? (float) (bin - from) / (peak - from) : (float) (to - bin) / (to - peak);
            entries.add(new float[] {band, bin, height / area});
        }
    }

    /** The twelve pitch classes, C first: each bin counts by how near its frequency lies to a note of concert pitch. */
    public static FilterBank chroma(double sampleRate, int fftSize, double lowHz, double highHz) {
        double binHz = sampleRate / fftSize;
        List<float[]> entries = new ArrayList<>();
        for (int bin = (int) Math.ceil(lowHz / binHz); bin <= highHz / binHz; bin++) {
            double note = 69 + 12 * Math.log(bin * binHz / CONCERT_PITCH) / Math.log(2);
            long nearest = Math.round(note);
            double off = (note - nearest) / PITCH_WIDTH_SEMITONES;
            entries.add(new float[] {Math.floorMod(nearest, 12), bin, (float) Math.exp(-0.5 * off * off)});
        }
        return new FilterBank(fftSize, new double[12], entries);
    }

    public int fftSize() {
        return fftSize;
    }

    public int bands() {
        return bands;
    }

    /** How many of the first bins of a spectrum count for any band. */
    public int usedBins() {
        return Arrays.stream(bins).max().orElse(0) + 1;
    }

    /** First band whose centre lies at or above a frequency. */
    public int bandFrom(double hz) {
        int at = Arrays.binarySearch(centres, hz);
        return at >= 0 ? at : -at - 1;
    }

    /** The bands of a spectrum, in a new array. */
    public float[] apply(float[] magnitudes) {
        float[] result = new float[bands];
        int[] bins = this.bins;
        int[] target = this.target;
        float[] weights = this.weights;
        for (int i = 0; i < bins.length; i++) {
            result[target[i]] += magnitudes[bins[i]] * weights[i];
        }
        return result;
    }
}
