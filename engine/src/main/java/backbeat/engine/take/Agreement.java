package backbeat.engine.take;

import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A weak place becomes a sure one when a sister camera, sure of its own, leads to the same place: a wrong one would hardly have hit the few seconds that clocks leave
 * open of a whole song. With {@code c} the confidence before and {@code q} the share of the song that would have agreed by chance: {@code c / (c + (1 - c) * q)}.
 */
final class Agreement {
    private static final double LEFT_OPEN_BY_CLOCKS = 3;
    private static final double LEFT_OPEN_BY_SOUND = 0.3;
    private static final double MOST_CONFIDENCE = 0.998;

    private final double songSeconds;

    Agreement(double songSeconds) {
        this.songSeconds = songSeconds;
    }

    /** The clip's result, surer where a sister says the same. */
    ClipSync weighed(Roll roll, TakeGroup group) {
        if (!roll.isPlaced() || roll.sync().matches().stream().anyMatch(Match::sure)) {
            return roll.sync();
        }
        List<Match> matches = roll.sync().matches().stream()
                .map(match -> agreeing(roll, match, group)
                        .map(link -> surer(match, link, roll))
                        .orElse(match))
                .toList();
        boolean sure = matches.stream().anyMatch(Match::sure);
        return roll.sync()
                .answered(
                        "matched",
                        sure ? null : roll.sync().reason(),
                        matches,
                        roll.sync().source());
    }

    private static Optional<Link> agreeing(Roll roll, Match match, TakeGroup group) {
        return group.links().stream()
                .filter(link -> link.has(roll) && link.evidence() != Link.Evidence.CLOCK)
                .filter(link -> saysTheSame(match, link.other(roll), link.from(roll)))
                .findFirst();
    }

    private static boolean saysTheSame(Match match, Roll sister, double startOfSister) {
        double middle = (match.clipStart() + match.clipEnd()) / 2;
        return sister.sync().matches().stream()
                .filter(other -> other.sure() && other.alternatives().isEmpty())
                .filter(other ->
                        other.clipStart() <= middle - startOfSister && middle - startOfSister <= other.clipEnd())
                .anyMatch(other -> Math.abs(other.songTimeOf(middle - startOfSister) - match.songTimeOf(middle))
                        < LEFT_OPEN_BY_SOUND / 2);
    }

    private Match surer(Match match, Link link, Roll roll) {
        double open = link.evidence() == Link.Evidence.AIR ? LEFT_OPEN_BY_SOUND : LEFT_OPEN_BY_CLOCKS;
        double byChance = Math.min(1, open / songSeconds);
        double before = match.confidence();
        double agreed = before / (before + (1 - before) * byChance);
        double confidence = Math.min(MOST_CONFIDENCE, agreed * (1 - link.chance()) + before * link.chance());
        Map<String, Object> evidence = new TreeMap<>(match.evidence());
        evidence.put("agreesWith", link.other(roll).path());
        return Matches.decided(match, Math.max(before, confidence), evidence);
    }
}
