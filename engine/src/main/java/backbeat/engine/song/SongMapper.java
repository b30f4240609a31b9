package backbeat.engine.song;

import backbeat.engine.derive.Work;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From what was heard of a song to its map: the bars that each beat candidate would have, the choice, the onsets, then what rests on bars. Pure: the same song gives
 * the same map.
 */
final class SongMapper {
    private static final int ALTERNATIVES = 3;

    private final HeardSong heard;
    private final SongSpectra spectra;

    SongMapper(HeardSong heard) {
        this.heard = heard;
        spectra = heard.spectra();
    }

    SongMap map(Work work) {
        String reason = SteadyBeat.reasonBefore(spectra);
        if (reason != null) {
            return withoutBeat(reason);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (BeatPath path : heard.paths()) {
            work.progress((double) candidates.size() / heard.paths().size(), "finding bars and sections");
            candidates.add(Candidate.of(spectra, path));
        }
        if (candidates.isEmpty()) {
            return withoutBeat("No steady beat was found.");
        }
        List<CandidateChoice.Ranked> ranked = CandidateChoice.ranked(candidates);
        reason = SteadyBeat.reasonAgainst(spectra, ranked.getFirst().candidate().path);
        return reason != null ? withoutBeat(reason) : withBeat(ranked);
    }

    private SongMap withBeat(List<CandidateChoice.Ranked> ranked) {
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
            return withoutBeat("The music is shorter than one bar.");
        }
        HeardSong.SoundFacts facts = heard.facts();
        SongMap.Energy energy = heard.energy();
        List<SongMap.Section> sections = Sections.of(spectra, bars.bars, facts.duration());
        double[] sounding = bars.beats.stream().mapToDouble(SongMap.Beat::time).toArray();
        return Rounding.of(new SongMap(
                SongMap.CONTRACT,
                facts.duration(),
                facts.sampleRate(),
                facts.channels(),
                true,
                null,
                bars.beats,
                bars.bars,
                Tempos.of(sounding, facts.duration(), confidence),
                bars.metres(facts.duration()),
                sections,
                Sections.hooks(sections, bars.bars, energy),
                energy,
                heard.loudness(),
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

    private SongMap withoutBeat(@Nullable String reason) {
        HeardSong.SoundFacts facts = heard.facts();
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
                heard.energy(),
                heard.loudness(),
                silent ? null : Harmony.key(spectra),
                List.of(),
                List.of()));
    }
}
