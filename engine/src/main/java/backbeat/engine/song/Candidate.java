package backbeat.engine.song;

/** A beat path with its bars and the values by which candidates are compared. */
final class Candidate {
    static final int VALUES = 14;

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
        double logTempo = Math.log(path.bpm() / 115);
        double half = at(spectra, path, 0.5);
        double beat = at(spectra, path, 0);
        double[] values = {
            beat,
            downbeats.separation(),
            Math.max(0, -logTempo),
            (at(spectra, path, 0.25) + at(spectra, path, 0.75)) / 2,
            bandAt(spectra, path, 0, 0) - bandAt(spectra, path, 0, 0.5),
            similarityTwoApart(spectra, path),
            path.score,
            downbeats.likelihood,
            half,
            Math.max(0, logTempo),
            logTempo * logTempo,
            unevenness(path),
            (at(spectra, path, 1.0 / 3) + at(spectra, path, 2.0 / 3)) / 2,
            bandAt(spectra, path, 4, 0) - bandAt(spectra, path, 4, 0.5),
        };
        return new Candidate(path, downbeats, values);
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

    /** Kick and snare alternate, so that beats two apart sound alike and neighbours do not. */
    private static double similarityTwoApart(SongSpectra spectra, BeatPath path) {
        double sum = 0;
        int beats = path.times.length;
        double[][] sounds = new double[beats][SongSpectra.BANDS];
        for (int i = 0; i < beats; i++) {
            for (int band = 0; band < SongSpectra.BANDS; band++) {
                sounds[i][band] = spectra.onsetNear(band, path.times[i], 3);
            }
        }
        for (int i = 2; i < beats; i++) {
            sum += Averages.cosine(sounds[i], sounds[i - 2]);
        }
        return sum / Math.max(1, beats - 2);
    }

    private static double unevenness(BeatPath path) {
        double sum = 0;
        for (int i = 2; i < path.times.length; i++) {
            sum += Math.abs(Math.log((path.times[i] - path.times[i - 1]) / (path.times[i - 1] - path.times[i - 2])));
        }
        return sum / Math.max(1, path.times.length - 2);
    }
}
