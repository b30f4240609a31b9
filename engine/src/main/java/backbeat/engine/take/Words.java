package backbeat.engine.take;

import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.sync.SyncResult.Reason;
import java.util.Locale;

/** What was found, in words for people. */
final class Words {
    private static final String WEAK = "sync/weak";
    private static final String NO_SOUND = "sync/no-sound";
    private static final String OTHER_SONG = "sync/other-song";
    private static final String UNREADABLE = "sync/unreadable";

    private Words() {}

    static boolean isSilent(ClipSync clip) {
        return clip.reason() != null && clip.reason().code().equals(NO_SOUND);
    }

    static String tie(Link link, Roll clip) {
        String camera = "camera " + link.other(clip).camera();
        return switch (link.evidence()) {
            case AIR -> link.evidence().words() + " with " + camera;
            case SLATE -> "the slate log and " + camera;
            case CLOCK, SONG_AND_CLOCK -> "the clocks of " + camera + " and its own";
        };
    }

    /** It ran when another song was played: nothing that ran with this one. */
    static boolean isOfOtherSong(ClipSync clip) {
        return clip.reason() != null && clip.reason().code().equals(OTHER_SONG);
    }

    static boolean isUnreadable(ClipSync clip) {
        return clip.reason() != null && clip.reason().code().equals(UNREADABLE);
    }

    static Reason chosenButWeak(Match match) {
        return new Reason(
                WEAK,
                "Several places of the song sound exactly alike. This one was chosen by "
                        + match.evidence().getOrDefault("chosenBy", "another camera")
                        + ". Look at it before you use it.");
    }

    static Reason placedByOthers(ClipSync clip, Match match, String evidence) {
        String own = isSilent(clip) ? "The clip has no sound of its own." : "The song was not heard in this clip.";
        return new Reason(
                WEAK,
                own + " It was placed by " + evidence + ", good to " + exactness(match.uncertaintySeconds())
                        + ". Look at it before you use it.");
    }

    private static String exactness(double seconds) {
        return seconds < 1
                ? String.format(Locale.ROOT, "%.0f ms", seconds * 1000)
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }

    /** {@code 1 h 0 min 3.2 s}. */
    static String span(double seconds) {
        double rounded = Math.round(Math.abs(seconds) * 100) / 100.0;
        int hours = (int) (rounded / 3600);
        int minutes = (int) (rounded % 3600 / 60);
        double rest = rounded % 60;
        String tail = String.format(Locale.ROOT, rest % 1 == 0 ? "%.0f s" : "%.2f s", rest);
        if (hours > 0) {
            return hours + " h " + minutes + " min " + tail;
        }
        return minutes > 0 ? minutes + " min " + tail : tail;
    }
}
