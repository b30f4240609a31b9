package backbeat.engine.take;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clips that ran together, on one clock whose zero is the start of the first of them.
 *
 * <p>Starts are the least-squares solution of all links, found by relaxing them one after the other. A link that the others contradict by more than four standard
 * deviations is left out of the sum and told.
 *
 * @param starts seconds from the group's zero to each clip's start
 */
record TakeGroup(String id, Map<Roll, Double> starts, List<Link> links, List<Link> outliers) {
    private static final int ROUNDS = 60;
    private static final double OUTLIER_SIGMAS = 4;

    /** Groups of clips that are linked, in the order of their first clips' paths. */
    static List<TakeGroup> of(List<Roll> rolls, List<Link> links) {
        List<TakeGroup> groups = new ArrayList<>();
        Map<Roll, Integer> seen = new LinkedHashMap<>();
        for (Roll roll : rolls) {
            List<Roll> members = reached(roll, links, seen, groups.size());
            if (members.size() > 1) {
                List<Link> inside = links.stream()
                        .filter(link -> members.contains(link.a()))
                        .toList();
                groups.add(solved("group-" + (groups.size() + 1), members, inside));
            }
        }
        return groups;
    }

    private static List<Roll> reached(Roll first, List<Link> links, Map<Roll, Integer> seen, int group) {
        List<Roll> members = new ArrayList<>();
        Deque<Roll> open = new ArrayDeque<>();
        if (seen.putIfAbsent(first, group) == null) {
            open.add(first);
        }
        while (!open.isEmpty()) {
            Roll roll = open.remove();
            members.add(roll);
            for (Link link : links) {
                if (link.has(roll) && seen.putIfAbsent(link.other(roll), group) == null) {
                    open.add(link.other(roll));
                }
            }
        }
        return members;
    }

    private static TakeGroup solved(String id, List<Roll> members, List<Link> links) {
        List<Link> kept = new ArrayList<>(links);
        List<Link> outliers = new ArrayList<>();
        Map<Roll, Double> starts = relaxed(members, kept);
        Optional<Link> worst = worst(starts, kept);
        while (worst.isPresent()) {
            kept.remove(worst.get());
            outliers.add(worst.get());
            starts = relaxed(members, kept);
            worst = worst(starts, kept);
        }
        double zero =
                starts.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        starts.replaceAll((roll, start) -> start - zero);
        return new TakeGroup(id, starts, kept, outliers);
    }

    /** The link that fits least, if it fits not at all and the group holds together without it. */
    private static Optional<Link> worst(Map<Roll, Double> starts, List<Link> links) {
        return links.stream()
                .filter(link -> misfit(starts, link) > OUTLIER_SIGMAS)
                .filter(link -> stillTogether(starts, links, link))
                .max(Comparator.comparingDouble(link -> misfit(starts, link)));
    }

    private static double misfit(Map<Roll, Double> starts, Link link) {
        double found = starts.getOrDefault(link.b(), 0.0) - starts.getOrDefault(link.a(), 0.0);
        return Math.abs(found - link.startDifference()) / link.uncertainty();
    }

    private static boolean stillTogether(Map<Roll, Double> starts, List<Link> links, Link without) {
        List<Link> rest = links.stream().filter(link -> !link.equals(without)).toList();
        Roll first = starts.keySet().iterator().next();
        return reached(first, rest, new LinkedHashMap<>(), 0).size() == starts.size();
    }

    private static Map<Roll, Double> relaxed(List<Roll> members, List<Link> links) {
        Map<Roll, Double> starts = new LinkedHashMap<>();
        starts.put(members.getFirst(), 0.0);
        for (Roll roll : members) {
            links.stream()
                    .filter(link -> link.has(roll) && starts.containsKey(link.other(roll)))
                    .min(Comparator.comparingDouble(Link::uncertainty))
                    .ifPresent(link ->
                            starts.putIfAbsent(roll, starts.getOrDefault(link.other(roll), 0.0) - link.from(roll)));
        }
        members.forEach(roll -> starts.putIfAbsent(roll, 0.0));
        for (int round = 0; round < ROUNDS; round++) {
            for (Roll roll : members) {
                relax(roll, starts, links);
            }
        }
        return starts;
    }

    private static void relax(Roll roll, Map<Roll, Double> starts, List<Link> links) {
        double sum = 0;
        double weights = 0;
        for (Link link : links) {
            if (link.has(roll)) {
                double weight = 1 / (link.uncertainty() * link.uncertainty());
                sum += weight * (starts.getOrDefault(link.other(roll), 0.0) - link.from(roll));
                weights += weight;
            }
        }
        if (weights > 0) {
            starts.put(roll, sum / weights);
        }
    }

    double startOf(Roll roll) {
        return starts.getOrDefault(roll, 0.0);
    }

    /** The link that ties a clip best to a placed one. */
    Optional<Link> bestLinkToPlaced(Roll roll) {
        return links.stream()
                .filter(link -> link.has(roll) && link.other(roll).isPlaced())
                .min(Comparator.comparingDouble(Link::uncertainty));
    }

    List<Roll> inOrder() {
        return starts.keySet().stream()
                .sorted(Comparator.comparingDouble(this::startOf).thenComparing(Roll::path))
                .toList();
    }
}
