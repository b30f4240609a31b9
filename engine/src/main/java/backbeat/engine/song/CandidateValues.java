package backbeat.engine.song;

/**
 * What can be said for and against a beat path, in numbers: its tempo, what the network and the onsets have on the beats and between them, how beats and bars repeat, what its
 * bars look like. What a level or phase is worth shows in what lies at the halves, thirds and quarters of its beats, and in its bars more than in its beats.
 */
final class CandidateValues {
    /** Middle of the tempos that people tap, and how far from it is far. */
    private static final double USUAL_BPM = 115;

    private static final double FAR = 0.4;
    private static final double USUAL_BAR_SECONDS = 2;
    /** Frames around a place that still belong to it. */
    private static final int NEAR_ACTIVATION = 2;

    private static final int NEAR_BAND = 3;
    private static final int LOWEST = 0;
    private static final int HIGHEST = 4;
    /** A path without downbeats has them as unlikely as can be. */
    private static final double NO_DOWNBEATS = -5;

    private final SongSpectra spectra;
    private final BeatChances chances;
    private final BeatPath path;
    private final Downbeats downbeats;

    CandidateValues(SongSpectra spectra, BeatPath path, Downbeats downbeats) {
        this.spectra = spectra;
        this.path = path;
        this.downbeats = downbeats;
        chances = spectra.chances;
    }

    /** In the order of the columns in {@code beat-choice.txt}. */
    double[] all() {
        double log = Math.log(path.bpm() / USUAL_BPM);
        double bar = Math.log(barSeconds() / USUAL_BAR_SECONDS);
        return new double[] {
            log,
            log * log,
            Math.max(0, log - FAR),
            Math.max(0, -log - FAR),
            unevenness(),
            chances.logOdds(path, 0),
            chances.logOdds(path, 0.5),
            (chances.logOdds(path, 1.0 / 3) + chances.logOdds(path, 2.0 / 3)) / 2,
            (chances.logOdds(path, 0.25) + chances.logOdds(path, 0.75)) / 2,
            chances.captured(path),
            gainPerSecond(),
            activation(0),
            activation(0.5),
            (activation(1.0 / 3) + activation(2.0 / 3)) / 2,
            (activation(0.25) + activation(0.75)) / 2,
            band(LOWEST, 0) - band(LOWEST, 0.5),
            band(HIGHEST, 0) - band(HIGHEST, 0.5),
            similarity(2) - similarity(1),
            similarity(4) - similarity(2),
            similarity(3) - similarity(2),
            downbeats.separation(),
            downbeats.likelihood,
            downbeatOdds(true),
            downbeatOdds(false),
            bar,
            Math.abs(bar),
            share(2),
            share(3),
            share(5),
            share(7),
            alternation(),
        };
    }

    private double activation(double part) {
        double sum = 0;
        for (int i = 0; i < path.times.length; i++) {
            sum += spectra.activationNear(path.between(i, part), NEAR_ACTIVATION);
        }
        return sum / path.times.length;
    }

    private double band(int band, double part) {
        double sum = 0;
        for (int i = 0; i < path.times.length; i++) {
            sum += spectra.onsetNear(band, path.between(i, part), NEAR_BAND);
        }
        return sum / path.times.length;
    }

    /** Beats that the network hears speak for a path by their number, too. */
    private double gainPerSecond() {
        double sum = 0;
        for (double time : path.times) {
            sum += BeatChances.odds(chances.beatAt(time)) + 1;
        }
        return sum / spectra.seconds;
    }

    private double unevenness() {
        double sum = 0;
        for (int i = 2; i < path.times.length; i++) {
            sum += Math.abs(Math.log((path.times[i] - path.times[i - 1]) / (path.times[i - 1] - path.times[i - 2])));
        }
        return sum / Math.max(1, path.times.length - 2);
    }

    /** How much beats some beats apart sound alike: kick and snare alternate, bars repeat. */
    private double similarity(int apart) {
        int beats = path.times.length;
        double[][] sounds = new double[beats][SongSpectra.BANDS];
        for (int i = 0; i < beats; i++) {
            for (int band = 0; band < SongSpectra.BANDS; band++) {
                sounds[i][band] = spectra.onsetNear(band, path.times[i], NEAR_BAND);
            }
        }
        double sum = 0;
        for (int i = apart; i < beats; i++) {
            sum += Averages.cosine(sounds[i], sounds[i - apart]);
        }
        return sum / Math.max(1, beats - apart);
    }

    private double downbeatOdds(boolean onDownbeats) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < path.times.length; i++) {
            if (downbeats.position[i] == 0 == onDownbeats) {
                sum += BeatChances.odds(chances.downbeatAt(path.times[i]));
                count++;
            }
        }
        return count == 0 ? NO_DOWNBEATS : sum / count;
    }

    private double barSeconds() {
        double beats = 0;
        for (int metre : downbeats.metre) {
            beats += metre;
        }
        return beats / downbeats.metre.length * 60 / path.bpm();
    }

    private double share(int metre) {
        double count = 0;
        for (int m : downbeats.metre) {
            count += m == metre ? 1 : 0;
        }
        return count / downbeats.metre.length;
    }

    /** How much more the harmony changes on every second beat than on the beats between. */
    private double alternation() {
        double[] changes = new double[2];
        for (int i = 0; i < path.times.length; i++) {
            double here = path.times[i];
            double[] before = spectra.chroma.mean(path.between(i - 1, 0), here);
            changes[i % 2] += 1 - Averages.cosine(before, spectra.chroma.mean(here, path.between(i + 1, 0)));
        }
        return Math.abs(changes[0] - changes[1]) / (changes[0] + changes[1] + 1e-6);
    }
}
