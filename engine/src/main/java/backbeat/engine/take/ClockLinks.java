package backbeat.engine.take;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which clips ran together by what their clocks say, where the song does not contradict. */
final class ClockLinks {
    private static final double LEAST_OVERLAP_SECONDS = 0.5;
    private static final double SAME_TAKE_SECONDS = 1.5;
    private static final double SIGMAS = 4;
    private static final double CHANCE_OF_A_SLIP = 0.02;

    private final DayClock day;
    private final List<Roll> rolls;
    private final List<Link> links = new ArrayList<>();
    private final List<Link> contradicted = new ArrayList<>();

    /** @param shared pairs of clips that heard the same bars, by the clips' paths */
    ClockLinks(DayClock day, List<Roll> rolls, List<SharedSong> shared) {
        this.day = day;
        this.rolls = rolls;
        Map<List<String>, List<SharedSong>> byPaths = new HashMap<>();
        for (SharedSong pair : shared) {
            byPaths.computeIfAbsent(List.of(pair.a().path(), pair.b().path()), of -> new ArrayList<>())
                    .add(pair);
        }
        for (int i = 0; i < rolls.size(); i++) {
            for (int j = i + 1; j < rolls.size(); j++) {
                Roll a = rolls.get(i);
                Roll b = rolls.get(j);
                if (!a.camera().equals(b.camera())) {
                    look(a, b, byPaths);
                }
            }
        }
    }

    private void look(Roll a, Roll b, Map<List<String>, List<SharedSong>> byPaths) {
        day.learned(a, b).ifPresent(known -> {
            double overlap = Math.min(a.seconds(), known.seconds() + b.seconds()) - Math.max(0, known.seconds());
            if (overlap >= LEAST_OVERLAP_SECONDS) {
                link(a, b, known, byPaths);
            }
        });
    }

    private void link(Roll a, Roll b, DayClock.Between known, Map<List<String>, List<SharedSong>> byPaths) {
        double difference = known.seconds();
        double uncertainty = known.uncertainty();
        double chance = known.chance();
        Link byClock = Link.of(a, b, difference, uncertainty, chance, Link.Evidence.CLOCK);
        if (!a.isPlaced() || !b.isPlaced()) {
            links.add(byClock);
            return;
        }
        double tolerance = Math.max(SAME_TAKE_SECONDS, SIGMAS * uncertainty);
        List<Link> bySong = songLinks(a, b, byPaths).stream()
                .filter(link -> Math.abs(link.startDifference() - difference) < tolerance)
                .map(link ->
                        Link.of(a, b, link.startDifference(), link.uncertainty(), chance, Link.Evidence.SONG_AND_CLOCK))
                .toList();
        if (!bySong.isEmpty()) {
            links.addAll(bySong);
        } else if (Contradictions.contradict(a, b, difference)) {
            contradicted.add(byClock);
        }
    }

    private static List<Link> songLinks(Roll a, Roll b, Map<List<String>, List<SharedSong>> byPaths) {
        List<Link> all = new ArrayList<>();
        for (SharedSong pair : byPaths.getOrDefault(List.of(a.path(), b.path()), List.of())) {
            all.add(Link.of(a, b, pair.startDifference(), pair.uncertainty(), 0, Link.Evidence.SONG_AND_CLOCK));
        }
        for (SharedSong pair : byPaths.getOrDefault(List.of(b.path(), a.path()), List.of())) {
            all.add(Link.of(a, b, -pair.startDifference(), pair.uncertainty(), 0, Link.Evidence.SONG_AND_CLOCK));
        }
        return all;
    }

    List<Roll> rolls() {
        return rolls;
    }

    List<Link> links() {
        return List.copyOf(links);
    }

    /** These, and of what a person wrote down to be one take the clips that heard the same bars and that no clock told of. */
    List<Link> linksWith(SlateLog slate, List<SharedSong> shared) {
        List<Link> all = new ArrayList<>(links);
        for (SharedSong pair : shared) {
            boolean known = links.stream().anyMatch(link -> link.has(pair.a()) && link.has(pair.b()));
            if (!known && day.learned(pair.a(), pair.b()).isEmpty() && slate.sameTake(pair.a(), pair.b())) {
                all.add(Link.of(
                        pair.a(),
                        pair.b(),
                        pair.startDifference(),
                        pair.uncertainty(),
                        CHANCE_OF_A_SLIP,
                        Link.Evidence.SLATE));
            }
        }
        return all;
    }

    /** Clips that ran at the same time by their clocks, but heard different places of the song. */
    List<Link> contradicted() {
        return List.copyOf(contradicted);
    }
}
