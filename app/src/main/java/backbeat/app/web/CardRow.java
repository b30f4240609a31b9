package backbeat.app.web;

import backbeat.studio.edit.FootageView;
import backbeat.studio.edit.Results;
import java.util.ArrayList;
import java.util.List;

/**
 * A card as the footage page lists it.
 *
 * @param path that tells it; {@code /} for loose files
 */
public record CardRow(String path, String name, String kind, String camera, int clips, int placed) {
    static List<CardRow> of(Results results, List<ClipRow> rows) {
        List<CardRow> cards = new ArrayList<>();
        results.footage().map(FootageView::cards).orElse(List.of()).forEach(card -> {
            CardRow row = row(card.path(), card.path(), card.kind(), card.camera(), rows);
            cards.add(row);
        });
        CardRow loose = row("", "Loose files", "", "", rows);
        if (loose.clips() > 0) {
            cards.add(loose);
        }
        return List.copyOf(cards);
    }

    private static CardRow row(String path, String name, String kind, String camera, List<ClipRow> rows) {
        List<ClipRow> own =
                rows.stream().filter(row -> row.clip().card().equals(path)).toList();
        int placed = (int) own.stream().filter(ClipRow::isPlaced).count();
        return new CardRow(path.isEmpty() ? "/" : path, name, kind, camera, own.size(), placed);
    }
}
