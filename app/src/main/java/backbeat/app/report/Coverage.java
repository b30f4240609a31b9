package backbeat.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** How many placed pictures stand over each stretch of the song. */
final class Coverage {
    /** Shorter holes are edges of frames, nothing that anybody could film. */
    private static final double SHORTEST_SECONDS = 0.1;

    /** @param clips two stands for two or more */
    record Run(double start, double end, int clips) {}

    private Coverage() {}

    static List<Run> of(List<Placed> placed, double duration) {
        TreeSet<Double> edges = new TreeSet<>(List.of(0.0, duration));
        for (Placed p : placed) {
            edges.add(Math.clamp(p.start(), 0, duration));
            edges.add(Math.clamp(p.end(), 0, duration));
        }
        List<Run> runs = new ArrayList<>();
        double from = 0;
        for (double to : edges.tailSet(0.0, false)) {
            add(runs, new Run(from, to, clipsOver(placed, (from + to) / 2)));
            from = to;
        }
        return runs;
    }

    static List<Run> gaps(List<Run> runs) {
        return runs.stream().filter(r -> r.clips() == 0).toList();
    }

    private static void add(List<Run> runs, Run next) {
        boolean fraction = next.end() - next.start() < SHORTEST_SECONDS;
        if (!runs.isEmpty() && (fraction || runs.getLast().clips() == next.clips())) {
            Run last = runs.removeLast();
            runs.add(new Run(last.start(), next.end(), last.clips()));
        } else {
            runs.add(next);
        }
    }

    private static int clipsOver(List<Placed> placed, double seconds) {
        return (int) placed.stream()
                .filter(p -> p.start() <= seconds && seconds < p.end())
                .limit(2)
                .count();
    }
}
