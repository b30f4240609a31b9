package backbeat.app.report;

import backbeat.engine.sync.SyncResult.Match;

/**
 * A stretch of a clip on the song.
 *
 * @param sure false for a place that is only the likeliest of several
 */
record Placed(ClipView clip, Match match, boolean sure) {
    double start() {
        return match.songStart();
    }

    double end() {
        return match.songEnd();
    }
}
