package backbeat.engine.take;

import backbeat.engine.sync.SyncResult.Match;
import java.util.Comparator;
import java.util.List;

/**
 * When in a clip the playback may be heard, whether or not it was: sound of that time may be the playback's and proves nothing. From a count-in before the song to
 * its last echo.
 *
 * @param spans begin and end on the clip's clock
 */
record Playable(List<Span> spans) {
    private static final double COUNT_IN_SECONDS = 4.5;
    private static final double ECHO_SECONDS = 2;

    record Span(double from, double to) {
        Span common(Span other) {
            return new Span(Math.max(from, other.from), Math.min(to, other.to));
        }
    }

    /** Where several places sound alike only one of them was: what would be the song at some of them only is none at the true one or was compared in vain. */
    static Playable of(Roll roll, double songSeconds) {
        return new Playable(roll.sync().matches().stream()
                .map(match -> match.alternatives().stream()
                        .map(other -> span(Matches.movedTo(match, other.songStart()), songSeconds))
                        .reduce(span(match, songSeconds), Span::common))
                .toList());
    }

    private static Span span(Match match, double songSeconds) {
        return new Span(match.clipTimeOf(0) - COUNT_IN_SECONDS, match.clipTimeOf(songSeconds) + ECHO_SECONDS);
    }

    /** How much of a clip of this length lies outside. */
    double freeSeconds(double length) {
        double free = 0;
        double at = 0;
        for (Span span :
                spans.stream().sorted(Comparator.comparingDouble(Span::from)).toList()) {
            free += Math.max(0, Math.min(span.from(), length) - at);
            at = Math.max(at, span.to());
        }
        return free + Math.max(0, length - at);
    }

    boolean touches(double from, double to) {
        return spans.stream().anyMatch(span -> from < span.to() && to > span.from());
    }
}
