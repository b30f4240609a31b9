package backbeat.engine.song;

/** A beat path with its bars and the values by which candidates are compared. */
final class Candidate {
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
        return new Candidate(path, downbeats, new CandidateValues(spectra, path, downbeats).all());
    }
}
