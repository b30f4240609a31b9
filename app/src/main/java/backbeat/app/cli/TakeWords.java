package backbeat.app.cli;

import backbeat.engine.problem.Finding;
import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.ClipSync;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;

/** What cameras tell of each other, for the closing lines of a run. */
final class TakeWords {
    private TakeWords() {}

    static void print(SyncResult sync, PrintWriter to) {
        if (!sync.groups().isEmpty()) {
            to.println("takes     " + groups(sync));
        }
        for (Map.Entry<String, Long> source : bySource(sync).entrySet()) {
            to.println("placed    " + counted(source.getValue(), "clip") + " " + words(source.getKey()));
        }
        sync.findings().stream()
                .map(Finding::problem)
                .filter(problem -> problem.code().startsWith("take/"))
                .forEach(problem -> to.println("clocks    " + problem.what()));
    }

    private static String groups(SyncResult sync) {
        long clips =
                sync.groups().stream().mapToLong(group -> group.clips().size()).sum();
        return counted(sync.groups().size(), "group") + " of " + counted(clips, "clip") + " that ran together";
    }

    /** Of what sound placed there is nothing special to say. */
    private static Map<String, Long> bySource(SyncResult sync) {
        Map<String, Long> counts = new TreeMap<>();
        for (ClipSync clip : sync.clips()) {
            if (clip.source() != null && !clip.source().equals("sound")) {
                counts.merge(clip.source(), 1L, Long::sum);
            }
        }
        return counts;
    }

    private static String words(String source) {
        return switch (source) {
            case "group" -> "through another camera";
            case "ltc" -> "by timecode in the sound";
            case "timecode" -> "by timecode";
            default -> "by hand";
        };
    }

    private static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
