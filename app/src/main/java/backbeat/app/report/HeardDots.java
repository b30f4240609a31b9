package backbeat.app.report;

import backbeat.engine.sync.SyncResult.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a match tells of how it was heard: blocks, and other places that were weighed against it. Evidence is free in form, so what is not understood is left out. */
final class HeardDots {
    /** @param score 0 when the block does not hear the song there */
    record Dot(double clipSeconds, double songSeconds, double score) {}

    /** @param songStart of the match, were it at this place */
    record Rival(double songStart, String standing) {}

    private HeardDots() {}

    static List<Dot> onLine(Match match) {
        return dots(match.evidence().get("blocks"));
    }

    static List<Dot> elsewhere(Match match) {
        return dots(match.evidence().get("elsewhere"));
    }

    private static List<Dot> dots(@Nullable Object told) {
        List<Dot> dots = new ArrayList<>();
        for (Object each : told instanceof List<?> list ? list : List.of()) {
            if (each instanceof List<?> three
                    && three.size() == 3
                    && three.get(0) instanceof Number clip
                    && three.get(1) instanceof Number song
                    && three.get(2) instanceof Number score) {
                dots.add(new Dot(clip.doubleValue(), song.doubleValue(), score.doubleValue()));
            }
        }
        return dots;
    }

    static List<Rival> rivals(Match match) {
        List<Rival> rivals = new ArrayList<>();
        for (Object each : match.evidence().get("rivals") instanceof List<?> list ? list : List.of()) {
            if (each instanceof Map<?, ?> rival
                    && rival.get("songStart") instanceof Number start
                    && rival.get("standing") instanceof String standing) {
                rivals.add(new Rival(start.doubleValue(), standing));
            }
        }
        return rivals;
    }
}
