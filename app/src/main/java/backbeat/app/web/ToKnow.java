package backbeat.app.web;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something to know of a cut, told once however many clips it is true of.
 *
 * @param where the clips, in one line
 */
public record ToKnow(String what, String remedy, String where) {
    private static final int NAMED = 4;

    static List<ToKnow> of(List<Finding> findings) {
        Map<String, List<Problem>> alike = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Problem problem = finding.problem();
            alike.computeIfAbsent(problem.what() + problem.remedy(), key -> new ArrayList<>())
                    .add(problem);
        }
        return alike.values().stream().map(ToKnow::once).toList();
    }

    private static ToKnow once(List<Problem> alike) {
        List<String> places = alike.stream()
                .map(Problem::where)
                .filter(place -> !place.isEmpty())
                .map(place -> place.substring(place.lastIndexOf('/') + 1))
                .distinct()
                .toList();
        String more = places.size() > NAMED ? " and " + (places.size() - NAMED) + " more" : "";
        String where = String.join(", ", places.subList(0, Math.min(NAMED, places.size()))) + more;
        return new ToKnow(alike.getFirst().what(), alike.getFirst().remedy(), where);
    }
}
