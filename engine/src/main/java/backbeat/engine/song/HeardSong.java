package backbeat.engine.song;

import backbeat.engine.derive.Work;
import backbeat.engine.signal.Loudness;
import java.util.List;

/**
 * All that was heard of a song before anything is decided: what costs. The map is read from it, with what people said, as often as they say something.
 *
 * @param paths beats that are worth a look; none where there can be no beat
 */
record HeardSong(
        SoundFacts facts, SongMap.Loudness loudness, SongMap.Energy energy, SongSpectra spectra, List<BeatPath> paths) {

    /** What the sound file itself says. */
    record SoundFacts(double duration, int sampleRate, int channels) {}

    /**
     * @param mono the song at {@link SongSpectra#SAMPLE_RATE}; changed
     * @param loudness that has heard the song at its own rate and channels
     */
    static HeardSong of(float[] mono, SoundFacts facts, Loudness loudness, Work work) {
        SongSpectra spectra = SongSpectra.of(mono, work.part(0, 0.7));
        List<BeatPath> paths =
                SteadyBeat.reasonBefore(spectra) == null ? BeatCandidates.of(spectra, work.part(0.7, 1)) : List.of();
        return new HeardSong(facts, levels(loudness), EnergyCurve.of(loudness), spectra, paths);
    }

    private static SongMap.Loudness levels(Loudness loudness) {
        return new SongMap.Loudness(
                tenths(loudness.integrated()),
                tenths(loudness.range()),
                tenths(loudness.truePeak()),
                tenths(loudness.maxMomentary()),
                tenths(loudness.maxShortTerm()));
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
