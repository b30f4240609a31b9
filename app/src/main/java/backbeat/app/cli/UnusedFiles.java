package backbeat.app.cli;

import backbeat.engine.footage.Footage;
import backbeat.engine.footage.Footage.FileOutcome;
import backbeat.engine.footage.Footage.Outcome;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.FootageProblems;
import backbeat.engine.problem.Problem;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of the footage folder that could not be used, and why. */
final class UnusedFiles {
    private static final Set<Outcome> TO_LOOK_AT = Set.of(Outcome.SILENT, Outcome.UNREADABLE);

    private UnusedFiles() {}

    static Stream<Finding> findings(Footage footage) {
        return footage.files().stream().flatMap(UnusedFiles::finding);
    }

    private static Stream<Finding> finding(FileOutcome file) {
        Problem problem = file.problem();
        if (problem == null) {
            return Stream.empty();
        }
        Problem placed = problem.at(file.path());
        return Stream.of(TO_LOOK_AT.contains(file.outcome()) ? Finding.warning(placed) : Finding.note(placed));
    }

    /** Files that are neither clips nor belong to one. */
    static long besideClips(Footage footage) {
        Set<String> clips = footage.clips().stream().map(clip -> clip.path()).collect(Collectors.toSet());
        return footage.files().stream()
                .filter(file -> file.problem() != null && !clips.contains(file.path()))
                .count();
    }

    /** Where no report is written, a reason stands in the problem itself: of a clip rather than of a text that lies there, too. */
    static Problem nothingElse(Footage footage) {
        Problem nothing = FootageProblems.noUsableFootage(
                footage.folder().toString(), footage.files().size());
        String first = findings(footage)
                .min(Comparator.comparing(finding -> finding.problem().code().equals("footage/other-file")))
                .map(finding -> "For example " + finding.problem().where() + ": "
                        + finding.problem().what())
                .orElse("");
        return new Problem(nothing.code(), nothing.what(), nothing.where(), first, nothing.remedy());
    }
}
