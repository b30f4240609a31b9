package backbeat.engine.sync;

import backbeat.engine.problem.Finding;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where each clip sits on the song, contract {@code sync/1}.
 *
 * <p>{@code song time = songStart + speed * (1 + driftPpm * 1e-6) * (clip time - clipStart)}; times are seconds.
 *
 * @param clips every file that was given, also unreadable ones, in order of path
 * @param groups clips that ran together
 * @param cameras clocks of cameras of which something was learned
 */
@JsonPropertyOrder("contract")
public record SyncResult(
        String contract,
        SongFile song,
        List<ClipSync> clips,
        List<Group> groups,
        List<CameraClock> cameras,
        List<Finding> findings) {
    public static final String CONTRACT = "sync/1";

    public record SongFile(String path, double seconds, int sampleRate) {}

    /**
     * @param verdict {@code matched}, {@code ambiguous} or {@code unmatched}
     * @param reason always given unless matched
     * @param source {@code sound}, {@code ltc}, {@code group}, {@code timecode} or {@code hand}; null when unmatched
     */
    public record ClipSync(
            String path,
            @Nullable Double seconds,
            String verdict,
            @Nullable Reason reason,
            List<Match> matches,
            @Nullable String source) {
        public boolean isMatched() {
            return verdict.equals("matched");
        }
    }

    public record Reason(String code, String text) {}

    /**
     * One continuous playback in a clip.
     *
     * @param mode {@code varispeed} or {@code pitchKept}
     * @param uncertaintySeconds one standard deviation of the place in the middle of the match
     * @param confidence probability that the place is right
     */
    public record Match(
            double clipStart,
            double clipEnd,
            double songStart,
            double songEnd,
            double speed,
            String speedFraction,
            String mode,
            double driftPpm,
            double driftUncertaintyPpm,
            double uncertaintySeconds,
            double confidence,
            List<Alternative> alternatives,
            Map<String, Object> evidence) {
        /** Below this a match is a proposal: it is shown, and never cut by itself. */
        public static final double SURE = 0.99;

        public boolean sure() {
            return confidence >= SURE;
        }

        /** Song seconds for one clip second: nominal speed and drift. */
        public double songSecondsPerClipSecond() {
            return speed * (1 + driftPpm * 1e-6);
        }

        public double songTimeOf(double clipTime) {
            return songStart + songSecondsPerClipSecond() * (clipTime - clipStart);
        }

        public double clipTimeOf(double songTime) {
            return clipStart + (songTime - songStart) / songSecondsPerClipSecond();
        }
    }

    public record Alternative(double songStart, double confidence) {}

    public record Group(String id, List<Member> clips) {}

    public record Member(String path, double groupStart) {}

    /**
     * How a camera's clock goes against that of the camera that shows offset 0.
     *
     * @param clock {@code timecode}, {@code creation} or {@code name}
     * @param offsetSeconds what this clock shows more; a difference of an hour is told as such
     * @param driftPpm what it gains; null where nothing could be learned of that
     */
    public record CameraClock(
            String camera,
            String clock,
            double offsetSeconds,
            double uncertaintySeconds,
            @Nullable Double driftPpm) {}
}
