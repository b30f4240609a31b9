package backbeat.app.cli;

import backbeat.engine.sync.SyncStep.Place;
import backbeat.engine.sync.SyncStep.Vote;
import java.util.Arrays;
import java.util.List;

/** Votes and places as one line of characters each, for any terminal. */
final class VoteChart {
    static final String LEGEND =
            "# heard clearly  + heard  . not heard there; one character for each block, or for a few";
    private static final int COLUMNS = 56;
    private static final double CLEARLY = 8;

    private VoteChart() {}

    /** The blocks in the order of the clip; of several in one column the one that hears most counts. */
    static String votes(List<Vote> votes) {
        int columns = Math.min(COLUMNS, votes.size());
        StringBuilder chart = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            double best = 0;
            for (int i = column * votes.size() / columns; i < (column + 1) * votes.size() / columns; i++) {
                best = Math.max(best, votes.get(i).score());
            }
            chart.append(best >= CLEARLY ? '#' : best > 0 ? '+' : '.');
        }
        return chart.toString();
    }

    /** The song from its start to its end, with the rank of each place where it stands; of several in one column the best. */
    static String places(List<Place> places, double songSeconds) {
        char[] chart = new char[COLUMNS];
        Arrays.fill(chart, '-');
        for (int rank = places.size(); rank >= 1; rank--) {
            double share = places.get(rank - 1).songSeconds() / Math.max(songSeconds, 1e-3);
            chart[Math.clamp((long) (share * COLUMNS), 0, COLUMNS - 1)] = Character.forDigit(rank, 36);
        }
        return new String(chart);
    }
}
