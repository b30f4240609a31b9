package backbeat.engine.take;

import backbeat.engine.sync.SyncResult.Match;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Under a wrong offset of clocks one moment has two songs: one camera hears the first verse while another hears the last chorus. */
final class Contradictions {
    private static final double LEAST_OVERLAP_SECONDS = 2;
    private static final double OTHER_PLACE_SECONDS = 5;

    private Contradictions() {}

    /** How many pairs of clips of these two cameras contradict each other when the second clock is {@code offset} ahead of the first. */
    static int count(CameraClock first, CameraClock second, double offset, List<SharedSong> pairs) {
        Map<String, Roll> as = new TreeMap<>();
        Map<String, Roll> bs = new TreeMap<>();
        for (SharedSong pair : pairs) {
            as.put(pair.a().path(), pair.a());
            bs.put(pair.b().path(), pair.b());
        }
        int count = 0;
        for (Roll a : as.values()) {
            for (Roll b : bs.values()) {
                Reading ofA = first.readings().get(a.path());
                Reading ofB = second.readings().get(b.path());
                if (ofA != null && ofB != null) {
                    double difference = first.difference(second, ofB.seconds() - ofA.seconds() - offset);
                    count += contradict(a, b, difference) ? 1 : 0;
                }
            }
        }
        return count;
    }

    /** @param startDifference seconds from the first clip's start to the second one's */
    static boolean contradict(Roll a, Roll b, double startDifference) {
        for (Match one : a.sync().matches()) {
            for (Match other : b.sync().matches()) {
                boolean sure = one.sure() && other.sure();
                if (sure && overlap(one, other, startDifference) && !agree(one, other, startDifference)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean overlap(Match one, Match other, double startDifference) {
        double from = Math.max(one.clipStart(), other.clipStart() + startDifference);
        double to = Math.min(one.clipEnd(), other.clipEnd() + startDifference);
        return to - from > LEAST_OVERLAP_SECONDS;
    }

    private static boolean agree(Match one, Match other, double startDifference) {
        double at = Math.max(one.clipStart(), other.clipStart() + startDifference);
        double difference = one.songTimeOf(at) - other.songTimeOf(at - startDifference);
        return Matches.sameSpeed(one, other) && Math.abs(difference) < OTHER_PLACE_SECONDS * one.speed();
    }
}
