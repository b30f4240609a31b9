package backbeat.app.web;

import backbeat.engine.song.SongMap;
import backbeat.studio.Studio;
import backbeat.studio.edit.Results;
import backbeat.studio.people.Crew;
import backbeat.studio.production.Production;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A production as lists show it.
 *
 * @param picture link to a picture of its footage; empty when there is none
 * @param outline points of its song's energy as an SVG path in a box of 600 by 34
 */
public record ProductionRow(
        Production production,
        List<StageView> stages,
        String picture,
        String outline,
        String songFacts,
        int openComments,
        int clips,
        int placed,
        List<String> initials) {

    static ProductionRow of(Production production, List<StageView> stages, Studio studio) {
        Results results = studio.results(production.id());
        Optional<SongMap> map = results.songMap();
        var footage = results.footage();
        return new ProductionRow(
                production,
                stages,
                results.picture(0).isPresent() ? "/p/" + production.id() + "/clips/0.jpg" : "",
                map.map(ProductionRow::outline).orElse(""),
                map.map(ProductionRow::facts).orElse(""),
                (int) studio.comments().of(production.id()).stream()
                        .filter(comment -> !comment.resolved() && !comment.isAnswer())
                        .count(),
                footage.map(view -> view.clips().size()).orElse(0),
                (int) results.sync().stream()
                        .flatMap(sync -> sync.clips().stream())
                        .filter(clip -> clip.isMatched())
                        .count(),
                studio.crew().of(production.id()).stream()
                        .map(Crew.Member::account)
                        .map(account -> account.initials())
                        .limit(4)
                        .toList());
    }

    /** The first stage that is not done. */
    public StageView stage() {
        return stages.stream()
                .filter(stage -> !stage.link().isEmpty() && stage.percent() < 100)
                .findFirst()
                .orElse(stages.get(3));
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

    private static String facts(SongMap map) {
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
