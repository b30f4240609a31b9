package backbeat.app.cli;

import backbeat.engine.cut.RoughCut;
import backbeat.engine.footage.Footage;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The closing lines of the main job: what was found, what was made, what needs a look. */
final class CutWords {
    private CutWords() {}

    static void print(CutJob.Outcome outcome, Path out, PrintWriter to) {
        to.println("song      " + song(outcome.map()));
        to.println("footage   " + footage(outcome.footage()));
        to.println("sync      " + sync(outcome.sync()));
        to.println("cut       " + cut(outcome.cut()));
        to.println("written   " + out + ": " + String.join(", ", outcome.files()));
        to.println("look at   " + out.resolve("report.html"));
    }

    private static String song(SongMap map) {
        long tenths = Math.round(map.duration() * 10);
        String length = String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
        if (!map.steady()) {
            return length + ", no steady beat" + (map.reason() == null ? "" : ": " + map.reason());
        }
        return String.format(
                Locale.ROOT,
                "%s, %d bars, %.1f beats a minute, %d sections",
                length,
                map.bars().size(),
                map.tempo().getFirst().bpm(),
                map.sections().size());
    }

    private static String footage(Footage footage) {
        long troubled =
                footage.files().stream().filter(file -> file.problem() != null).count();
        return counted(footage.clips().size(), "clip") + " from " + counted(cameras(footage), "camera")
                + (troubled == 0 ? "" : "; " + counted(troubled, "file") + " could not be used (see the report)");
    }

    private static long cameras(Footage footage) {
        return footage.clips().stream().map(clip -> clip.camera()).distinct().count();
    }

    private static String sync(SyncResult sync) {
        List<SyncResult.ClipSync> clips = sync.clips();
        long ambiguous = clips.stream()
                .filter(clip -> clip.verdict().equals("ambiguous"))
                .count();
        long placed = clips.stream().filter(SyncResult.ClipSync::isMatched).count();
        return placed + " on the song" + (ambiguous == 0 ? "" : ", " + ambiguous + " in doubt") + ", "
                + (clips.size() - placed - ambiguous) + " refused";
    }

    private static String cut(RoughCut cut) {
        return counted(cut.choices().size(), "shot") + ", "
                + cut.timeline().width() + " x " + cut.timeline().height() + " at "
                + cut.timeline().rate().spoken() + " frames a second";
    }

    private static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
