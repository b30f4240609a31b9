package backbeat.engine.take;

import backbeat.engine.sync.SyncResult.Alternative;
import backbeat.engine.sync.SyncResult.Match;
import java.util.List;
import java.util.Map;

/** Matches with one thing changed. */
final class Matches {
    private static final double LEAST_OTHER_SPEED = 5e-4;

    private Matches() {}

    /** Whether both heard one playback's speed, whatever each one's clock makes of it: clocks differ by less than a pull-down. */
    static boolean sameSpeed(Match one, Match other) {
        double ratio = one.songSecondsPerClipSecond() / other.songSecondsPerClipSecond();
        return Math.abs(ratio - 1) < LEAST_OTHER_SPEED;
    }

    /** The same stretch of the clip at another place of the song. */
    static Match movedTo(Match match, double songStart) {
        double moved = songStart - match.songStart();
        return changed(
                match, songStart, match.songEnd() + moved, match.confidence(), match.alternatives(), match.evidence());
    }

    static Match decided(Match match, double confidence, Map<String, Object> evidence) {
        return changed(match, match.songStart(), match.songEnd(), confidence, List.of(), evidence);
    }

    private static Match changed(
            Match match,
            double songStart,
            double songEnd,
            double confidence,
            List<Alternative> alternatives,
            Map<String, Object> evidence) {
        return new Match(
                match.clipStart(),
                match.clipEnd(),
                songStart,
                songEnd,
                match.speed(),
                match.speedFraction(),
                match.mode(),
                match.driftPpm(),
                match.driftUncertaintyPpm(),
                match.uncertaintySeconds(),
                confidence,
                alternatives,
                evidence);
    }
}
