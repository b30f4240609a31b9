package backbeat.engine.take;

import backbeat.engine.derive.SideBySide;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clips that ran together because they heard the same air: talk, claps, the room, away from the playback. Asked only for clips that the song and the clocks leave
 * open. What a clip shares with two clips of one camera at the same time was played from a recording; it proves nothing.
 */
final class AirLinks {
    private static final double LEAST_OVERLAP_SECONDS = 2;
    /** A second proves at most half of what is wanted. */
    private static final double LEAST_FREE_SECONDS = 2;

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
        rolls.forEach(roll -> playable.put(roll, Playable.of(roll, songSeconds)));
        List<Roll> asked = asked(rolls, known);
        if (asked.stream().map(Roll::camera).distinct().count() < 2) {
            return List.of();
        }
        AirSearch search = new AirSearch();
        List<Roll> listed = listed(asked, search, work);
        List<Proven> links = new ArrayList<>();
        for (AirTrials.Trial trial : new AirTrials(day, search, listed).trials(listed, shared)) {
            link(trial, work).ifPresent(link -> keepBetter(links, link));
        }
        return withoutRecordings(links.stream().map(Proven::link).toList());
    }

    private record Proven(Link link, double score) {
        boolean isOfPair(Proven other) {
            return link.a().equals(other.link.a()) && link.b().equals(other.link.b());
        }
    }

    /** Of a pair that was tried at several places, the best. */
    private static void keepBetter(List<Proven> links, Proven next) {
        if (!links.isEmpty() && links.getLast().isOfPair(next)) {
            if (links.getLast().score() >= next.score()) {
                return;
            }
            links.removeLast();
        }
        links.add(next);
    }

    /** Clips that are open, and those of other cameras that may have run with them. */
    private List<Roll> asked(List<Roll> rolls, List<Link> known) {
        List<Roll> audible = rolls.stream()
                .filter(AirLinks::isAudible)
                .filter(roll -> playableOf(roll).freeSeconds(roll.seconds()) > LEAST_FREE_SECONDS)
                .toList();
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
        return day.learned(a, b)
                .map(known -> known.seconds() < a.seconds() + AirTrials.tolerance(known)
                        && -known.seconds() < b.seconds() + AirTrials.tolerance(known))
                .orElse(true);
    }

    private List<Roll> listed(List<Roll> asked, AirSearch search, Work work) {
        List<Optional<Air.Trace>> traces =
                SideBySide.each(asked, roll -> trace(roll, work), roll -> done -> "comparing cameras", work);
        List<Roll> listed = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Roll roll = asked.get(i);
            traces.get(i).ifPresent(trace -> {
                search.add(roll.camera(), trace, playableOf(roll));
                listed.add(roll);
            });
        }
        return listed;
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

    private Optional<Proven> link(AirTrials.Trial trial, Work work) {
        work.stopIfCancelled();
        Air.Trace first = trace(trial.a(), work).orElse(null);
        Air.Trace second = trace(trial.b(), work).orElse(null);
        if (first == null || second == null) {
            return Optional.empty();
        }
        return AirProof.of(first, playableOf(trial.a()), second, playableOf(trial.b()), trial.lag())
                .filter(fit -> Math.abs(fit.startDifference() - trial.lag()) < trial.tolerance())
                .map(fit -> new Proven(link(trial.a(), trial.b(), fit), fit.score()));
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
                if (to - from > LEAST_OVERLAP_SECONDS) {
                    return true;
                }
            }
        }
        return false;
    }
}
