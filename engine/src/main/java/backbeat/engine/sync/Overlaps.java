package backbeat.engine.sync;

import backbeat.engine.sync.SyncResult.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes matches that never overlap: edges that touch are cut, and what lies mostly within a longer match is left out. */
final class Overlaps {
    private static final double MOSTLY = 0.5;

    private Overlaps() {}

    /** @return by clip time */
    static List<Match> resolved(List<Match> matches) {
        List<Match> longestFirst = matches.stream()
                .sorted(Comparator.comparingDouble(match -> -match.seconds()))
                .toList();
        List<Match> kept = new ArrayList<>();
        for (Match match : longestFirst) {
            Match rest = match;
            for (Match other : kept) {
                rest = rest == null ? null : outside(rest, other);
            }
            if (rest != null) {
                kept.add(rest);
            }
        }
        kept.sort(Comparator.comparingDouble(Match::clipStart));
        return List.copyOf(kept);
    }

    /** The part of a match that lies outside of another one; null when that is the smaller part of it. */
    static @Nullable Match outside(Match match, Match other) {
        double from = Math.max(match.clipStart(), other.clipStart());
        double to = Math.min(match.clipEnd(), other.clipEnd());
        if (to <= from) {
            return match;
        }
        if (to - from > MOSTLY * match.seconds()) {
            return null;
        }
        boolean atItsEnd = match.clipEnd() <= other.clipEnd();
        boolean atItsStart = match.clipStart() >= other.clipStart();
        if (atItsEnd) {
            return match.between(match.clipStart(), from);
        }
        if (atItsStart) {
            return match.between(to, match.clipEnd());
        }
        boolean longerBefore = from - match.clipStart() >= match.clipEnd() - to;
        return longerBefore ? match.between(match.clipStart(), from) : match.between(to, match.clipEnd());
    }
}
