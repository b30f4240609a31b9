package backbeat.engine.take;

import backbeat.engine.derive.CancelledException;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clips that ran together because they heard the same air: talk, claps, the room, away from the playback. Asked only for clips that the song and the clocks leave
 * open. What a clip shares with two clips of one camera at the same time was played from a recording; it proves nothing.
 */
final class AirLinks {
    private static final int LEAST_HITS_WHERE_EXPECTED = 3;
    private static final int LEAST_HITS = 8;
    private static final double WHERE_EXPECTED_SECONDS = 0.12;
    private static final int MOST_TRIED = 3;
    private static final double CLOCK_SIGMAS = 4;
    private static final double LEAST_TOLERANCE_SECONDS = 2;
    private static final double SURE_SCORE = 150;
    private static final int SURE_BLOCKS = 5;
    private static final double CHANCE = 0.02;
    private static final double CHANCE_WHEN_SURE = 0.003;

    private final Traces traces;
    private final DayClock day;
    private final Map<Roll, Playable> playable = new HashMap<>();

    /** Where the sound of clips comes from. */
    @FunctionalInterface
    interface Traces {
        /** @throws ProblemException when it cannot be decoded */
        Air.Trace of(Roll roll, Work work);
    }

    AirLinks(Traces traces, DayClock day) {
        this.traces = traces;
        this.day = day;
    }

    /**
     * @param known links that song and clocks gave
     * @param shared pairs that heard the same bars
     */
    List<Link> links(List<Roll> rolls, List<Link> known, List<SharedSong> shared, double songSeconds, Work work) {
        List<Roll> asked = asked(rolls, known);
        if (asked.stream().map(Roll::camera).distinct().count() < 2) {
            return List.of();
        }
        asked.forEach(roll -> playable.put(roll, Playable.of(roll, songSeconds)));
        AirSearch search = new AirSearch();
        List<Roll> listed = listed(asked, search, work);
        Map<List<Roll>, List<AirSearch.Candidate>> byPair = new HashMap<>();
        for (AirSearch.Candidate candidate : search.candidates(LEAST_HITS_WHERE_EXPECTED)) {
            byPair.computeIfAbsent(
                            List.of(listed.get(candidate.first()), listed.get(candidate.second())),
                            pair -> new ArrayList<>())
                    .add(candidate);
        }
        List<Link> links = new ArrayList<>();
        byPair.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().getFirst().path()
                        + '\0'
                        + entry.getKey().getLast().path()))
                .forEach(entry -> link(entry.getKey(), worthTrying(entry.getKey(), entry.getValue(), shared), work)
                        .ifPresent(links::add));
        return withoutRecordings(links);
    }

    /** Clips that are open, and those of other cameras that may have run with them. */
    private List<Roll> asked(List<Roll> rolls, List<Link> known) {
        List<Roll> audible = rolls.stream().filter(AirLinks::isAudible).toList();
        List<Roll> open = audible.stream()
                .filter(roll -> !roll.isPlaced() || known.stream().noneMatch(link -> isSure(link, roll)))
                .toList();
        return audible.stream()
                .filter(roll -> open.stream()
                        .anyMatch(other -> !other.camera().equals(roll.camera()) && mayOverlap(roll, other)))
                .toList();
    }

    private static boolean isAudible(Roll roll) {
        return roll.clip().hasSound() && !Words.isSilent(roll.sync()) && !Words.isUnreadable(roll.sync());
    }

    private static boolean isSure(Link link, Roll roll) {
        return link.has(roll) && link.evidence() == Link.Evidence.SONG_AND_CLOCK;
    }

    private boolean mayOverlap(Roll a, Roll b) {
        return day.between(a, b)
                .map(known -> known.seconds() < a.seconds() + tolerance(known)
                        && -known.seconds() < b.seconds() + tolerance(known))
                .orElse(true);
    }

    private static double tolerance(DayClock.Between known) {
        return Math.max(LEAST_TOLERANCE_SECONDS, CLOCK_SIGMAS * known.uncertainty());
    }

    private List<Roll> listed(List<Roll> asked, AirSearch search, Work work) {
        List<Roll> listed = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.max(1, work.limits().processes()));
        try {
            List<Future<Optional<Air.Trace>>> traces = asked.stream()
                    .map(roll -> threads.submit(() -> {
                        Optional<Air.Trace> trace = trace(roll, work);
                        work.progress((double) done.incrementAndGet() / asked.size(), "comparing cameras");
                        return trace;
                    }))
                    .toList();
            for (int i = 0; i < asked.size(); i++) {
                Roll roll = asked.get(i);
                traces.get(i).get().ifPresent(trace -> {
                    search.add(roll.camera(), trace, playableOf(roll));
                    listed.add(roll);
                });
            }
            return listed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    /** Sound that cannot be decoded was told of when the clip was heard alone. */
    private Optional<Air.Trace> trace(Roll roll, Work work) {
        try {
            return Optional.of(traces.of(roll, work));
        } catch (ProblemException undecodable) {
            return Optional.empty();
        }
    }

    private Playable playableOf(Roll roll) {
        return playable.getOrDefault(roll, new Playable(List.of()));
    }

    /** For two placed clips only where the song puts them; else where the clocks allow it, the most hits first. */
    private List<Double> worthTrying(List<Roll> pair, List<AirSearch.Candidate> candidates, List<SharedSong> shared) {
        Roll a = pair.getFirst();
        Roll b = pair.getLast();
        List<AirSearch.Candidate> possible = candidates.stream()
                .filter(candidate -> clocksAllow(a, b, candidate.lagSeconds()))
                .toList();
        if (a.isPlaced() && b.isPlaced()) {
            return shared.stream()
                    .flatMap(song -> expected(song, a, b).stream())
                    .filter(expected -> possible.stream()
                            .anyMatch(
                                    candidate -> Math.abs(candidate.lagSeconds() - expected) < WHERE_EXPECTED_SECONDS))
                    .distinct()
                    .toList();
        }
        return possible.stream()
                .filter(candidate -> candidate.hits() >= LEAST_HITS)
                .sorted(Comparator.comparingInt(AirSearch.Candidate::hits).reversed())
                .limit(MOST_TRIED)
                .map(AirSearch.Candidate::lagSeconds)
                .toList();
    }

    private static Optional<Double> expected(SharedSong song, Roll a, Roll b) {
        String first = song.a().path();
        String second = song.b().path();
        if (first.equals(a.path()) && second.equals(b.path())) {
            return Optional.of(song.startDifference());
        }
        boolean reversed = first.equals(b.path()) && second.equals(a.path());
        return reversed ? Optional.of(-song.startDifference()) : Optional.empty();
    }

    private boolean clocksAllow(Roll a, Roll b, double lag) {
        return day.between(a, b)
                .map(known -> Math.abs(known.seconds() - lag) < tolerance(known))
                .orElse(true);
    }

    private Optional<Link> link(List<Roll> pair, List<Double> lags, Work work) {
        if (lags.isEmpty()) {
            return Optional.empty();
        }
        Roll a = pair.getFirst();
        Roll b = pair.getLast();
        Air.Trace first = trace(a, work).orElse(null);
        Air.Trace second = trace(b, work).orElse(null);
        if (first == null || second == null) {
            return Optional.empty();
        }
        return lags.stream()
                .flatMap(lag -> AirProof.of(first, playableOf(a), second, playableOf(b), lag).stream())
                .max(Comparator.comparingDouble(AirProof.Fit::score))
                .map(fit -> link(a, b, fit));
    }

    private static Link link(Roll a, Roll b, AirProof.Fit fit) {
        boolean sure = fit.score() >= SURE_SCORE && fit.blocks() >= SURE_BLOCKS;
        return new Link(
                a,
                b,
                fit.startDifference(),
                Math.hypot(fit.uncertainty(), SharedSong.FLIGHT_SECONDS),
                sure ? CHANCE_WHEN_SURE : CHANCE,
                Link.Evidence.AIR,
                fit.driftPpm(),
                fit.driftUncertaintyPpm());
    }

    private static List<Link> withoutRecordings(List<Link> links) {
        return links.stream()
                .filter(link -> links.stream().noneMatch(other -> isRepeated(link, other)))
                .toList();
    }

    /** Whether one clip of both links shares its sound with two clips of another camera that it would put at the same time. */
    private static boolean isRepeated(Link link, Link other) {
        for (Roll roll : List.of(link.a(), link.b())) {
            Roll one = link.other(roll);
            Roll two = other.has(roll) ? other.other(roll) : one;
            if (!one.equals(two) && one.camera().equals(two.camera())) {
                double from = Math.max(link.from(roll), other.from(roll));
                double to = Math.min(link.from(roll) + one.seconds(), other.from(roll) + two.seconds());
                if (to - from > LEAST_TOLERANCE_SECONDS) {
                    return true;
                }
            }
        }
        return false;
    }
}
