package backbeat.engine.interchange;

import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ReadingProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a reader noticed; of one kind no more than a person would read. */
final class ReadingFindings {
    private static final int MOST_OF_A_KIND = 50;

    private static final int LONGEST_KEPT = 1 << 16;
    private static final int MOST_KEPT = 1 << 25;

    private int room = MOST_KEPT;
    private final List<Finding> told = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** Whether a text that is not understood may be kept: bounded for itself and for the whole file. */
    boolean hasRoomFor(String text) {
        if (text.length() > LONGEST_KEPT || text.length() > room) {
            note(ReadingProblems.notKept());
            return false;
        }
        room -= text.length();
        return true;
    }

    void warn(Problem problem) {
        add(Finding.warning(problem));
    }

    void note(Problem problem) {
        add(Finding.note(problem));
    }

    private void add(Finding finding) {
        if (counts.merge(finding.problem().code(), 1, Integer::sum) <= MOST_OF_A_KIND) {
            told.add(finding);
        }
    }

    List<Finding> told() {
        List<Finding> all = new ArrayList<>(told);
        counts.forEach((code, count) -> {
            if (count > MOST_OF_A_KIND) {
                all.add(Finding.note(ReadingProblems.more(code, count - MOST_OF_A_KIND)));
            }
        });
        return List.copyOf(all);
    }
}
