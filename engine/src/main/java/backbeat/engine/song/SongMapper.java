package backbeat.engine.song;

import backbeat.engine.derive.Work;
import backbeat.engine.signal.Loudness;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From the sound of a song to its map, in memory: spectra, beat candidates, the bars each of them would have, the choice, the onsets, then what rests on bars. Pure:
 * the same sound gives the same map.
 */
final class SongMapper {
    private static final int ALTERNATIVES = 3;

    private final float[] mono;
    private final SoundFacts facts;
    private final Loudness loudness;

    /** What the sound file itself says. */
    record SoundFacts(double duration, int sampleRate, int channels) {}

    /**
     * @param mono the song at {@link SongSpectra#SAMPLE_RATE}
     * @param loudness that has heard the song at its own rate and channels
     */
    SongMapper(float[] mono, SoundFacts facts, Loudness loudness) {
        this.mono = mono;
        this.facts = facts;
        this.loudness = loudness;
    }

    SongMap map(Work work) {
        SongSpectra spectra = SongSpectra.of(mono, work.part(0, 0.6));
        String reason = SteadyBeat.reasonBefore(spectra);
        if (reason != null) {
            return withoutBeat(spectra, reason);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (BeatPath path : BeatCandidates.of(spectra, work.part(0.6, 0.85))) {
            candidates.add(Candidate.of(spectra, path));
        }
        if (candidates.isEmpty()) {
            return withoutBeat(spectra, "No steady beat was found.");
        }
        List<CandidateChoice.Ranked> ranked = CandidateChoice.ranked(candidates);
        reason = SteadyBeat.reasonAgainst(spectra, ranked.getFirst().candidate().path);
        work.progress(0.9, "finding bars and sections");
        return reason != null ? withoutBeat(spectra, reason) : withBeat(spectra, ranked);
    }

    private SongMap withBeat(SongSpectra spectra, List<CandidateChoice.Ranked> ranked) {
        Candidate chosen = ranked.getFirst().candidate();
        double confidence = confidence(ranked);
        double[] times = Grid.settled(Refinement.refined(spectra, chosen.path.times));
        int first = 0;
        int end = times.length;
        while (first < end && spectra.isSilent(times[first] - 0.05, times[first] + 0.3)) {
            first++;
        }
        while (end > first && spectra.isSilent(times[end - 1] - 0.02, times[end - 1] + 0.3)) {
            end--;
        }
        Bars bars = new Bars(spectra, times, chosen.downbeats, first, end, confidence);
        if (bars.bars.isEmpty()) {
            return withoutBeat(spectra, "The music is shorter than one bar.");
        }
        SongMap.Energy energy = EnergyCurve.of(loudness);
        List<SongMap.Section> sections = Sections.of(spectra, bars.bars, facts.duration());
        double[] heard = bars.beats.stream().mapToDouble(SongMap.Beat::time).toArray();
        return Rounding.of(new SongMap(
                SongMap.CONTRACT,
                facts.duration(),
                facts.sampleRate(),
                facts.channels(),
                true,
                null,
                bars.beats,
                bars.bars,
                Tempos.of(heard, facts.duration(), confidence),
                bars.metres(facts.duration()),
                sections,
                Sections.hooks(sections, bars.bars, energy),
                energy,
                levels(),
                Harmony.key(spectra),
                Alternatives.of(ranked, ALTERNATIVES),
                List.of()));
    }

    /** How far the best candidate is ahead of the second: 1.5 points of score are as good as certain. */
    private static double confidence(List<CandidateChoice.Ranked> ranked) {
        double lead =
                ranked.size() < 2 ? 2 : ranked.get(0).score() - ranked.get(1).score();
        return Math.clamp(0.5 + 0.35 * lead, 0.3, 0.97);
    }

    private SongMap withoutBeat(SongSpectra spectra, @Nullable String reason) {
        boolean silent = spectra.isSilent(0, spectra.seconds);
        return Rounding.of(new SongMap(
                SongMap.CONTRACT,
                facts.duration(),
                facts.sampleRate(),
                facts.channels(),
                false,
                reason,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new SongMap.Section(0, facts.duration(), 0, 0, "A", null, 0.1)),
                List.of(),
                EnergyCurve.of(loudness),
                levels(),
                silent ? null : Harmony.key(spectra),
                List.of(),
                List.of()));
    }

    private SongMap.Loudness levels() {
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
