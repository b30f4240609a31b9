package backbeat.app.web;

import backbeat.engine.song.SongMap;
import backbeat.studio.edit.Results;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What lists tell of a production's results. Reading them costs milliseconds, and of many productions seconds, so the facts are remembered until a file is another.
 *
 * @param outline points of the song's energy as an SVG path in a box of 600 by 34
 */
record ResultFacts(boolean picture, String outline, String song, int clips, int placed) {
    private static final int REMEMBERED = 4000;
    private static final List<String> FILES = List.of("song-map.json", "footage.json", "sync.json");
    private static final Map<String, Known> KNOWN = new ConcurrentHashMap<>();

    private record Known(List<Optional<Instant>> written, ResultFacts facts) {}

    static ResultFacts of(String productionId, Results results) {
        List<Optional<Instant>> written = FILES.stream().map(results::written).toList();
        Known known = KNOWN.get(productionId);
        if (known != null && known.written().equals(written)) {
            return known.facts();
        }
        ResultFacts facts = read(results);
        if (KNOWN.size() >= REMEMBERED) {
            KNOWN.clear();
        }
        KNOWN.put(productionId, new Known(written, facts));
        return facts;
    }

    private static ResultFacts read(Results results) {
        Optional<SongMap> map = results.songMap();
        return new ResultFacts(
                results.picture(0).isPresent(),
                map.map(ResultFacts::outline).orElse(""),
                map.map(ResultFacts::words).orElse(""),
                results.footage().map(view -> view.clips().size()).orElse(0),
                (int) results.sync().stream()
                        .flatMap(sync -> sync.clips().stream())
                        .filter(clip -> clip.isMatched())
                        .count());
    }

    private static String outline(SongMap map) {
        List<Double> values = map.energy().values();
        StringBuilder path = new StringBuilder();
        int columns = 150;
        for (int i = 0; i < columns && !values.isEmpty(); i++) {
            double from = map.duration() * i / columns;
            double half = 1.5 + 14 * map.energy().mean(from, map.duration() * (i + 1) / columns);
            path.append(String.format(Locale.ROOT, "M%d %.1fV%.1f", i * 4 + 2, 17 - half, 17 + half));
        }
        return path.toString();
    }

    private static String words(SongMap map) {
        String length = clock(map.duration());
        return map.steady() && !map.tempo().isEmpty()
                ? String.format(
                        Locale.ROOT,
                        "%s · %.0f bpm · %d bars",
                        length,
                        map.tempo().getFirst().bpm(),
                        map.bars().size())
                : length;
    }

    /** Minutes and seconds. */
    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
