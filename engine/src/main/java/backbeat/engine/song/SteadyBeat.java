package backbeat.engine.song;

import org.jspecify.annotations.Nullable;

/**
 * Whether there is a beat at all: the network hears beats where the best candidate has them and little beside it, and both its chances and the onsets come back after
 * equal times. Silence, noise, drones and speech fail; a pianist who takes his time does not. The weights are a logistic regression over music and sounds without a
 * beat, both made by rules ({@code bench/song_training}).
 */
final class SteadyBeat {
    private static final double HEARD_WEIGHT = 1.46;
    private static final double CAPTURED_WEIGHT = 4.8;
    private static final double CHANCES_COME_BACK_WEIGHT = 5.8;
    private static final double ONSETS_COME_BACK_WEIGHT = 3.5;
    private static final double RESTLESS_WEIGHT = -5.5;
    private static final double LEAST = 2.6;
    private static final double MOST_MEAN_ACTIVATION = 0.27;
    private static final double LEAST_SECONDS = 4;

    private SteadyBeat() {}

    /** Why a song can have no beat whatever the candidates are; null when it may. */
    static @Nullable String reasonBefore(SongSpectra spectra) {
        if (spectra.seconds < LEAST_SECONDS) {
            return "The file is shorter than four seconds.";
        }
        if (spectra.isSilent(0, spectra.seconds)) {
            return "The file is silent.";
        }
        return mean(spectra.activation) > MOST_MEAN_ACTIVATION
                ? "It sounds like noise: nothing stands out in time."
                : null;
    }

    /** Why the best candidate is no beat; null when it is one. */
    static @Nullable String reasonAgainst(SongSpectra spectra, BeatPath path) {
        return strength(spectra, path) < LEAST
                ? "No steady beat was found: what begins in this sound does not come back at equal times."
                : null;
    }

    /** How clearly what begins in this sound comes back at equal times. */
    private static double strength(SongSpectra spectra, BeatPath path) {
        return HEARD_WEIGHT * spectra.chances.logOdds(path, 0)
                + CAPTURED_WEIGHT * spectra.chances.captured(path)
                + CHANCES_COME_BACK_WEIGHT
                        * periodicity(spectra.chances.beatsAt(SongSpectra.FRAMES_PER_SECOND, spectra.activation.length))
                + ONSETS_COME_BACK_WEIGHT * periodicity(spectra.activation)
                + RESTLESS_WEIGHT * mean(spectra.activation);
    }

    static double mean(float[] activation) {
        double sum = 0;
        for (float value : activation) {
            sum += value;
        }
        return sum / activation.length;
    }

    /** Largest normalised autocorrelation of the activation at lags from a quarter of a second to two seconds. */
    static double periodicity(float[] activation) {
        double mean = mean(activation);
        double power = 1e-9;
        for (float value : activation) {
            power += (value - mean) * (value - mean);
        }
        double largest = 0;
        for (int lag = SongSpectra.FRAMES_PER_SECOND / 4; lag <= 2 * SongSpectra.FRAMES_PER_SECOND; lag++) {
            double sum = 0;
            for (int i = lag; i < activation.length; i++) {
                sum += (activation[i] - mean) * (activation[i - lag] - mean);
            }
            largest = Math.max(largest, sum / power);
        }
        return largest;
    }
}
