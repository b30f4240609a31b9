package backbeat.engine.song;

import java.util.ArrayList;
import java.util.List;

/** The next best hypotheses, told by how they differ from the chosen one. */
final class Alternatives {
    private Alternatives() {}

    static List<SongMap.Alternative> of(List<CandidateChoice.Ranked> ranked, int most) {
        BeatPath chosen = ranked.getFirst().candidate().path;
        List<SongMap.Alternative> result = new ArrayList<>();
        for (CandidateChoice.Ranked other : ranked.subList(1, Math.min(ranked.size(), 1 + most))) {
            Candidate candidate = other.candidate();
            double ratio = candidate.path.bpm() / chosen.bpm();
            String kind = kind(ratio);
            int first = 0;
            while (first + 1 < candidate.path.times.length && candidate.downbeats.position[first] != 0) {
                first++;
            }
            result.add(new SongMap.Alternative(
                    kind,
                    Math.round(candidate.path.bpm() * 100) / 100.0,
                    Math.round((other.score() - ranked.getFirst().score()) * 100) / 100.0,
                    "offbeat".equals(kind) ? 30 / chosen.bpm() : 0,
                    candidate.downbeats.metre[first],
                    candidate.path.times[first]));
        }
        return result;
    }

    private static String kind(double ratio) {
        if (ratio > 2.5) {
            return "triple";
        }
        if (ratio > 1.25) {
            return "double";
        }
        if (ratio > 0.8) {
            return "offbeat";
        }
        return ratio > 0.4 ? "half" : "third";
    }
}
