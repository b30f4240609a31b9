package backbeat.engine.take;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which pairs of clips are worth a proof, and where: two placed clips where the song puts them, others where the clocks do, and what nothing is known of where
 * landmarks agree. A proof costs a hundredth of a second; when the song makes thousands of pairs, landmarks must ask for it.
 */
final class AirTrials {
    private static final int LEAST_HITS_WHERE_EXPECTED = 3;
    private static final int LEAST_HITS = 8;
    private static final int MOST_WITHOUT_HITS = 400;
    private static final int MOST_OF_A_PAIR = 3;
    private static final double WHERE_EXPECTED_SECONDS = 0.12;
    private static final double CLOCK_SIGMAS = 4;
    private static final double LEAST_TOLERANCE_SECONDS = 2;
    private static final double PROVED_AT_ONCE_SECONDS = 0.4;

    /**
     * @param lag from the first clip's start to that of the second
     * @param tolerance how far from it the truth may lie
     */
    record Trial(Roll a, Roll b, double lag, double tolerance) {}

    private record Pair(Roll a, Roll b) {}

    private final DayClock day;
    private final Map<Pair, List<AirSearch.Candidate>> hits = new HashMap<>();

    /** @param listed clips by the numbers of the search */
    AirTrials(DayClock day, AirSearch search, List<Roll> listed) {
        this.day = day;
        for (AirSearch.Candidate candidate : search.candidates(LEAST_HITS_WHERE_EXPECTED)) {
            Pair pair = new Pair(listed.get(candidate.first()), listed.get(candidate.second()));
            hits.computeIfAbsent(pair, of -> new ArrayList<>()).add(candidate);
        }
    }

    /** How far apart two clips may lie by their clocks. */
    static double tolerance(DayClock.Between known) {
        return Math.max(LEAST_TOLERANCE_SECONDS, CLOCK_SIGMAS * known.uncertainty());
    }

    /** In the order in which the clips stand in the footage. */
    List<Trial> trials(List<Roll> listed, List<SharedSong> shared) {
        Map<Pair, List<Double>> bySong = new HashMap<>();
        for (SharedSong song : shared) {
            bySong.computeIfAbsent(new Pair(song.a(), song.b()), of -> new ArrayList<>())
                    .add(song.startDifference());
            bySong.computeIfAbsent(new Pair(song.b(), song.a()), of -> new ArrayList<>())
                    .add(-song.startDifference());
        }
        boolean few = shared.size() <= MOST_WITHOUT_HITS;
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            for (int j = i + 1; j < listed.size(); j++) {
                Pair pair = new Pair(listed.get(i), listed.get(j));
                if (pair.a().camera().equals(pair.b().camera())) {
                    continue;
                }
                if (pair.a().isPlaced() && pair.b().isPlaced()) {
                    trials.addAll(whereTheSongIs(pair, bySong.getOrDefault(pair, List.of()), few));
                } else {
                    trials.addAll(elsewhere(pair));
                }
            }
        }
        return trials;
    }

    private List<Trial> whereTheSongIs(Pair pair, List<Double> lags, boolean few) {
        List<AirSearch.Candidate> agreeing = hits.getOrDefault(pair, List.of());
        return lags.stream()
                .filter(lag -> few
                        || agreeing.stream().anyMatch(hit -> Math.abs(hit.lagSeconds() - lag) < WHERE_EXPECTED_SECONDS))
                .filter(lag -> clocksAllow(pair, lag))
                .map(lag -> new Trial(pair.a(), pair.b(), lag, WHERE_EXPECTED_SECONDS))
                .toList();
    }

    private List<Trial> elsewhere(Pair pair) {
        List<Trial> byHits = hits.getOrDefault(pair, List.of()).stream()
                .filter(hit -> hit.hits() >= LEAST_HITS && clocksAllow(pair, hit.lagSeconds()))
                .sorted(Comparator.comparingInt(AirSearch.Candidate::hits).reversed())
                .limit(MOST_OF_A_PAIR)
                .map(hit -> new Trial(pair.a(), pair.b(), hit.lagSeconds(), PROVED_AT_ONCE_SECONDS))
                .toList();
        return byHits.isEmpty() ? whereTheClocksAre(pair) : byHits;
    }

    private List<Trial> whereTheClocksAre(Pair pair) {
        return day.learned(pair.a(), pair.b())
                .filter(known -> CLOCK_SIGMAS * known.uncertainty() < PROVED_AT_ONCE_SECONDS)
                .filter(known -> known.seconds() < pair.a().seconds()
                        && -known.seconds() < pair.b().seconds())
                .map(known -> List.of(new Trial(pair.a(), pair.b(), known.seconds(), PROVED_AT_ONCE_SECONDS)))
                .orElse(List.of());
    }

    private boolean clocksAllow(Pair pair, double lag) {
        return day.learned(pair.a(), pair.b())
                .map(known -> Math.abs(known.seconds() - lag) < tolerance(known))
                .orElse(true);
    }
}
