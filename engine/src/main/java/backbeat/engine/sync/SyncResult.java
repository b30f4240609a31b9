package backbeat.engine.sync;

import backbeat.engine.problem.Finding;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** The same answer with more to know. */
    public SyncResult withFindings(List<Finding> more) {
        List<Finding> all = Stream.concat(findings.stream(), more.stream()).toList();
        return new SyncResult(contract, song, clips, groups, cameras, all);
    }

    public record SongFile(String path, double seconds, int sampleRate) {}

    /**
     * @param verdict {@code matched}, {@code ambiguous} or {@code unmatched}
     * @param reason always given unless matched
     * @param source {@code sound}, {@code ltc}, {@code group} or {@code timecode}; null when unmatched
     * @param ltc timecode that was read on its sound, whatever it was used for
     * @param refused playbacks that were found and do not count, with the reason in their evidence: to be shown, never to be used
     */
    public record ClipSync(
            String path,
            @Nullable Double seconds,
            String verdict,
            @Nullable Reason reason,
            List<Match> matches,
            @Nullable String source,
            List<Ltc> ltc,
            List<Match> refused) {
        public ClipSync(
                String path,
                @Nullable Double seconds,
                String verdict,
                @Nullable Reason reason,
                List<Match> matches,
                @Nullable String source) {
            this(path, seconds, verdict, reason, matches, source, List.of());
        }

        public ClipSync(
                String path,
                @Nullable Double seconds,
                String verdict,
                @Nullable Reason reason,
                List<Match> matches,
                @Nullable String source,
                List<Ltc> ltc) {
            this(path, seconds, verdict, reason, matches, source, ltc, List.of());
        }

        public boolean isMatched() {
            return verdict.equals("matched");
        }

        /** The same answer, with timecode that was read on the sound. */
        public ClipSync withLtc(List<Ltc> runs) {
            return new ClipSync(path, seconds, verdict, reason, matches, source, List.copyOf(runs), refused);
        }

        /** The same clip with another answer. */
        public ClipSync answered(
                String otherVerdict,
                @Nullable Reason otherReason,
                List<Match> otherMatches,
                @Nullable String otherSource) {
            return new ClipSync(path, seconds, otherVerdict, otherReason, otherMatches, otherSource, ltc, refused);
        }

        /** The same answer, with what was found and does not count. */
        ClipSync withRefused(List<Match> found) {
            return new ClipSync(path, seconds, verdict, reason, matches, source, ltc, List.copyOf(found));
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

        Match withEvidence(Map<String, Object> otherEvidence, double otherConfidence) {
            return new Match(
                    clipStart,
                    clipEnd,
                    songStart,
                    songEnd,
                    speed,
                    speedFraction,
                    mode,
                    driftPpm,
                    driftUncertaintyPpm,
                    uncertaintySeconds,
                    otherConfidence,
                    alternatives,
                    otherEvidence);
        }

        double seconds() {
            return clipEnd - clipStart;
        }

        /** Another part of the same line. */
        Match between(double from, double to) {
            return spanning(from, to, songTimeOf(from), songTimeOf(to));
        }

        /** Rounding may lead a hair out of the song. */
        Match insideSong(double songSeconds) {
            return spanning(clipStart, clipEnd, Math.max(0, songStart), Math.min(songSeconds, songEnd));
        }

        private Match spanning(double clipFrom, double clipTo, double songFrom, double songTo) {
            return new Match(
                    clipFrom,
                    clipTo,
                    songFrom,
                    songTo,
                    speed,
                    speedFraction,
                    mode,
                    driftPpm,
                    driftUncertaintyPpm,
                    uncertaintySeconds,
                    confidence,
                    alternatives,
                    evidence);
        }

        public double songTimeOf(double clipTime) {
            return songStart + songSecondsPerClipSecond() * (clipTime - clipStart);
        }

        public double clipTimeOf(double songTime) {
            return clipStart + (songTime - songStart) / songSecondsPerClipSecond();
        }
    }

    /**
     * One run of linear timecode on the sound of a clip. Its count of frames runs along {@code framesPerSecond} from {@code first} at {@code clipStart} on.
     *
     * @param sound its place among the file's sounds, from 0; null in the one that was searched for the song
     * @param channel of the sound, from 0
     * @param atClipStart label at clip time 0, on the run's line, whether it was sent then or not
     * @param rate frames a second that the labels count; the pulled-down one of a pair only when the speed says so
     * @param framesRead of those from the first to the last
     * @param framesPerSecond measured; below zero when played backwards
     * @param uncertaintySeconds one standard deviation of that line in the middle of the run
     * @param scatterSeconds how far single frames lie from it (RMS): a good part of a frame where the speed varied
     */
    public record Ltc(
            @Nullable Integer sound,
            int channel,
            double clipStart,
            double clipEnd,
            String first,
            String last,
            String atClipStart,
            String rate,
            long framesRead,
            double framesPerSecond,
            double uncertaintySeconds,
            double scatterSeconds,
            String userBits) {}

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
