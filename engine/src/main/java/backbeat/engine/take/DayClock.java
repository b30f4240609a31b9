package backbeat.engine.take;

import backbeat.engine.sync.SyncResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The clock of the day: that of one camera, to which the clocks of the others are led back by what was learned of them. A clock of which nothing was learned tells
 * nothing, but for timecode of cameras that never heard the song: where all others are set alike, it is taken to be set so too, and told as an assumption.
 */
final class DayClock {
    private static final double SET_ALIKE_SECONDS = 5;
    private static final double ASSUMED_SECONDS = 2;
    private static final double ASSUMED_CHANCE = 0.4;
    private static final double LOCKED_SECONDS = 0.1;
    private static final double ASSUMED_CHANCE_WHEN_LOCKED = 0.15;

    /**
     * @param reference the clock that it is led back to
     * @param steps on the way there
     */
    private record Setting(
            CameraClock clock,
            CameraClock reference,
            List<ClockRelation> steps,
            double assumedUncertainty,
            double assumedChance) {
        static Setting learned(CameraClock clock, CameraClock reference, List<ClockRelation> steps) {
            return new Setting(clock, reference, steps, 0, 0);
        }

        boolean assumed() {
            return assumedChance > 0;
        }

        DayTime dayTime(Reading reading) {
            double seconds = reading.seconds();
            double variance = reading.grain() * reading.grain() + assumedUncertainty * assumedUncertainty;
            double chance = assumedChance;
            CameraClock at = clock;
            for (ClockRelation step : steps) {
                boolean backwards = step.second().equals(at);
                double next = backwards ? step.firstFrom(seconds) : step.secondFrom(seconds);
                double doubt = step.uncertaintyAt(backwards ? next : seconds);
                variance += doubt * doubt;
                chance += step.chance();
                seconds = next;
                at = backwards ? step.first() : step.second();
            }
            return new DayTime(seconds, Math.sqrt(variance), Math.min(1, chance), clock, reference, assumed());
        }
    }

    private final Map<CameraClock, Setting> settings = new LinkedHashMap<>();
    private final List<ClockRelation> used = new ArrayList<>();
    private final Map<String, List<DayTime>> known = new HashMap<>();

    /** @param silentCameras those without any place on the song */
    DayClock(List<CameraClock> clocks, List<ClockRelation> relations, List<String> silentCameras) {
        Optional<CameraClock> reference = reference(clocks, relations, clock -> clock.kind() == ClockKind.TIMECODE);
        while (reference.isPresent()) {
            boolean first = settings.isEmpty();
            settings.put(reference.get(), Setting.learned(reference.get(), reference.get(), List.of()));
            connect(relations);
            if (first) {
                assume(reference.get(), clocks, silentCameras);
            }
            reference = reference(clocks, relations, clock -> false);
        }
    }

    /** Of the clocks that are still unknown the one that most others are known against. */
    private Optional<CameraClock> reference(
            List<CameraClock> clocks, List<ClockRelation> relations, Predicate<CameraClock> evenAlone) {
        return clocks.stream()
                .filter(clock -> clock.doubt() == null && !settings.containsKey(clock))
                .filter(clock ->
                        evenAlone.test(clock) || relations.stream().anyMatch(relation -> touches(relation, clock)))
                .max(Comparator.<CameraClock>comparingLong(clock -> relations.stream()
                                .filter(relation -> touches(relation, clock))
                                .count())
                        .thenComparing(CameraClock::kind, Comparator.reverseOrder())
                        .thenComparingInt(clock -> clock.readings().size())
                        .thenComparing(CameraClock::camera, Comparator.reverseOrder()));
    }

    private static boolean touches(ClockRelation relation, CameraClock clock) {
        return relation.first().equals(clock) || relation.second().equals(clock);
    }

    /** The surest relations first. */
    private void connect(List<ClockRelation> relations) {
        Optional<ClockRelation> next = surest(relations);
        while (next.isPresent()) {
            ClockRelation relation = next.get();
            boolean knowsFirst = settings.containsKey(relation.first());
            Setting known = settings.get(knowsFirst ? relation.first() : relation.second());
            CameraClock added = knowsFirst ? relation.second() : relation.first();
            if (known != null) {
                List<ClockRelation> steps = new ArrayList<>(List.of(relation));
                steps.addAll(known.steps());
                settings.put(added, Setting.learned(added, known.reference(), steps));
            }
            used.add(relation);
            next = surest(relations);
        }
    }

    private Optional<ClockRelation> surest(List<ClockRelation> relations) {
        return relations.stream()
                .filter(relation -> settings.containsKey(relation.first()) != settings.containsKey(relation.second()))
                .min(Comparator.comparingDouble((ClockRelation relation) -> relation.chance() + relation.scatter()));
    }

    private void assume(CameraClock reference, List<CameraClock> clocks, List<String> silentCameras) {
        List<Setting> known = settings.values().stream()
                .filter(setting -> setting.clock().kind() == ClockKind.TIMECODE)
                .toList();
        double[] offsets = known.stream().mapToDouble(DayClock::offset).toArray();
        double middle = ClockLine.median(offsets);
        double spread = java.util.Arrays.stream(offsets)
                .map(offset -> Math.abs(offset - middle))
                .max()
                .orElse(Double.MAX_VALUE);
        if (spread > SET_ALIKE_SECONDS || Math.abs(middle) > SET_ALIKE_SECONDS) {
            return;
        }
        boolean locked = known.size() > 1 && spread < LOCKED_SECONDS;
        for (CameraClock clock : clocks) {
            boolean unknown =
                    clock.kind() == ClockKind.TIMECODE && !settings.containsKey(clock) && clock.doubt() == null;
            if (unknown && silentCameras.contains(clock.camera())) {
                settings.put(
                        clock,
                        new Setting(
                                clock,
                                reference,
                                List.of(),
                                locked ? LOCKED_SECONDS : Math.max(ASSUMED_SECONDS, spread),
                                locked ? ASSUMED_CHANCE_WHEN_LOCKED : ASSUMED_CHANCE));
            }
        }
    }

    private static double offset(Setting setting) {
        return setting.clock().readings().values().stream()
                .mapToDouble(reading -> setting.clock()
                        .difference(
                                setting.reference(),
                                reading.seconds() - setting.dayTime(reading).seconds()))
                .average()
                .orElse(0);
    }

    /**
     * @param seconds from the first clip's start to that of the second
     * @param uncertainty one standard deviation
     * @param chance that a clock was understood wrongly
     * @param clock of the second clip that told it
     * @param assumed whether a clock was taken to be right without anything that shows it
     */
    record Between(double seconds, double uncertainty, double chance, ClockKind clock, boolean assumed) {}

    /** What the clocks tell of two clips, by those that tell it most exactly. */
    Optional<Between> between(Roll a, Roll b) {
        Between best = null;
        for (DayTime first : times(a)) {
            for (DayTime second : times(b)) {
                if (first.isOnClockOf(second)) {
                    Between next = first.to(second);
                    boolean better = best == null
                            || (best.assumed() && !next.assumed())
                            || (best.assumed() == next.assumed() && next.uncertainty() < best.uncertainty());
                    best = better ? next : best;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The same where it was learned, not only assumed. */
    Optional<Between> learned(Roll a, Roll b) {
        return between(a, b).filter(told -> !told.assumed());
    }

    private List<DayTime> times(Roll roll) {
        return known.computeIfAbsent(
                roll.path(),
                path -> settings.values().stream()
                        .filter(setting -> setting.clock().camera().equals(roll.camera()))
                        .flatMap(setting ->
                                Optional.ofNullable(setting.clock().readings().get(path))
                                        .map(setting::dayTime)
                                        .stream())
                        .toList());
    }

    /** The best clock of each camera against that of the day. */
    List<SyncResult.CameraClock> cameras() {
        Map<String, SyncResult.CameraClock> told = new TreeMap<>();
        settings.values().stream()
                .filter(setting -> !setting.assumed())
                .sorted(Comparator.comparing(setting -> setting.clock().kind()))
                .forEach(setting -> told.putIfAbsent(setting.clock().camera(), told(setting)));
        return told.size() > 1 ? List.copyOf(told.values()) : List.of();
    }

    private static SyncResult.CameraClock told(Setting setting) {
        double reading = setting.clock().readings().values().stream()
                .mapToDouble(Reading::seconds)
                .average()
                .orElse(0);
        DayTime exact = setting.dayTime(new Reading(reading, 0));
        DayTime later = setting.dayTime(new Reading(reading + 1000, 0));
        double gained = 1000 - (later.seconds() - exact.seconds());
        boolean learned = setting.steps().stream().anyMatch(step -> step.rate() != 0);
        return new SyncResult.CameraClock(
                setting.clock().camera(),
                setting.clock().kind().contractWord(),
                rounded(offset(setting)),
                rounded(exact.uncertainty()),
                learned ? rounded(gained * 1000) : null);
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    /** What was learned and used. */
    List<ClockRelation> relations() {
        return List.copyOf(used);
    }
}
