package backbeat.app.cli;

import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.ClipSync;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** How clips stand on the song, for the closing lines of a run: how many, and which ones a person should look at. */
final class SyncWords {
    private static final int MOST_NAMED = 10;

    private SyncWords() {}

    static void print(SyncResult sync, PrintWriter to) {
        to.println("sync      " + summary(sync.clips()));
        name("in doubt", sync.clips().stream().filter(SyncWords::isInDoubt).toList(), to);
        name("refused", sync.clips().stream().filter(SyncWords::isRefused).toList(), to);
    }

    /** Placed for certain, in doubt and refused are all the clips there are. */
    static String summary(List<ClipSync> clips) {
        long refused = clips.stream().filter(SyncWords::isRefused).count();
        long doubtful = clips.stream().filter(SyncWords::isInDoubt).count();
        return clips.size() + (clips.size() == 1 ? " clip: " : " clips: ") + (clips.size() - refused - doubtful)
                + " on the song" + (doubtful == 0 ? "" : ", " + doubtful + " in doubt") + ", " + refused + " refused";
    }

    private static boolean isRefused(ClipSync clip) {
        return clip.verdict().equals("unmatched");
    }

    private static boolean isInDoubt(ClipSync clip) {
        boolean sure = clip.isMatched() && clip.matches().stream().anyMatch(SyncResult.Match::sure);
        return !sure && !isRefused(clip);
    }

    private static void name(String kind, List<ClipSync> clips, PrintWriter to) {
        clips.stream()
                .limit(MOST_NAMED)
                .forEach(clip -> to.println(String.format(Locale.ROOT, "%-9s %s: %s", kind, clip.path(), why(clip))));
        if (clips.size() > MOST_NAMED) {
            to.println(String.format(Locale.ROOT, "%-9s and %d more", "", clips.size() - MOST_NAMED));
        }
    }

    private static String why(ClipSync clip) {
        return clip.reason() == null ? "" : clip.reason().text();
    }
}
