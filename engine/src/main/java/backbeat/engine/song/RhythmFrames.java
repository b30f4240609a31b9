package backbeat.engine.song;

import backbeat.engine.signal.Onsets;

/**
 * What the beat network hears, {@value #PER_SECOND} times a second: how strongly something begins in eight bands and in all, how loud the bands are against the song, and how
 * much harmony, bass and timbre change there. All of it is relative to the song, so that instruments, rooms and mastering matter little.
 */
final class RhythmFrames {
    static final int PER_SECOND = 50;
    static final int VALUES = 25;

    private static final int BANDS = 8;
    /** An octave each, from the kick to the cymbals. */
    private static final double[] BORDERS_HZ = {100, 200, 400, 800, 1600, 3200, 6400};
    /** Seconds on each side of the moment that are compared: a beat's part, a beat, a bar. */
    private static final double[] HARMONY_REACH = {0.3, 0.8, 2.0};

    private static final double[] TIMBRE_REACH = {0.5, 2.0};
    /** Below this spread a band is as good as constant. */
    private static final double LEAST_SPREAD = 0.05;

    private RhythmFrames() {}

    /** @param bands logarithmic spectra by frame and band, {@link SongSpectra#FRAMES_PER_SECOND} frames a second */
    static float[][] of(SongSpectra spectra, float[][] bands, int[] borders) {
        int step = SongSpectra.FRAMES_PER_SECOND / PER_SECOND;
        int frames = (bands.length + step - 1) / step;
        float[][] rows = new float[frames][VALUES];
        float[][] flux = Onsets.superFlux(bands, step, borders);
        for (int band = 0; band < BANDS; band++) {
            float[] levelled = Onsets.levelled(flux[band], SongSpectra.FRAMES_PER_SECOND);
            for (int i = 0; i < frames; i++) {
                rows[i][band] = (float) Math.log1p(largest(levelled, i * step, step));
            }
            addLevels(rows, bands, borders, band, step);
        }
        for (int i = 0; i < frames; i++) {
            rows[i][BANDS] = largest(spectra.activation, i * step, step);
            addChanges(rows[i], spectra, (double) i / PER_SECOND);
        }
        return rows;
    }

    static double[] bordersHz() {
        return BORDERS_HZ.clone();
    }

    /** The frame and those around it that no other row takes. */
    private static float largest(float[] values, int at, int step) {
        float largest = values[at];
        for (int i = Math.max(0, at - step / 2); i < Math.min(values.length, at + (step + 1) / 2); i++) {
            largest = Math.max(largest, values[i]);
        }
        return largest;
    }

    private static void addLevels(float[][] rows, float[][] bands, int[] borders, int group, int step) {
        int column = BANDS + 1 + group;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            float level = 0;
            for (int band = borders[group]; band < borders[group + 1]; band++) {
                level += bands[i * step][band] / (borders[group + 1] - borders[group]);
            }
            rows[i][column] = level;
            sum += level;
            squares += level * level;
        }
        double mean = sum / rows.length;
        double spread = Math.sqrt(Math.max(0, squares / rows.length - mean * mean)) + LEAST_SPREAD;
        for (float[] row : rows) {
            row[column] = (float) ((row[column] - mean) / spread);
        }
    }

    private static void addChanges(float[] row, SongSpectra spectra, double time) {
        int column = 2 * BANDS + 1;
        for (double reach : HARMONY_REACH) {
            row[column++] = change(spectra.chroma, time, reach);
            row[column++] = change(spectra.bass, time, reach);
        }
        for (double reach : TIMBRE_REACH) {
            row[column++] = change(spectra.timbre, time, reach);
        }
    }

    private static float change(Averages rows, double time, double reach) {
        return (float) (1 - Averages.cosine(rows.mean(time - reach, time), rows.mean(time, time + reach)));
    }
}
