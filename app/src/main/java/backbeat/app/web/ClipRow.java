package backbeat.app.web;

import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult;
import backbeat.studio.edit.ClipSaid;
import backbeat.studio.edit.FootageView;
import backbeat.studio.edit.Results;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A clip as the footage page shows it.
 *
 * @param state {@code placed}, {@code doubtful}, {@code refused} or {@code waiting}
 * @param place on the song, in bars or minutes
 * @param certainty as {@code .998}; empty where there is no place
 * @param said by people
 * @param others other places that came near, in words
 */
public record ClipRow(
        FootageView.ClipView clip,
        String state,
        String place,
        double startsAt,
        String certainty,
        int percent,
        String speed,
        String drift,
        String reason,
        List<String> others,
        ClipSaid said) {

    /** What needs somebody's ear first. */
    static List<ClipRow> of(Results results, Map<String, ClipSaid> said) {
        Optional<FootageView> footage = results.footage();
        if (footage.isEmpty()) {
            return List.of();
        }
        Map<String, SyncResult.ClipSync> placed = new HashMap<>();
        results.sync().ifPresent(sync -> sync.clips().forEach(clip -> placed.put(clip.path(), clip)));
        SongMap map = results.songMap().orElse(null);
        return footage.get().clips().stream()
                .map(clip -> row(clip, placed.get(clip.path()), map, said.getOrDefault(clip.path(), ClipSaid.NOTHING)))
                .sorted(Comparator.comparingInt(ClipRow::urgency)
                        .thenComparing(row -> row.clip().path()))
                .toList();
    }

    private int urgency() {
        return switch (state) {
            case "doubtful" -> 0;
            case "refused" -> 1;
            default -> 2;
        };
    }

    static ClipRow row(
            FootageView.ClipView clip, SyncResult.@Nullable ClipSync answer, @Nullable SongMap map, ClipSaid said) {
        if (answer == null) {
            return new ClipRow(clip, "waiting", "", 0, "", 0, "", "", "", List.of(), said);
        }
        SyncResult.Reason why = answer.reason();
        String reason = why == null ? "" : why.text();
        if (answer.matches().isEmpty()) {
            return new ClipRow(clip, "refused", "", 0, "", 0, "", "", reason, List.of(), said);
        }
        SyncResult.Match match = answer.matches().getFirst();
        boolean sure = answer.isMatched() && match.sure();
        String more = answer.matches().size() > 1 ? " and " + (answer.matches().size() - 1) + " more" : "";
        return new ClipRow(
                clip,
                sure ? "placed" : "doubtful",
                position(match.songStart(), map) + " – " + position(match.songEnd(), map) + more,
                match.songStart(),
                certainty(match.confidence()),
                (int) Math.round(match.confidence() * 100),
                String.format(Locale.ROOT, "%.0f %%", match.speed() * 100),
                String.format(Locale.ROOT, "%+.0f ppm", match.driftPpm()),
                reason,
                match.alternatives().stream()
                        .limit(3)
                        .map(other -> position(other.songStart(), map)
                                + String.format(Locale.ROOT, " (%.2f)", other.confidence()))
                        .toList(),
                said);
    }

    /** As {@code .998}. */
    static String certainty(double confidence) {
        return String.format(Locale.ROOT, "%.3f", Math.min(.999, confidence)).substring(1);
    }

    /** Bar and beat where the song has them, else minutes. */
    public static String position(double seconds, @Nullable SongMap map) {
        if (map != null && !map.beats().isEmpty()) {
            SongMap.Beat last = map.beats().getFirst();
            if (seconds < last.time() - 0.01) {
                return "start";
            }
            for (SongMap.Beat beat : map.beats()) {
                if (beat.time() > seconds + 0.01) {
                    break;
                }
                last = beat;
            }
            return last.bar() + "." + last.beat();
        }
        return String.format(Locale.ROOT, "%d:%04.1f", (int) (seconds / 60), seconds % 60);
    }

    /** Whether a person put it there. */
    public boolean isByHand() {
        return said.place() != null;
    }

    public boolean isPlaced() {
        return state.equals("placed");
    }

    public boolean isDoubtful() {
        return state.equals("doubtful");
    }

    public boolean isRefused() {
        return state.equals("refused");
    }
}
