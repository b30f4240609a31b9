package backbeat.engine.song;

/** A beat path with its bars and the values by which candidates are compared. */
final class Candidate {
    static final int VALUES = 31;

    final BeatPath path;
    final Downbeats downbeats;
    final double[] values;

    private Candidate(BeatPath path, Downbeats downbeats, double[] values) {
        this.path = path;
        this.downbeats = downbeats;
        this.values = values;
    }

    static Candidate of(SongSpectra spectra, BeatPath path) {
        Downbeats downbeats = Downbeats.of(spectra, path);
        double log = Math.log(path.bpm() / 115);
        BeatChances chances = spectra.chances;
        double[] values = {
            log,
            log * log,
            Math.max(0, log - 0.4),
            Math.max(0, -log - 0.4),
            unevenness(path),
            chances.logOdds(path, 0),
            chances.logOdds(path, 0.5),
            (chances.logOdds(path, 1.0 / 3) + chances.logOdds(path, 2.0 / 3)) / 2,
            (chances.logOdds(path, 0.25) + chances.logOdds(path, 0.75)) / 2,
            chances.captured(path),
            gain(path, chances, spectra.seconds),
            at(spectra, path, 0),
            at(spectra, path, 0.5),
            (at(spectra, path, 1.0 / 3) + at(spectra, path, 2.0 / 3)) / 2,
            (at(spectra, path, 0.25) + at(spectra, path, 0.75)) / 2,
            bandAt(spectra, path, 0, 0) - bandAt(spectra, path, 0, 0.5),
            bandAt(spectra, path, 4, 0) - bandAt(spectra, path, 4, 0.5),
            similarity(spectra, path, 2) - similarity(spectra, path, 1),
            similarity(spectra, path, 4) - similarity(spectra, path, 2),
            similarity(spectra, path, 3) - similarity(spectra, path, 2),
            downbeats.separation(),
            downbeats.likelihood,
            downbeatOdds(path, chances, downbeats, true),
            downbeatOdds(path, chances, downbeats, false),
            Math.log(barSeconds(path, downbeats) / 2),
            Math.abs(Math.log(barSeconds(path, downbeats) / 2)),
            metreShare(downbeats, 2),
            metreShare(downbeats, 3),
            metreShare(downbeats, 5),
            metreShare(downbeats, 7),
            oddChange(spectra, path),
        };
        return new Candidate(path, downbeats, values);
    }

    private static double gain(BeatPath path, BeatChances chances, double seconds) {
        double sum = 0;
        for (double time : path.times) {
            sum += BeatChances.odds(chances.beatAt(time)) + 1;
        }
        return sum / seconds;
    }

    private static double downbeatOdds(BeatPath path, BeatChances chances, Downbeats downbeats, boolean down) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < path.times.length; i++) {
            if (downbeats.position[i] == 0 == down) {
                sum += BeatChances.odds(chances.downbeatAt(path.times[i]));
                count++;
            }
        }
        return count == 0 ? -5 : sum / count;
    }

    private static double barSeconds(BeatPath path, Downbeats downbeats) {
        double beats = 0;
        for (int metre : downbeats.metre) {
            beats += metre;
        }
        return beats / downbeats.metre.length * 60 / path.bpm();
    }

    private static double metreShare(Downbeats downbeats, int metre) {
        double count = 0;
        for (int m : downbeats.metre) {
            count += m == metre ? 1 : 0;
        }
        return count / downbeats.metre.length;
    }

    /** Harmony changes at odd beats as against even ones, whichever are more. */
    private static double oddChange(SongSpectra spectra, BeatPath path) {
        double[] sums = new double[2];
        for (int i = 0; i < path.times.length; i++) {
            double here = path.times[i];
            sums[i % 2] += 1
                    - Averages.cosine(
                            spectra.chroma.mean(path.between(i - 1, 0), here),
                            spectra.chroma.mean(here, path.between(i + 1, 0)));
        }
        return Math.abs(sums[0] - sums[1]) / (sums[0] + sums[1] + 1e-6);
    }

    /** How much beats some beats apart sound alike. */
    private static double similarity(SongSpectra spectra, BeatPath path, int apart) {
        int beats = path.times.length;
        double[][] sounds = new double[beats][SongSpectra.BANDS];
        for (int i = 0; i < beats; i++) {
            for (int band = 0; band < SongSpectra.BANDS; band++) {
                sounds[i][band] = spectra.onsetNear(band, path.times[i], 3);
            }
        }
        double sum = 0;
        for (int i = apart; i < beats; i++) {
            sum += Averages.cosine(sounds[i], sounds[i - apart]);
        }
        return sum / Math.max(1, beats - apart);
    }

    static double at(SongSpectra spectra, BeatPath path, double part) {
        double sum = 0;
        for (int i = 0; i < path.times.length; i++) {
            sum += spectra.activationNear(path.between(i, part), 2);
        }
        return sum / path.times.length;
    }

    private static double bandAt(SongSpectra spectra, BeatPath path, int band, double part) {
        double sum = 0;
        for (int i = 0; i < path.times.length; i++) {
            sum += spectra.onsetNear(band, path.between(i, part), 3);
        }
        return sum / path.times.length;
    }

    private static double unevenness(BeatPath path) {
        double sum = 0;
        for (int i = 2; i < path.times.length; i++) {
            sum += Math.abs(Math.log((path.times[i] - path.times[i - 1]) / (path.times[i - 1] - path.times[i - 2])));
        }
        return sum / Math.max(1, path.times.length - 2);
    }
}
