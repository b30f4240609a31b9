package backbeat.engine.song;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The next best hypotheses, told by how they differ from the chosen one: other beats, and other first beats of the bar on the same beats. Of each kind the best one is
 * told; candidates that have the chosen beats but for a few are none.
 */
final class Alternatives {
    private static final String SIMILAR = "similar";
    private static final double SAME_LEVEL = Math.log(1.25);
    /** Parts of the interval that beats of one phase lie apart at most. */
    private static final double SAME_PHASE = 0.2;

    private Alternatives() {}

    static List<SongMap.Alternative> of(List<CandidateChoice.Ranked> ranked, int most) {
        CandidateChoice.Ranked chosen = ranked.getFirst();
        List<SongMap.Alternative> all = new ArrayList<>();
        for (CandidateChoice.Ranked other : ranked.subList(1, ranked.size())) {
            SongMap.Alternative next = between(chosen, other);
            if (!next.kind().equals(SIMILAR)
                    && all.stream().noneMatch(known -> known.kind().equals(next.kind()))) {
                all.add(next);
            }
        }
        SongMap.Alternative otherOne = otherDownbeat(chosen.candidate());
        if (otherOne != null) {
            all.add(otherOne);
        }
        return all.stream()
                .sorted(Comparator.comparingDouble(SongMap.Alternative::score).reversed())
                .limit(most)
                .toList();
    }

    /** How one candidate differs from the chosen one; its kind is {@value #SIMILAR} where that is by a few beats only. */
    static SongMap.Alternative between(CandidateChoice.Ranked chosen, CandidateChoice.Ranked other) {
        String kind = kind(chosen.candidate().path, other.candidate().path);
        Candidate candidate = other.candidate();
        Downbeats bars = candidate.bars();
        int first = firstAt(bars, 0);
        return new SongMap.Alternative(
                kind,
                rounded(candidate.path.bpm()),
                rounded(other.score() - chosen.score()),
                "offbeat".equals(kind) ? 30 / chosen.candidate().path.bpm() : 0,
                bars.metre[first],
                candidate.path.times[first]);
    }

    /** The same beats counted from another one of the bar: whichever of them speaks most for itself. */
    private static SongMap.@Nullable Alternative otherDownbeat(Candidate chosen) {
        Downbeats downbeats = chosen.bars();
        int metre = downbeats.metre[firstAt(downbeats, 0)];
        double[] sums = new double[metre];
        int[] counts = new int[metre];
        for (int i = 0; i < downbeats.odds.length; i++) {
            if (downbeats.metre[i] == metre) {
                sums[downbeats.position[i]] += downbeats.odds[i];
                counts[downbeats.position[i]]++;
            }
        }
        int best = 0;
        for (int position = 1; position < metre; position++) {
            boolean better = counts[position] > 0
                    && (best == 0 || sums[position] / counts[position] > sums[best] / counts[best]);
            best = better ? position : best;
        }
        if (best == 0 || counts[0] == 0) {
            return null;
        }
        return new SongMap.Alternative(
                "downbeat",
                rounded(chosen.path.bpm()),
                rounded(Math.min(0, sums[best] / counts[best] - sums[0] / counts[0])),
                0,
                metre,
                chosen.path.times[firstAt(downbeats, best)]);
    }

    private static int firstAt(Downbeats downbeats, int position) {
        int first = 0;
        while (first + 1 < downbeats.position.length && downbeats.position[first] != position) {
            first++;
        }
        return first;
    }

    private static String kind(BeatPath chosen, BeatPath other) {
        double ratio = other.bpm() / chosen.bpm();
        if (Math.abs(Math.log(ratio)) < SAME_LEVEL) {
            return beside(chosen, other) ? "offbeat" : SIMILAR;
        }
        if (ratio > 1) {
            return ratio > 2.5 ? "triple" : "double";
        }
        return ratio > 0.4 ? "half" : "third";
    }

    /** Whether most beats of the other one lie about half-way between chosen ones. */
    private static boolean beside(BeatPath chosen, BeatPath other) {
        int count = 0;
        for (double time : other.times) {
            int at = Arrays.binarySearch(chosen.times, time);
            int after = at >= 0 ? at + 1 : -at - 1;
            double start = chosen.between(after - 1, 0);
            double part = (time - start) / (chosen.between(after, 0) - start);
            count += Math.abs(part - 0.5) < SAME_PHASE ? 1 : 0;
        }
        return 2 * count > other.times.length;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
