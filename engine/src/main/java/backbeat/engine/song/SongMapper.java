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

    private final Corrections said;

    SongMapper(HeardSong heard, Corrections said) {
        this.heard = heard;
        this.said = said;
        spectra = heard.spectra();
    }

    SongMap map(Work work) {
        boolean told = said.tellOfBeats();
        String reason = told ? null : SteadyBeat.reasonBefore(spectra);
        if (reason != null) {
            return withoutBeat(reason);
        }
        List<CandidateChoice.Ranked> ranked = ranked(work);
        AgreedBeats beats = AgreedBeats.of(spectra, ranked, said);
        if (beats.ranked().isEmpty()) {
            return withoutBeat("No steady beat was found.");
        }
        reason = told
                ? null
                : SteadyBeat.reasonAgainst(spectra, ranked.getFirst().candidate().path);
        return reason != null ? withoutBeat(reason) : withBeat(beats);
    }

    /** What led to the map. */
    SongExplanation explained(Work work) {
        SongMap map = map(work);
        List<CandidateChoice.Ranked> agreed =
                AgreedBeats.of(spectra, ranked(work), said).ranked();
        return SongExplanation.of(heard, said, agreed, map);
    }

    private List<CandidateChoice.Ranked> ranked(Work work) {
        List<Candidate> candidates = new ArrayList<>();
        for (BeatPath path : heard.paths()) {
            work.progress((double) candidates.size() / heard.paths().size(), "finding bars and sections");
            candidates.add(Candidate.of(spectra, path));
        }
        return CandidateChoice.ranked(candidates);
    }

    private SongMap withBeat(AgreedBeats beats) {
        List<CandidateChoice.Ranked> ranked = beats.ranked();
        Candidate chosen = ranked.getFirst().candidate();
        boolean told = said.tellOfBeats();
        Confidence confidence = told ? Confidence.said(chosen.path.times.length) : Confidence.of(spectra, ranked);
        double[] times =
                beats.areExact() ? chosen.path.times : Grid.settled(Refinement.refined(spectra, chosen.path.times));
        SaidBars saidBars = SaidBars.of(times, chosen.bars(), said);
        Downbeats downbeats = saidBars.sayNothing() ? chosen.bars() : saidBars.bars();
        int first = 0;
        int end = times.length;
        while (!beats.areExact() && first < end && spectra.isSilent(times[first] - 0.05, times[first] + 0.3)) {
            first++;
        }
        while (end > first && spectra.isSilent(times[end - 1] - 0.02, times[end - 1] + 0.3)) {
            end--;
        }
        Bars bars = new Bars(spectra, times, downbeats, first, end, confidence);
        if (bars.bars.isEmpty()) {
            return withoutBeat("The music is shorter than one bar.");
        }
        saidBars.nameMetres(bars, times);
        HeardSong.SoundFacts facts = heard.facts();
        SongMap.Energy energy = heard.energy();
        List<SongMap.Section> sections = Sections.of(spectra, bars.bars, energy, facts.duration(), said);
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
                Tempos.of(sounding, facts.duration(), confidence.ofAllBeats()),
                bars.metres(facts.duration()),
                sections,
                Sections.hooks(sections, bars.bars, energy),
                energy,
                heard.loudness(),
                Harmony.key(spectra),
                Alternatives.of(ranked, ALTERNATIVES),
                said.all()));
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
                said.all()));
    }
}
