package backbeat.engine.song;

/**
 * What the bar network hears of each beat of a path: how strongly something begins in five bands on the beat and at its quarters and thirds, what the beat network said there, how
 * harmony, bass, timbre and level change with it, and how much it is like the beats before. Beat by beat instead of second by second, a rhythm is the same at every tempo, and a
 * wrong tempo or half a beat off makes it another rhythm.
 */
final class BarFrames {
    private static final double[] PARTS = {0, 0.25, 1.0 / 3, 0.5, 2.0 / 3, 0.75};
    private static final int RHYTHM = PARTS.length * SongSpectra.BANDS;
    /** Beats back with which a beat is compared. */
    private static final int LAGS = 8;

    private static final int HEARD = 4;
    private static final int CHANGES = 8;
    private static final int RISES = 3;
    private static final int VALUES = RHYTHM + HEARD + CHANGES + RISES + 2 * LAGS + 2;

    private static final double MOST_SIGMAS = 3;
    private static final double STRONGEST = 4;
    /** Frames around the beat, and less around its parts where the beat is short. */
    private static final int NEAR = 3;

    private static final double NEAR_PARTS_OF_BEAT = 14;
    private static final double USUAL_BEAT_SECONDS = 0.5;

    private final SongSpectra spectra;
    private final BeatPath path;
    private final int beats;
    private final double[][] rhythm;
    private final double[][] harmony;
    private final float[][] rows;
    private int column;

    private BarFrames(SongSpectra spectra, BeatPath path) {
        this.spectra = spectra;
        this.path = path;
        beats = path.times.length;
        rhythm = new double[beats][RHYTHM];
        harmony = new double[beats][];
        rows = new float[beats][VALUES];
    }

    static float[][] of(SongSpectra spectra, BeatPath path) {
        BarFrames frames = new BarFrames(spectra, path);
        frames.hearRhythm();
        frames.hearHarmony();
        frames.addRhythm();
        frames.addChances();
        frames.addStandardised(frames.changes());
        frames.addStandardised(frames.rises());
        frames.addLikeness(frames.rhythm);
        frames.addLikeness(frames.harmony);
        frames.addTempo();
        return frames.rows;
    }

    /** Each band in units of its own strength. */
    private void hearRhythm() {
        double[] strength = new double[SongSpectra.BANDS];
        for (int i = 0; i < beats; i++) {
            double interval = path.between(i + 1, 0) - path.times[i];
            int near = Math.clamp(Math.round(interval * SongSpectra.FRAMES_PER_SECOND / NEAR_PARTS_OF_BEAT), 1, NEAR);
            for (int k = 0; k < RHYTHM; k++) {
                int part = k / SongSpectra.BANDS;
                int band = k % SongSpectra.BANDS;
                double value = spectra.onsetNear(band, path.between(i, PARTS[part]), part == 0 ? NEAR : near);
                rhythm[i][k] = value;
                strength[band] += value * value / beats / PARTS.length;
            }
        }
        for (double[] row : rhythm) {
            for (int k = 0; k < RHYTHM; k++) {
                row[k] /= Math.sqrt(strength[k % SongSpectra.BANDS]) + 0.1;
            }
        }
    }

    /** Less what all beats have in common. */
    private void hearHarmony() {
        double[] common = new double[spectra.chroma.width()];
        for (int i = 0; i < beats; i++) {
            harmony[i] = spectra.chroma.mean(path.times[i], path.between(i + 1, 0));
            for (int k = 0; k < common.length; k++) {
                common[k] += harmony[i][k] / beats;
            }
        }
        for (double[] row : harmony) {
            for (int k = 0; k < common.length; k++) {
                row[k] -= common[k];
            }
        }
    }

    private void addRhythm() {
        for (int i = 0; i < beats; i++) {
            for (int k = 0; k < RHYTHM; k++) {
                rows[i][k] = (float) Math.min(STRONGEST, rhythm[i][k]);
            }
        }
        column = RHYTHM;
    }

    private void addChances() {
        for (int i = 0; i < beats; i++) {
            for (int half = 0; half < 2; half++) {
                double at = path.between(i, half / 2.0);
                rows[i][column + 2 * half] = (float) BeatChances.odds(spectra.chances.beatAt(at));
                rows[i][column + 2 * half + 1] = (float) BeatChances.odds(spectra.chances.downbeatAt(at));
            }
        }
        column += HEARD;
    }

    /** Of harmony over one, two and four beats and within the beat, of the bass, and of timbre. */
    private double[][] changes() {
        double[][] changes = new double[beats][];
        for (int i = 0; i < beats; i++) {
            changes[i] = new double[] {
                change(spectra.chroma, i, 1),
                change(spectra.chroma, i, 2),
                change(spectra.bass, i, 1),
                change(spectra.bass, i, 2),
                change(spectra.timbre, i, 2),
                change(spectra.bass, i, 4),
                change(spectra.chroma, i, 4),
                1
                        - Averages.cosine(
                                spectra.chroma.mean(path.times[i], path.between(i, 0.5)),
                                spectra.chroma.mean(path.between(i, 0.5), path.between(i + 1, 0)))
            };
        }
        return changes;
    }

    private double change(Averages rows, int beat, int reach) {
        double here = path.times[beat];
        return 1
                - Averages.cosine(
                        rows.mean(path.between(beat - reach, 0), here), rows.mean(here, path.between(beat + reach, 0)));
    }

    /** How much louder the low bands are after the beat than before it. */
    private double[][] rises() {
        double[][] rises = new double[beats][RISES];
        for (int i = 0; i < beats; i++) {
            double here = path.times[i];
            double[] before = spectra.levels.mean(here - 0.12, here - 0.02);
            double[] after = spectra.levels.mean(here, here + 0.1);
            for (int band = 0; band < RISES; band++) {
                rises[i][band] = after[band] - before[band];
            }
        }
        return rises;
    }

    private void addStandardised(double[][] values) {
        int width = values[0].length;
        for (int k = 0; k < width; k++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : values) {
                sum += row[k];
                squares += row[k] * row[k];
            }
            double mean = sum / beats;
            double sigma = Math.sqrt(Math.max(0, squares / beats - mean * mean)) + 1e-9;
            for (int i = 0; i < beats; i++) {
                rows[i][column + k] = (float) Math.clamp((values[i][k] - mean) / sigma, -MOST_SIGMAS, MOST_SIGMAS);
            }
        }
        column += width;
    }

    private void addLikeness(double[][] what) {
        for (int i = 0; i < beats; i++) {
            for (int lag = 1; lag <= Math.min(LAGS, i); lag++) {
                rows[i][column + lag - 1] = (float) Averages.cosine(what[i], what[i - lag]);
            }
        }
        column += LAGS;
    }

    private void addTempo() {
        double usual = 60 / path.bpm();
        for (int i = 0; i < beats; i++) {
            double interval = path.between(i + 1, 0) - path.times[i];
            rows[i][column] = (float) Math.log(usual / USUAL_BEAT_SECONDS);
            rows[i][column + 1] = (float) Math.clamp(Math.log(interval / usual), -1, 1);
        }
        column += 2;
    }
}
