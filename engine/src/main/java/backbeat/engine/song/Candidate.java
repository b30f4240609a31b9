package backbeat.engine.song;

import org.jspecify.annotations.Nullable;

/** A beat path with the values by which candidates are compared, and its bars. */
final class Candidate {
    final BeatPath path;
    /** The bars it would have, at a first glance. */
    final Downbeats guess;

    final double[] values;
    private final SongSpectra spectra;
    private @Nullable Downbeats bars;

    private Candidate(SongSpectra spectra, BeatPath path, Downbeats guess) {
        this.spectra = spectra;
        this.path = path;
        this.guess = guess;
        values = new CandidateValues(spectra, path, guess).all();
    }

    static Candidate of(SongSpectra spectra, BeatPath path) {
        return new Candidate(spectra, path, BarGuess.of(spectra, path));
    }

    /** The bars that are heard; only few candidates are asked. */
    Downbeats bars() {
        if (bars == null) {
            bars = BarNetwork.bars(spectra, path, guess);
        }
        return bars;
    }
}
