package backbeat.engine.song;

import org.jspecify.annotations.Nullable;

/** Whether there is a beat at all: onsets gather at the beats and come back after equal times. Silence, noise, drones and speech fail. */
final class SteadyBeat {
    private static final double LEAST = 0.36;
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
        return Candidate.at(spectra, path, 0) - otherPhases(spectra, path) + 0.8 * periodicity(spectra.activation);
    }

    static double mean(float[] activation) {
        double sum = 0;
        for (float value : activation) {
            sum += value;
        }
        return sum / activation.length;
    }

    private static double otherPhases(SongSpectra spectra, BeatPath path) {
        double sum = 0;
        for (double part : new double[] {0.2, 0.35, 0.65, 0.8}) {
            sum += Candidate.at(spectra, path, part) / 4;
        }
        return sum;
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
