package backbeat.app.cli;

import backbeat.engine.cut.CutMeasures;
import backbeat.engine.cut.PlanOutcome;
import backbeat.engine.cut.RoughCut;
import backbeat.engine.footage.Footage;
import backbeat.engine.problem.Finding;
import backbeat.engine.sync.SyncResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The closing lines of the main job: what was found, what was made, what needs a look. */
final class CutWords {
    private CutWords() {}

    static void print(CutJob.Outcome outcome, Path out, PrintWriter to) {
        to.println("song      " + SongWords.line(outcome.map()));
        to.println("footage   " + footage(outcome.footage()));
        to.println("sync      " + sync(outcome.footage(), outcome.sync()));
        TakeWords.print(outcome.sync(), to);
        to.println("cut       " + outcome.style().name() + ": " + cut(outcome.cut()));
        if (!outcome.cut().plan().isEmpty()) {
            to.println("plan      " + plan(outcome.cut().plan()));
        }
        to.println("written   " + out + ": " + String.join(", ", outcome.files()));
        outcome.findings().stream()
                .map(Finding::problem)
                .filter(problem -> problem.code().startsWith("cli/")
                        || problem.code().startsWith("cut/")
                        || problem.code().startsWith("shots/"))
                .forEach(problem -> to.println("note      " + problem.oneLine()));
        to.println("look at   " + out.resolve("report.html"));
    }

    private static String footage(Footage footage) {
        long others = UnusedFiles.besideClips(footage);
        return counted(footage.clips().size(), "clip") + " from " + counted(cameras(footage), "camera")
                + (others == 0 ? "" : "; " + counted(others, "other file") + " not used (see the report)");
    }

    private static long cameras(Footage footage) {
        return footage.clips().stream().map(clip -> clip.camera()).distinct().count();
    }

    /** Of the clips alone: files that are none stand in the line before. */
    private static String sync(Footage footage, SyncResult sync) {
        Set<String> paths = footage.clips().stream().map(clip -> clip.path()).collect(Collectors.toSet());
        List<SyncResult.ClipSync> clips = sync.clips().stream()
                .filter(clip -> paths.contains(clip.path()))
                .toList();
        return SyncWords.summary(clips);
    }

    private static String cut(RoughCut cut) {
        CutMeasures measures = cut.measures();
        String onBeat = measures.cuts() == 0
                ? ""
                : ", " + Math.round(100.0 * measures.cutsOnBeat() / measures.cuts()) + " % of cuts on a beat";
        return counted(measures.shots(), "shot")
                + String.format(Locale.ROOT, " of %.1f s on average", measures.meanSeconds())
                + onBeat + ", "
                + cut.timeline().width() + " x " + cut.timeline().height() + " at "
                + cut.timeline().rate().spoken() + " frames a second";
    }

    /** How many rows of the shot list came out how. */
    private static String plan(List<PlanOutcome> outcomes) {
        String ways = Stream.of(PlanOutcome.Verdict.values())
                .map(verdict -> Map.entry(
                        verdict.words(),
                        outcomes.stream().filter(o -> o.verdict() == verdict).count()))
                .filter(way -> way.getValue() > 0)
                .map(way -> way.getValue() + " " + way.getKey())
                .collect(Collectors.joining(", "));
        return counted(outcomes.size(), "row") + " of the shot list: " + ways;
    }

    private static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
